import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it} from 'node:test';
import {createAdmin, type LiveOpsErrorCode} from '../../../src/admin/index.js';
import {adminOf, backEnd, errorOf, KEY, MERCHANT, PROJECT} from './back-end.js';
import {CHANGES, PUBLIC, READS, WRITES} from './every-call.js';

const bonus = {name: {'en-US': 'x'}, condition: null, bonus: null};

/** All methods of the client, by their path. */
function methodsOf(group: object, path = ''): string[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'function') return [path + name];
    return typeof value === 'object' && value !== null ? methodsOf(value, `${path}${name}.`) : [];
  });
}

describe('A call whose answer is lost', () => {
  const at = backEnd();
  const lose = async (fault: string, times = 99): Promise<unknown> =>
    await at.sandbox.setFaults(['/api', '/merchant'].map(path => ({path, fault, times})));

  it('is tried with every method there is', () => {
    const known = [
      ...Object.keys({...WRITES, ...READS, ...PUBLIC, ...CHANGES}),
      'personalization.change',
      'rewardChains.enable',
      'promotions.enable',
      'dailyChains.enable',
      'offerChains.enable',
    ];
    assert.deepEqual(methodsOf(at.admin).sort(), known.sort());
  });

  for (const [name, call] of Object.entries(WRITES)) {
    it(`is one request and unknown in its outcome: ${name}`, async () => {
      await lose('drop-answer');

      const {code} = await errorOf(call(at.admin));

      assert.deepEqual([code, (await at.sandbox.readLog()).length], ['outcome-unknown', 1]);
    });
  }

  for (const [name, call] of Object.entries({...READS, ...PUBLIC})) {
    it(`is one request and the network’s trouble: ${name}`, async () => {
      await lose('drop-request');

      const {code} = await errorOf(call(at.admin));

      assert.deepEqual([code, (await at.sandbox.readLog()).length], ['network', 1]);
    });
  }

  for (const [name, call] of Object.entries(CHANGES)) {
    it(`is one read and one write: ${name}`, async () => {
      await at.sandbox.setFaults(['/api', '/merchant'].map(path => ({path, method: 'PUT', fault: 'drop-answer'})));

      const {code} = await errorOf(call(at.admin));

      const methods = (await at.sandbox.readLog()).map(({method}) => method);
      assert.deepEqual([code, methods], ['outcome-unknown', ['GET', 'PUT']]);
    });
  }

  it('is unknown in its outcome, too, when the answer breaks off', async () => {
    await at.sandbox.setFaults([{path: '/api', fault: 'truncate', bytes: 5}]);

    assert.equal((await errorOf(at.admin.bonuses.create(bonus))).code, 'outcome-unknown');
  });

  it('is not made when nobody listens', async () => {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const {port} = server.address() as AddressInfo;
    await new Promise(resolve => server.close(resolve));
    const admin = createAdmin({projectId: PROJECT, apiKey: KEY, storeBase: `http://127.0.0.1:${port}/api`});

    assert.equal((await errorOf(admin.bonuses.create(bonus))).code, 'network');
  });

  it('is judged by whether it was sent, whatever a stand-in for fetch rejects with', async () => {
    const notSent = new TypeError('fetch failed', {cause: {code: 'UND_ERR_CONNECT_TIMEOUT'}});
    for (const [reason, code] of [
      [notSent, 'network'],
      [new TypeError('fetch failed', {cause: {code: 'ECONNRESET'}}), 'outcome-unknown'],
      [undefined, 'outcome-unknown'],
      [null, 'outcome-unknown'],
    ] as const) {
      const admin = createAdmin({projectId: PROJECT, apiKey: KEY, fetch: async () => await Promise.reject(reason)});

      assert.equal((await errorOf(admin.bonuses.create(bonus))).code, code);
      assert.equal((await errorOf(admin.bonuses.get(1))).code, 'network');
    }
  });
});

describe('An answer of the server', () => {
  const at = backEnd();
  const answering = async (status: number, body: unknown = {errorCode: 0}): Promise<unknown> =>
    await at.sandbox.setFaults([{path: '/api', fault: 'status', status, body}]);

  const codes: [number, LiveOpsErrorCode][] = [
    [401, 'auth-required'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'invalid'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
  ];
  for (const [status, code] of codes)
    it(`is final, whether read or written: ${status}`, async () => {
      await answering(status, {statusCode: status, errorCode: 1234, errorMessage: '[0401-1234]: No'});

      for (const call of [at.admin.bonuses.get(1), at.admin.bonuses.create(bonus)]) {
        const error = await errorOf(call);
        assert.deepEqual([error.code, error.status, error.vendorCode], [code, status, 1234]);
        assert.match(error.message, /\[0401-1234\]: No/);
      }
      assert.equal((await at.sandbox.readLog()).length, 2);
    });

  it('shows how long the server asks to wait, and asks nothing by itself', async () => {
    await at.sandbox.setFaults([{path: '/api', fault: 'status', status: 429, headers: {'retry-after': '7'}}]);

    for (const call of [at.admin.bonuses.get(1), at.admin.bonuses.create(bonus)]) {
      const {code, retryAfterSec} = await errorOf(call);
      assert.deepEqual([code, retryAfterSec], ['rate-limited', 7]);
    }
    assert.equal((await at.sandbox.readLog()).length, 2);
  });

  it('keeps no code when the vendor gave none, or no JSON', async () => {
    for (const body of [{errorCode: 0}, {errorCode: '1020'}, [], 'Bad gateway']) {
      await answering(502, body);
      assert.equal((await errorOf(at.admin.bonuses.get(1))).vendorCode, undefined);
    }
  });

  it('shows its words on one line, at most 300 characters of them', async () => {
    await answering(422, {errorCode: 1102, errorMessage: `one\n\u202e two ${'x'.repeat(900)}`});

    const {message} = await errorOf(at.admin.bonuses.get(1));

    assert.match(message, /: one two x+…$/);
    assert.ok(message.length < 400);
  });

  it('is refused when it is not what the vendor documents, with the place', async () => {
    for (const [body, place] of [
      [{id: 1, name: {}, is_enabled: 'yes'}, '`is_enabled`'],
      [{id: 1, name: {en: 5}, is_enabled: true}, '`name.en`'],
      [[], '`id`'],
      [3, '`the body`'],
      ['<h1>', 'not JSON'],
    ] as const) {
      await answering(200, body);
      const {code, message} = await errorOf(at.admin.bonuses.get(1));
      assert.deepEqual([code, message.includes(place)], ['bad-answer', true], message);
    }
  });

  it('is not looked at where its status says all', async () => {
    await at.sandbox.setFaults([{path: '/', method: 'PUT', fault: 'status-after', status: 200, body: 'No content'}]);

    await at.admin.promotions.setPaymentSystems(17840, []);
    await at.admin.rewardChains.disable(101);

    assert.equal((await at.admin.rewardChains.get(101)).is_enabled, false);
  });

  it('keeps what the vendor has added, and sends it back with a change', async () => {
    const answer = {id: 7, name: {'en-US': 'x'}, is_enabled: true, condition: null, bonus: null, stacking: {max: 2}};
    await at.sandbox.setFaults([{path: '/api', method: 'GET', fault: 'status', status: 200, body: answer}]);
    const sent: unknown[] = [];
    const admin = createAdmin({
      projectId: PROJECT,
      apiKey: KEY,
      storeBase: at.sandbox.apiBase,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method === 'PUT') sent.push(await request.clone().json());
        return await fetch(request);
      },
    });

    await errorOf(admin.bonuses.change(7, current => ({...current, name: {'en-US': 'y'}})));

    assert.deepEqual(sent, [{name: {'en-US': 'y'}, condition: null, bonus: null, stacking: {max: 2}}]);
  });

  it('is never a redirect that is followed', async t => {
    const followed: string[] = [];
    const elsewhere = createServer(({method}, response) => {
      followed.push(method ?? '');
      response.end('{}');
    });
    t.after(() => elsewhere.close());
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;

    for (const status of [302, 307]) {
      await at.sandbox.setFaults([{path: '/api', fault: 'status', status, headers: {location}}]);
      assert.equal((await errorOf(at.admin.bonuses.get(1))).code, 'network');
      assert.equal((await errorOf(at.admin.bonuses.create(bonus))).code, 'outcome-unknown');
    }
    assert.deepEqual(followed, []);
  });
});

describe('Credentials', () => {
  const at = backEnd();

  for (const [name, call] of Object.entries({...WRITES, ...READS}))
    it(`are asked for by the sandbox, and their refusal is final: ${name}`, async () => {
      const error = await errorOf(call(adminOf(at.sandbox, 'wrong')));

      assert.deepEqual([error.code, error.status], ['auth-required', 401]);
      assert.equal(error.vendorCode, name.startsWith('personalization') ? 1013 : 1020);
      const log = await at.sandbox.readLog();
      assert.deepEqual([log.length, log[0]?.applied], [1, false]);
    });

  it('are the project’s for the store and the company’s for subscriptions', async () => {
    const sent: string[] = [];
    const server = createServer((request, response) => {
      sent.push(request.headers.authorization ?? '');
      response.end('{"id": 1, "payment_systems": [], "items": []}');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const admin = createAdmin({
      projectId: PROJECT,
      merchantId: MERCHANT,
      apiKey: KEY,
      storeBase: base,
      merchantBase: base,
    });

    await admin.personalization.all();
    await admin.promotions.getPaymentSystems(1);
    server.close();

    const basic = (user: number): string => `Basic ${Buffer.from(`${user}:${KEY}`).toString('base64')}`;
    assert.deepEqual(sent, [basic(PROJECT), basic(MERCHANT)]);
  });
});
