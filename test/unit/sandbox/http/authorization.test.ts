import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

const calls: [string, string][] = [
  ['GET', '/clan/contributors/101/top'],
  ['PUT', '/clan/update'],
  ['GET', '/reward_chain'],
  ['GET', '/reward_chain/101/balance'],
  ['POST', '/reward_chain/101/step/1002/claim'],
];

let sandbox: Sandbox;
before(async () => (sandbox = await startSandbox({port: 0})));
after(async () => await sandbox.close());

function withAuthorization(headers: Record<string, string>, method = 'GET', path = '/reward_chain'): Promise<Response> {
  return fetch(`${sandbox.apiBase}/v2/project/44056/user${path}`, {method, headers});
}

async function tokenOf(user: string, body: object = {}): Promise<string> {
  return (await controlled<{token: string}>(sandbox, 'POST', `/users/${user}/token`, body)).token;
}

function claimsIn(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

test('every player call asks for a token', async () => {
  for (const [method, path] of calls) {
    await assertRefused(await withAuthorization({}, method, path), 401, 1501, /Authorization header not sent$/);
  }
});

test('every player call refuses an expired token', async () => {
  const token = await tokenOf('Rocket', {expires_in: 0});

  for (const [method, path] of calls) {
    const answer = await withAuthorization({Authorization: `Bearer ${token}`}, method, path);
    await assertRefused(answer, 401, 1501, /Provide authorization$/);
  }
});

test('a refused call changes nothing', async () => {
  await withAuthorization({}, 'POST', '/reward_chain/101/step/1002/claim');

  const rocket = await Visitor.signIn(sandbox, 'Rocket');
  const {steps} = await rocket.chain(101);
  assert.equal(steps.find(({step_id}) => step_id === 1002)?.is_claimed, false);
});

test('a token that was tampered with is refused', async () => {
  const [header, , signature] = (await tokenOf('Rocket')).split('.');
  const claims = Buffer.from(JSON.stringify({...claimsIn(await tokenOf('Rocket')), username: 'winner'}));
  const forged = `${header}.${claims.toString('base64url')}.${signature}`;

  await assertRefused(await withAuthorization({Authorization: `Bearer ${forged}`}), 401, 1501);
});

test('an unsigned token is refused', async () => {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  const [, claims] = (await tokenOf('Rocket')).split('.');

  await assertRefused(await withAuthorization({Authorization: `Bearer ${header}.${claims}.`}), 401, 1501);
});

test('a token of another sandbox is refused', async () => {
  const other = await startSandbox({port: 0});
  const {token} = await Visitor.signIn(other, 'Rocket');
  await other.close();

  await assertRefused(await withAuthorization({Authorization: `Bearer ${token}`}), 401, 1501);
});

test('a header that is no bearer token is refused', async () => {
  const token = await tokenOf('Rocket');

  for (const Authorization of [
    '',
    'Bearer',
    'Bearer  ',
    'Bearer a.b.c',
    `Basic ${token}`,
    token,
    `Bearer ${token} x`,
  ]) {
    await assertRefused(await withAuthorization({Authorization}), 401, 1501);
  }
});

test('the scheme is read in any letter case', async () => {
  const answer = await withAuthorization({Authorization: `bearer ${await tokenOf('Rocket')}`});

  assert.equal(answer.status, 200);
});

test('a token carries the documented claims', async () => {
  const claims = claimsIn(await tokenOf('Rocket', {expires_in: 60}));

  assert.equal(claims['iss'], 'https://login.xsolla.com');
  assert.equal(claims['username'], 'Rocket');
  assert.equal(Number(claims['exp']) - Number(claims['iat']), 60);
  assert.match(String(claims['sub']), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.match(String(claims['xsolla_login_project_id']), /^[0-9a-f-]{36}$/);
  assert.deepEqual(claims['groups'], [{id: 1, name: 'default', is_default: true}]);
});

test('the same player has the same id in every token', async () => {
  const [first, second] = [claimsIn(await tokenOf('Rocket')), claimsIn(await tokenOf('Rocket', {expires_in: 5}))];

  assert.equal(first['sub'], second['sub']);
  assert.notEqual(first['sub'], claimsIn(await tokenOf('winner'))['sub']);
});

test('a token lives a day by default', async () => {
  const {expires_in} = await controlled<{expires_in: number}>(sandbox, 'POST', '/users/Rocket/token');

  assert.equal(expires_in, 86400);
});

test('an opaque token is accepted like a JWT', async () => {
  const token = await tokenOf('Rocket', {opaque: true});

  assert.match(token, /^[0-9a-f]{32}$/);
  assert.equal((await new Visitor(sandbox, 'Rocket', token).board(101)).length, 4);
});

test('an opaque token expires too', async () => {
  const token = await tokenOf('Rocket', {opaque: true, expires_in: -1});

  await assertRefused(await withAuthorization({Authorization: `Bearer ${token}`}), 401, 1501);
});

test('a token outlives a reset of the world', async () => {
  const rocket = await Visitor.signIn(sandbox, 'Rocket');

  await control(sandbox, 'POST', '/reset');

  assert.equal((await rocket.board(101)).length, 4);
});
