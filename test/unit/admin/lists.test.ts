import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin} from '../../../src/admin/index.js';
import {backEnd, collect, errorOf, KEY, PROJECT} from './back-end.js';

const EXTERNAL_ID = 'winter';

describe('A list', () => {
  const at = backEnd();
  const generated = async (count: number): Promise<readonly string[]> => {
    const {uniqueOffers} = at.admin;
    await uniqueOffers.create({external_id: EXTERNAL_ID, name: {'en-US': 'Winter'}});
    await uniqueOffers.codes.generate(EXTERNAL_ID, count);
    return await collect(uniqueOffers.codes.list(EXTERNAL_ID));
  };

  it('asks for a page when its first row is wanted, and for no more', async () => {
    await generated(5);
    await at.sandbox.setFaults([]);
    const before = (await at.sandbox.readLog()).length;
    const rows = at.admin.uniqueOffers.codes.list(EXTERNAL_ID, {pageSize: 2})[Symbol.asyncIterator]();

    for (const requests of [1, 1, 2, 2, 3, 3]) {
      await rows.next();
      assert.equal((await at.sandbox.readLog()).length - before, requests);
    }
  });

  it('goes on where it failed', async () => {
    const all = await generated(5);
    const {codes} = at.admin.uniqueOffers;
    const had: string[] = [];
    const failing = (async () => {
      for await (const code of codes.list(EXTERNAL_ID, {pageSize: 2})) {
        had.push(code);
        if (had.length === 2) await at.sandbox.setFaults([{path: '/api', fault: 'status', status: 429, times: 1}]);
      }
    })();

    assert.equal((await errorOf(failing)).code, 'rate-limited');
    had.push(...(await collect(codes.list(EXTERNAL_ID, {pageSize: 2, offset: had.length}))));

    assert.deepEqual(had, all);
  });

  it('ends with an error when the server gives one page forever', async () => {
    const items = [{sku: 'x', name: {en: 'x'}}];
    const answers = [Response.json({items}), Response.json({items})];
    const fetch = async (): Promise<Response> => answers.shift() ?? Response.json({}, {status: 500});
    const admin = createAdmin({projectId: PROJECT, apiKey: KEY, fetch});
    const skus: string[] = [];

    const error = await errorOf(
      (async () => {
        for await (const {sku} of admin.valuePoints.list()) skus.push(sku);
      })(),
    );

    assert.deepEqual([error.code, skus], ['bad-answer', ['x']]);
  });
});
