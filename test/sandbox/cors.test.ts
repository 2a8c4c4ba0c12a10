import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {controlled, Visitor} from './visitor.js';

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

test('a page may send control calls', async () => {
  const answer = await preflight('/sandbox/options', 'PUT', 'http://127.0.0.1:8787');

  assert.deepEqual([answer.status, answer.headers.get('Access-Control-Allow-Origin')], [204, '*']);
});

test('every answer, also a refusal, can be read by a page', async () => {
  const rocket = await Visitor.signIn(sandbox, 'Rocket');
  const answers = await Promise.all([
    rocket.call('GET', '/reward_chain'),
    rocket.claim(101, 1002),
    rocket.claim(101, 9999),
    rocket.call('GET', '/reward_chain?limit=x'),
    rocket.call('GET', '/clan/update'),
    fetch(`${sandbox.apiBase}/v2/project/44056/user/reward_chain`),
    fetch(`${sandbox.url}/nowhere`),
    fetch(`${sandbox.url}/sandbox/log`),
    fetch(`${sandbox.url}/sandbox/options`, {method: 'PUT', body: '{'}),
  ]);

  assert.deepEqual(
    answers.map(({status}) => status),
    [200, 204, 404, 422, 405, 401, 404, 200, 422],
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
