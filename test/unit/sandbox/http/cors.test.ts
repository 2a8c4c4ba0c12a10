import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {controlled, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
before(async () => (sandbox = await startSandbox({port: 0})));
after(async () => await sandbox.close());

async function preflight(path: string, method: string, origin: string): Promise<Response> {
  const headers = {
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'authorization,content-type',
  };
  return await fetch(sandbox.url + path, {method: 'OPTIONS', headers});
}

test('a page of any origin, also of none, may send a bearer token', async () => {
  for (const origin of ['https://shop.example', 'http://127.0.0.1:8787', 'null']) {
    const answer = await preflight('/api/v2/project/44056/user/clan/update', 'PUT', origin);

    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(answer.headers.get('Access-Control-Allow-Methods'), 'GET,PUT,POST');
    assert.equal(answer.headers.get('Access-Control-Allow-Headers'), 'Authorization,Content-Type');
    assert.ok(Number(answer.headers.get('Access-Control-Max-Age')) > 0);
    assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
  }
});

for (const origin of ['http://127.0.0.1:8787', 'http://localhost:3000', 'https://[::1]:8443'])
  test(`a page of this machine may send control calls: ${origin}`, async () => {
    const answer = await preflight('/sandbox/options', 'PUT', origin);
    const log = await fetch(`${sandbox.url}/sandbox/log`, {headers: {Origin: origin}});

    assert.deepEqual([answer.status, answer.headers.get('Access-Control-Allow-Origin')], [204, origin]);
    assert.deepEqual([log.status, log.headers.get('Access-Control-Allow-Origin')], [200, origin]);
  });

for (const origin of [
  'https://shop.example',
  'https://127.0.0.1.example',
  'https://localhost.example:8787',
  'null',
  '',
])
  test(`a page of another origin cannot send control calls, with or without a preflight: '${origin}'`, async () => {
    const answer = await preflight('/sandbox/options', 'PUT', origin);
    const log = await fetch(`${sandbox.url}/sandbox/log`, {headers: {Origin: origin}});
    const reset = await fetch(`${sandbox.url}/sandbox/reset`, {method: 'POST', headers: {Origin: origin}});

    for (const {headers} of [answer, log, reset]) assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    assert.deepEqual([log.status, reset.status], [403, 403]);
  });

test('every answer of the API, also a refusal, can be read by a page', async () => {
  const rocket = await Visitor.signIn(sandbox, 'Rocket');
  const answers = await Promise.all([
    rocket.call('GET', '/reward_chain'),
    rocket.claim(101, 1002),
    rocket.claim(101, 9999),
    rocket.call('GET', '/reward_chain?limit=x'),
    rocket.call('GET', '/clan/update'),
    fetch(`${sandbox.apiBase}/v2/project/44056/user/reward_chain`),
    fetch(`${sandbox.url}/nowhere`),
  ]);

  assert.deepEqual(
    answers.map(({status}) => status),
    [200, 204, 404, 422, 405, 401, 404],
  );
  for (const {headers} of answers) assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
});

test('preflights are neither logged nor met by faults', async () => {
  await controlled(sandbox, 'POST', '/reset');
  await controlled(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'drop-request'}]);

  const answer = await preflight('/api/v2/project/44056/user/reward_chain', 'GET', 'null');

  assert.equal(answer.status, 204);
  assert.deepEqual(await controlled(sandbox, 'GET', '/log'), []);
});
