import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import type {LogRow} from '../../../../demo/sandbox/http/log.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {exchangeRaw} from '../support/raw-connection.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

const USER_PATH = '/api/v2/project/44056/user';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

async function log(): Promise<LogRow[]> {
  return await controlled<LogRow[]>(sandbox, 'GET', '/log');
}

test('reset restores the world, the options, the faults and the log', async () => {
  await controlled(sandbox, 'PUT', '/options', {claims: 'per-chain'});
  await rocket.setClan('owls');
  await rocket.updateClan();
  await controlled(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'drop-request'}]);

  assert.deepEqual(await controlled(sandbox, 'POST', '/reset'), {claims: 'per-clan'});

  assert.deepEqual(await log(), []);
  assert.equal((await rocket.balance(101)).amount, 1155);
  assert.deepEqual(await rocket.updateClan(), []);
});

test('options answer what applies now', async () => {
  assert.deepEqual(await controlled(sandbox, 'PUT', '/options', {claims: 'per-chain'}), {claims: 'per-chain'});
});

test('attributes answer all attributes and the membership, which is not theirs to change', async () => {
  const path = '/users/Rocket/attributes';
  await controlled(sandbox, 'PUT', path, {clan: 'owls', region: 'EU'});

  assert.deepEqual(await controlled(sandbox, 'PUT', path, {region: null, level: '7'}), {
    attributes: {clan: 'owls', level: '7'},
    clan: 'wolves',
  });
});

test('contributions answer what the account has now', async () => {
  const path = '/users/Rocket/contributions';

  const clan = await controlled(sandbox, 'POST', path, {reward_chain_id: 101, amount: 45});
  const own = await controlled(sandbox, 'POST', path, {reward_chain_id: 10, amount: 1});

  assert.deepEqual(clan, {reward_chain_id: 101, amount: 1200});
  assert.deepEqual(own, {reward_chain_id: 10, amount: 131});
});

test('a player nobody knew is created, with any name', async () => {
  const name = 'Ünknown / player 100%';
  const stranger = await Visitor.signIn(sandbox, name);

  await stranger.setClan('ravens');
  await stranger.updateClan();
  await stranger.contribute(101, 7);

  assert.deepEqual((await stranger.board(101))[1], {name, contributed_amount: 7});
  assert.equal((await log())[0]?.user, name);
});

test('a player who has not joined yet gives to the clan of the attribute', async () => {
  const newcomer = await Visitor.signIn(sandbox, 'newcomer');
  await newcomer.setClan('wolves');
  await newcomer.contribute(101, 999);

  assert.deepEqual((await rocket.board(101))[0], {name: 'newcomer', contributed_amount: 999});
  assert.deepEqual(await newcomer.board(101), []);
});

test('bad input is refused with the name of the field', async () => {
  const user = '/users/Rocket';
  const rule = {path: '/api', fault: 'status', status: 500};
  const cases: [string, string, unknown, string][] = [
    ['POST', '/clock', {}, 'seconds'],
    ['PUT', '/options', {}, 'claims'],
    ['PUT', '/options', {claims: 'per-moon'}, 'claims'],
    ['PUT', '/options', [], 'body'],
    ['POST', `${user}/token`, {expires_in: 'long'}, 'expires_in'],
    ['POST', `${user}/token`, {expires_in: 1e12}, 'expires_in'],
    ['POST', `${user}/token`, {opaque: 1}, 'opaque'],
    ['POST', `/users/${'x'.repeat(257)}/token`, {}, 'user'],
    ['PUT', `${user}/attributes`, {clan: 7}, 'clan'],
    ['PUT', `${user}/attributes`, {clan: 'x'.repeat(257)}, 'clan'],
    ['PUT', `${user}/attributes`, {'not a key': 'x'}, 'not a key'],
    ['POST', `${user}/contributions`, {amount: 1}, 'reward_chain_id'],
    ['POST', `${user}/contributions`, {reward_chain_id: 999, amount: 1}, 'reward_chain_id'],
    ['POST', `${user}/contributions`, {reward_chain_id: '101', amount: 1}, 'reward_chain_id'],
    ['POST', `${user}/contributions`, {reward_chain_id: 101}, 'amount'],
    ['POST', `${user}/contributions`, {reward_chain_id: 101, amount: 0}, 'amount'],
    ['POST', `${user}/contributions`, {reward_chain_id: 101, amount: 1.5}, 'amount'],
    ['POST', '/users/clanless/contributions', {reward_chain_id: 101, amount: 1}, 'reward_chain_id'],
    ['PUT', '/faults', {}, 'body'],
    ['PUT', '/faults', [7], '[0]'],
    ['PUT', '/faults', [{...rule, path: undefined}], '[0].path'],
    ['PUT', '/faults', [{...rule, path: 'api'}], '[0].path'],
    ['PUT', '/faults', [rule, {...rule, fault: 'earthquake'}], '[1].fault'],
    ['PUT', '/faults', [{...rule, method: 7}], '[0].method'],
    ['PUT', '/faults', [{...rule, times: 0}], '[0].times'],
    ['PUT', '/faults', [{...rule, status: 99}], '[0].status'],
    ['PUT', '/faults', [{...rule, status: undefined}], '[0].status'],
    ['PUT', '/faults', [{...rule, headers: {'X-Bad': 'a\nb'}}], '[0].headers.X-Bad'],
    ['PUT', '/faults', [{...rule, headers: {'X Bad': 'a'}}], '[0].headers.X Bad'],
    ['PUT', '/faults', [{...rule, fault: 'delay'}], '[0].ms'],
    ['PUT', '/faults', [{...rule, fault: 'delay', ms: -1}], '[0].ms'],
    ['PUT', '/faults', [{...rule, fault: 'stall'}], '[0].bytes'],
    ['PUT', '/faults', [{...rule, fault: 'truncate', bytes: -1}], '[0].bytes'],
    ['PUT', '/faults', [{...rule, fault: 'body', body: 'x'}], '[0].contentType'],
    ['PUT', '/faults', [{...rule, fault: 'body', contentType: 'a/b', body: {}}], '[0].body'],
  ];

  for (const [method, path, body, field] of cases) {
    const literal = field.replace(/[[\].]/g, '\\$&');
    await assertRefused(await control(sandbox, method, path, body), 422, 1102, new RegExp(`\`${literal}\``));
  }
});

test('a field that nobody reads is refused, and changes nothing', async () => {
  const user = '/users/Rocket';
  const faults = [
    {fault: 'status', status: 500, bytes: 1},
    {fault: 'status-after', status: 500, ms: 1},
    {fault: 'delay', ms: 1, status: 500},
    {fault: 'drop-request', status: 500},
    {fault: 'drop-answer', headers: {}},
    {fault: 'truncate', bytes: 1, ms: 1},
    {fault: 'stall', bytes: 1, ms: 1},
    {fault: 'body', contentType: 'a/b', body: 'x', status: 500},
  ];
  const cases: [string, string, unknown, string][] = [
    ['PUT', '/options', {claims: 'per-chain', claim: 1}, '`claim` is not one of: claims'],
    ['POST', `${user}/token`, {expiresIn: 1}, '`expiresIn` is not one of: expires_in, opaque'],
    ['POST', `${user}/contributions`, {reward_chain_id: 101, amount: 1, user: 'x'}, '`user` is not one of:'],
    ['PUT', '/faults', [{path: '/api', fault: 'drop-request', time: 1}], '`[0].time` is not one of: method, path'],
    ...faults.map(fault => ['PUT', '/faults', [{path: '/api', ...fault}], 'is not one of:'] as (typeof cases)[0]),
  ];

  for (const [method, path, body, says] of cases) {
    const literal = says.replace(/[[\].]/g, '\\$&');
    await assertRefused(await control(sandbox, method, path, body), 422, 1102, new RegExp(literal));
  }

  assert.equal((await rocket.balance(101)).amount, 1155);
});

test('bad input changes nothing', async () => {
  await control(sandbox, 'PUT', '/users/Rocket/attributes', {clan: 'owls', level: 7});
  await control(sandbox, 'PUT', '/faults', [{path: '/api', fault: 'drop-request'}, {}]);

  assert.deepEqual(await rocket.updateClan(), []);
});

test('a body that is no JSON is refused', async () => {
  const answer = await fetch(`${sandbox.url}/sandbox/options`, {method: 'PUT', body: '{"claims":'});

  await assertRefused(answer, 422, 1102, /`body` must be JSON/);
});

test('an unknown control call is not found, and a known one names its method', async () => {
  await assertRefused(await control(sandbox, 'GET', '/nothing'), 404, 0);
  await assertRefused(await control(sandbox, 'GET', '/reset'), 405, 0, /POST$/);
  await assertRefused(await control(sandbox, 'POST', '/faults'), 405, 0, /one of: GET, PUT$/);
});

test('a control call under a name that is not loopback is refused', async () => {
  for (const host of [
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.2.2',
  ]) {
    const request = `GET /sandbox/log HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    assert.match(await exchangeRaw(sandbox.port, request), /^HTTP\/1\.1 403 [^]*loopback host only/);
  }
});

test('a control call is answered under each loopback name', async () => {
  for (const host of ['localhost', 'LOCALHOST:8788', '127.0.0.1', '127.0.0.1:1', '[::1]:8788']) {
    const request = `GET /sandbox/log HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    assert.match(await exchangeRaw(sandbox.port, request), /^HTTP\/1\.1 200 /);
  }
});

test('the log keeps API requests in order, refused ones too, and no control call', async () => {
  await rocket.chains('?limit=1');
  await rocket.claim(101, 1002);
  await rocket.claim(101, 1002);
  await fetch(`${sandbox.apiBase}/nothing?at=all`);
  await fetch(`${sandbox.apiBase}/v2/project/44056/user/clan/update`, {method: 'PUT'});

  const claim = {method: 'POST', path: `${USER_PATH}/reward_chain/101/step/1002/claim`, user: 'Rocket'};
  assert.deepEqual(await log(), [
    {method: 'GET', path: `${USER_PATH}/reward_chain`, user: 'Rocket', applied: true, status: 200},
    {...claim, applied: true, status: 204},
    {...claim, applied: false, status: 422},
    {method: 'GET', path: '/api/nothing', user: null, applied: false, status: 404},
    {method: 'PUT', path: `${USER_PATH}/clan/update`, user: null, applied: false, status: 401},
  ]);
});

test('the log keeps the latest thousand', async () => {
  for (let round = 0; round < 11; round++) {
    await Promise.all(Array.from({length: 100}, () => fetch(`${sandbox.apiBase}/round/${round}`)));
  }

  const rows = await log();
  assert.equal(rows.length, 1000);
  assert.equal(rows[0]?.path, '/api/round/1');
});
