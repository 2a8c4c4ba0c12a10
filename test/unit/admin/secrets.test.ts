import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {createAdmin} from '../../../src/admin/index.js';
import {backEnd, basesOf, errorOf, MERCHANT, PROJECT} from './back-end.js';

const CANARY = 'canary-4f1e9b72';
const ENCODED = [PROJECT, MERCHANT].map(user => btoa(`${user}:${CANARY}`));

/** What can be read of a value without a debugger. */
function readable(value: unknown): string {
  const deep = {depth: Infinity, showHidden: true, getters: true} as const;
  const own = typeof value === 'object' && value !== null ? Object.getOwnPropertyNames(value) : [];
  const fields = own.map(name => String((value as Record<string, unknown>)[name]));
  return [inspect(value, deep), JSON.stringify(value), String(value), ...fields].join('\n');
}

function assertUnreadable(value: unknown): void {
  const text = readable(value);
  for (const secret of [CANARY, ...ENCODED]) assert.ok(!text.includes(secret), text);
}

describe('The API key', () => {
  const at = backEnd();
  const client = (fetch?: typeof globalThis.fetch) =>
    createAdmin({
      projectId: PROJECT,
      merchantId: MERCHANT,
      apiKey: CANARY,
      ...basesOf(at.sandbox),
      ...(fetch && {fetch}),
    });

  it('cannot be read from the client', () => {
    assertUnreadable(client());
  });

  it('is in no error, whatever went wrong', async () => {
    const admin = client();
    const echo = {errorCode: 1, errorMessage: `who is ${CANARY}?`, message: CANARY};
    const faults = [
      {fault: 'status', status: 422, body: echo},
      {fault: 'status', status: 500, body: echo},
      {fault: 'status', status: 200, body: echo},
      {fault: 'drop-answer'},
      {fault: 'truncate', bytes: 3},
      {fault: 'status', status: 302, headers: {location: `http://127.0.0.1/${CANARY}`}},
    ];
    for (const fault of faults) {
      await at.sandbox.setFaults([{path: '/', ...fault}]);
      assertUnreadable(await errorOf(admin.bonuses.get(1)));
      assertUnreadable(await errorOf(admin.promotions.getPaymentSystems(1)));
      assertUnreadable(await errorOf(admin.bonuses.create({name: {'en-US': 'x'}, condition: null, bonus: null})));
    }
    await at.sandbox.setFaults([]);
    assertUnreadable(await errorOf(admin.bonuses.get(1)));
  });

  it('is in no error of a server that repeats the header', async () => {
    const admin = client(async (input, init) => {
      const errorMessage = `Bad header: ${new Request(input, init).headers.get('authorization')}`;
      return Response.json({errorCode: 1020, errorMessage}, {status: 401});
    });

    for (const call of [admin.bonuses.get(1), admin.promotions.getPaymentSystems(1)]) {
      const error = await errorOf(call);
      assert.match(error.message, /Bad header: Basic …$/);
      assertUnreadable(error);
    }
  });

  it('is in no error of a fetch that shows what it was given', async () => {
    const admin = client(async (input, init) => {
      const request = new Request(input, init);
      throw Object.assign(new Error(request.headers.get('authorization') ?? ''), {request});
    });

    assertUnreadable(await errorOf(admin.bonuses.get(1)));
  });

  it('goes out in the header of its own call and nowhere else', async () => {
    const admin = client();
    await errorOf(admin.bonuses.get(1));

    assert.ok(!JSON.stringify(await at.sandbox.readLog()).includes(CANARY));
  });
});
