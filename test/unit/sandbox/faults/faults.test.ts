import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import type {FaultRule} from '../../../../demo/sandbox/faults/faults.js';
import type {LogRow} from '../../../../demo/sandbox/http/log.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {waitUntil} from '../../../support/wait-until.js';
import {exchangeRaw} from '../support/raw-connection.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

const USER_PATH = '/api/v2/project/44056/user';
const UPDATE = `${USER_PATH}/clan/update`;
const BOARD = `${USER_PATH}/clan/contributors`;
/** An answer that is held for ever would keep its test from ending. */
const LIMITED = {timeout: 30_000};

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => {
  await control(sandbox, 'POST', '/reset');
  await rocket.setClan('ravens');
});
after(async () => await sandbox.close());

async function arrange(...rules: FaultRule[]): Promise<void> {
  await controlled(sandbox, 'PUT', '/faults', rules);
}

async function lastRow(): Promise<LogRow | undefined> {
  return (await controlled<LogRow[]>(sandbox, 'GET', '/log')).at(-1);
}

async function isMoved(): Promise<boolean> {
  return (await rocket.balance(101)).amount === 20;
}

/** The bytes of the body that arrive before it breaks off or nothing more comes. */
async function firstBytes(answer: Response, count: number): Promise<{text: string; rest: Promise<unknown>}> {
  const reader = answer.body?.getReader();
  assert.ok(reader);
  let text = '';
  while (text.length < count) {
    const {value, done} = await reader.read();
    assert.ok(!done, text);
    text += Buffer.from(value).toString();
  }
  return {text, rest: reader.read()};
}

test('status answers instead of applying', async () => {
  await arrange({path: UPDATE, times: 1, fault: 'status', status: 503});

  await assertRefused(await rocket.call('PUT', '/clan/update'), 503, 0);

  assert.deepEqual(await lastRow(), {method: 'PUT', path: UPDATE, user: 'Rocket', applied: false, status: 503});
  assert.equal(await isMoved(), false);
});

test('the rules in force are listed, with the times that are left', async () => {
  const lasting = {path: '/nowhere', fault: 'drop-request'} as const;
  const twice = {path: '/api', method: 'PUT', fault: 'status', status: 503} as const;
  await arrange(lasting, {...twice, times: 2});

  await rocket.call('PUT', '/clan/update');
  assert.deepEqual(await controlled(sandbox, 'GET', '/faults'), [lasting, {...twice, times: 1}]);

  await rocket.call('PUT', '/clan/update');
  assert.deepEqual(await controlled(sandbox, 'GET', '/faults'), [lasting]);
});

test('status 401 without a body is the documented refusal', async () => {
  await arrange({path: UPDATE, fault: 'status', status: 401});

  await assertRefused(await rocket.call('PUT', '/clan/update'), 401, 1501, /Provide authorization/);
});

test('status sends a body of the test’s own: JSON, text, or none', async () => {
  await arrange(
    {path: UPDATE, times: 1, fault: 'status', status: 429, body: {slow: true}, headers: {'Retry-After': '7'}},
    {path: UPDATE, times: 1, fault: 'status', status: 502, body: '<h1>Bad gateway</h1>'},
    {path: UPDATE, times: 1, fault: 'status', status: 204},
  );

  const json = await rocket.call('PUT', '/clan/update');
  assert.deepEqual([json.status, json.headers.get('Retry-After'), await json.json()], [429, '7', {slow: true}]);
  const html = await rocket.call('PUT', '/clan/update');
  assert.match(html.headers.get('Content-Type') ?? '', /^text\/html/);
  assert.equal(await html.text(), '<h1>Bad gateway</h1>');
  assert.equal((await rocket.call('PUT', '/clan/update')).status, 204);
});

test('status-after applies and then answers something else', async () => {
  await arrange({path: UPDATE, fault: 'status-after', status: 500});

  await assertRefused(await rocket.call('PUT', '/clan/update'), 500, 0);

  assert.deepEqual(await lastRow(), {method: 'PUT', path: UPDATE, user: 'Rocket', applied: true, status: 500});
  assert.equal(await isMoved(), true);
});

test('delay applies at once and delays the answer', async () => {
  await arrange({path: UPDATE, fault: 'delay', ms: 60_000});
  const abort = new AbortController();
  const pending = rocket.call('PUT', '/clan/update', {signal: abort.signal});

  await waitUntil(isMoved, 'the move');
  abort.abort();

  await assert.rejects(pending, {name: 'AbortError'});
});

test('a delayed answer comes after its time, whole', async () => {
  await arrange({path: UPDATE, fault: 'delay', ms: 30});
  const start = performance.now();

  assert.deepEqual(await rocket.updateClan(), ['Super box', 'Mega potion']);

  // Timers may fire a millisecond early.
  assert.ok(performance.now() - start >= 29);
  assert.equal((await lastRow())?.status, 200);
});

test('a delayed answer nobody waits for is logged as not sent', async () => {
  await arrange({path: UPDATE, times: 1, fault: 'delay', ms: 60_000}, {path: BOARD, times: 1, fault: 'delay', ms: 30});
  const abort = new AbortController();
  const pending = rocket.call('PUT', '/clan/update', {signal: abort.signal});
  await waitUntil(async () => (await lastRow())?.applied, 'the update');

  abort.abort();
  await assert.rejects(pending);
  // Long enough for the sandbox to notice that the other client has left.
  await rocket.board(101);

  const [row] = await controlled<LogRow[]>(sandbox, 'GET', '/log');
  assert.deepEqual([row?.path, row?.status], [UPDATE, null]);
});

test('drop-request closes the connection and applies nothing', async () => {
  await arrange({path: UPDATE, fault: 'drop-request'});

  await assert.rejects(rocket.call('PUT', '/clan/update'));

  assert.deepEqual(await lastRow(), {method: 'PUT', path: UPDATE, user: 'Rocket', applied: false, status: null});
  assert.equal(await isMoved(), false);
});

test('drop-answer applies and closes the connection with no byte sent', async () => {
  await arrange({path: UPDATE, fault: 'drop-answer'});
  const request = `PUT ${UPDATE} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${rocket.token}\r\n\r\n`;

  assert.equal(await exchangeRaw(sandbox.port, request), '');

  assert.deepEqual(await lastRow(), {method: 'PUT', path: UPDATE, user: 'Rocket', applied: true, status: null});
  assert.equal(await isMoved(), true);
});

test('truncate sends the first bytes of the body and closes', async () => {
  await arrange({path: UPDATE, fault: 'truncate', bytes: 12});

  const answer = await rocket.call('PUT', '/clan/update');
  const {text, rest} = await firstBytes(answer, 12);

  assert.deepEqual([answer.status, text], [200, '{"reward":[{']);
  assert.ok(Number(answer.headers.get('Content-Length')) > 12);
  await assert.rejects(rest);
  assert.deepEqual(await lastRow(), {method: 'PUT', path: UPDATE, user: 'Rocket', applied: true, status: 200});
});

test('truncate at zero bytes sends the headers alone', async () => {
  await arrange({path: UPDATE, fault: 'truncate', bytes: 0});

  const answer = await rocket.call('PUT', '/clan/update');

  assert.equal(answer.status, 200);
  await assert.rejects(answer.text());
});

test('stall sends the first bytes of the body and then nothing, until the client leaves', LIMITED, async () => {
  await arrange({path: UPDATE, fault: 'stall', bytes: 5});
  const abort = new AbortController();

  const answer = await rocket.call('PUT', '/clan/update', {signal: abort.signal});
  const {text, rest} = await firstBytes(answer, 5);
  const settled = rest.then(
    () => 'more',
    () => 'ended',
  );

  assert.equal(text, '{"rew');
  assert.equal((await lastRow())?.status, 200);
  assert.equal(await Promise.race([settled, isMoved()]), true);
  abort.abort();
  assert.equal(await settled, 'ended');
});

test('of an answer without a body truncate and stall send nothing', LIMITED, async () => {
  const path = `${USER_PATH}/reward_chain/101/step`;
  await rocket.setClan('wolves');
  await arrange({path, times: 1, fault: 'truncate', bytes: 3}, {path, times: 1, fault: 'stall', bytes: 3});

  await assert.rejects(rocket.claim(101, 1002));
  assert.deepEqual(await lastRow(), {
    method: 'POST',
    path: `${path}/1002/claim`,
    user: 'Rocket',
    applied: true,
    status: null,
  });

  const abort = new AbortController();
  const pending = rocket.call('POST', '/reward_chain/101/step/1003/claim', {signal: abort.signal});
  const isClaimed = async (): Promise<boolean> => {
    const row = await lastRow();
    return row?.applied === true && row.path.includes('1003');
  };
  await waitUntil(isClaimed, 'the claim');
  abort.abort();
  await assert.rejects(pending);
  assert.equal((await lastRow())?.status, null);
});

test('body answers with another body and the true status, after applying', async () => {
  await arrange({path: UPDATE, fault: 'body', contentType: 'text/html', body: '<form>Hotel login</form>'});

  const answer = await rocket.call('PUT', '/clan/update');

  assert.deepEqual([answer.status, answer.headers.get('Content-Type')], [200, 'text/html']);
  assert.equal(await answer.text(), '<form>Hotel login</form>');
  assert.equal((await lastRow())?.applied, true);
  assert.equal(await isMoved(), true);
});

test('body takes the place of an answer without one', async () => {
  await rocket.setClan('wolves');
  await arrange({path: USER_PATH, fault: 'body', contentType: 'application/json', body: '{'});

  const answer = await rocket.claim(101, 1002);

  assert.deepEqual([answer.status, await answer.text()], [200, '{']);
});

test('every answer a fault makes up can be read by a page', async () => {
  await arrange(
    {path: BOARD, times: 1, fault: 'status', status: 500},
    {path: BOARD, times: 1, fault: 'status-after', status: 500},
    {path: BOARD, times: 1, fault: 'delay', ms: 1},
    {path: BOARD, times: 1, fault: 'body', contentType: 'text/plain', body: 'x'},
    {path: BOARD, times: 1, fault: 'truncate', bytes: 10_000},
  );

  for (let index = 0; index < 5; index++) {
    const answer = await rocket.call('GET', '/clan/contributors/101/top');
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    await answer.text();
  }
});

test('times counts down, and the next rule takes over', async () => {
  await arrange(
    {path: BOARD, times: 2, fault: 'status', status: 500},
    {path: BOARD, times: 1, fault: 'status', status: 502},
  );
  const statuses: number[] = [];

  for (let index = 0; index < 4; index++)
    statuses.push((await rocket.call('GET', '/clan/contributors/101/top')).status);

  assert.deepEqual(statuses, [500, 500, 502, 200]);
});

test('without times a fault stays until it is cleared', async () => {
  await arrange({path: BOARD, fault: 'status', status: 500});
  for (let index = 0; index < 5; index++) {
    assert.equal((await rocket.call('GET', '/clan/contributors/101/top')).status, 500);
  }

  await arrange();

  assert.equal((await rocket.board(101)).length, 4);
});

test('a fault meets its method in any letter case, and no other', async () => {
  await arrange({method: 'put', path: USER_PATH, fault: 'status', status: 500});

  assert.equal((await rocket.board(101)).length, 4);
  assert.equal((await rocket.call('PUT', '/clan/update')).status, 500);
});

test('a fault meets the paths that begin with its own, whatever the query', async () => {
  await arrange({path: `${USER_PATH}/reward_chain`, fault: 'status', status: 500});

  assert.equal((await rocket.board(101)).length, 4);
  assert.equal((await rocket.call('GET', '/reward_chain?limit=1')).status, 500);
  assert.equal((await rocket.call('GET', '/reward_chain/101/balance')).status, 500);
});

test('no fault meets a control call', async () => {
  await arrange({path: '/', fault: 'drop-request'});

  assert.equal((await control(sandbox, 'GET', '/log')).status, 200);
});
