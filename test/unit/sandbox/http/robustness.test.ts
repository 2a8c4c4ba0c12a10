import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {after, afterEach, before, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {exchangeRaw, RawConnection} from '../support/raw-connection.js';
import {assertRefused, controlled, Visitor} from '../support/visitor.js';

const BOARD = '/api/v2/project/44056/user/clan/contributors/101/top';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
// Whatever a test threw at it, the sandbox goes on answering.
afterEach(async () => assert.equal((await rocket.board(101)).length, 4));
after(async () => await sandbox.close());

async function get(target: string): Promise<string> {
  const request = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${rocket.token}\r\n`;
  return await exchangeRaw(sandbox.port, `${request}Connection: close\r\n\r\n`);
}

test('bytes that are no HTTP are turned away', async () => {
  assert.match(await exchangeRaw(sandbox.port, 'hello\r\n\r\n'), /^HTTP\/1\.1 400 /);
  assert.match(await exchangeRaw(sandbox.port, randomBytes(4096)), /^HTTP\/1\.1 400 /);
  assert.match(await exchangeRaw(sandbox.port, 'GET / HTTP/1.1\r\n\r\n'), /^HTTP\/1\.1 400 /);
});

test('a client that leaves in the middle of a request does no harm', async () => {
  const connection = await RawConnection.open(sandbox.port);
  connection.send('PUT /sandbox/faults HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n[{"path"');
  connection.hangUp();
  await connection.answer;
});

test('odd request targets are refused', async () => {
  const odd = [
    '/api/%',
    '/api/%E0%A4%A',
    '/api/%00',
    '//',
    '/api//',
    '/api/../..',
    '/api/\u0001',
    'http://',
    '*',
    '/api?%',
  ];

  for (const target of odd) assert.match(await get(target), /^HTTP\/1\.1 4\d\d /, target);
});

test('malformed percent-encoding in an id is refused by name', async () => {
  assert.match(await get('/api/v2/project/%E0%A4%A/user/reward_chain'), /^HTTP\/1\.1 422 [^]*`project_id`/);
  assert.match(await get('/api/v2/project/44056/user/reward_chain?limit=%E0%A4%A'), /^HTTP\/1\.1 422 [^]*`limit`/);
});

test('an odd host is no obstacle to a player call', async () => {
  const request = `GET ${BOARD} HTTP/1.1\r\nHost: 10.0.2.2:8788\r\nAuthorization: Bearer ${rocket.token}\r\n`;

  assert.match(await exchangeRaw(sandbox.port, `${request}Connection: close\r\n\r\n`), /^HTTP\/1\.1 200 /);
});

test('a control call with too large a body is refused', async () => {
  const body = JSON.stringify({claims: 'x'.repeat(2 ** 20)});

  await assertRefused(await fetch(`${sandbox.url}/sandbox/options`, {method: 'PUT', body}), 413, 0, /1 MiB/);
});

test('a body is capped also when its length is not announced', async () => {
  const body = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 20; part++) controller.enqueue(new Uint8Array(2 ** 16));
      controller.close();
    },
  });
  const init = {method: 'PUT', body, duplex: 'half'} as RequestInit;

  await assertRefused(await fetch(`${sandbox.url}/sandbox/options`, init), 413, 0, /1 MiB/);
});

test('a body on a call that takes none is ignored, and its connection stays usable', async () => {
  for (let index = 0; index < 3; index++) {
    const answer = await rocket.call('PUT', '/clan/update', {body: '{"clan": "owls"'});
    assert.deepEqual(await answer.json(), {reward: []});
    // Goes over the connection that was kept alive.
    assert.equal((await rocket.board(101)).length, 4);
  }
});

test('a control call that comes in pieces, also inside a letter, is put together', async () => {
  const body = Buffer.from('{"clan":"ä"}');
  const connection = await RawConnection.open(sandbox.port);
  connection.send('PUT /sandbox/users/someone/attributes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n');
  connection.send(`Content-Length: ${body.length}\r\n\r\n`);
  connection.send(body.subarray(0, 10));
  // By then the first piece has been read.
  await rocket.board(101);
  connection.send(body.subarray(10));

  assert.match(await connection.answer, /"clan":"ä"/);
});

test('two hundred requests at once are all answered', async () => {
  const boards = await Promise.all(Array.from({length: 200}, () => rocket.board(101)));

  assert.ok(boards.every(board => board.length === 4));
});

test('two sandboxes share nothing', async () => {
  const other = await startSandbox({port: 0});
  const twin = await Visitor.signIn(other, 'Rocket');
  await twin.contribute(101, 1000);

  assert.equal((await rocket.balance(101)).amount, 1155);
  await other.close();
});

test('a port in use is refused with the system’s error', async () => {
  await assert.rejects(startSandbox({port: sandbox.port}), {code: 'EADDRINUSE'});
});

test('closing ends idle, half-sent, stalled and delayed connections at once, and can be repeated', async () => {
  const doomed = await startSandbox({port: 0});
  const visitor = await Visitor.signIn(doomed, 'Rocket');
  await controlled(doomed, 'PUT', '/faults', [
    {path: BOARD, times: 1, fault: 'stall', bytes: 1},
    {path: BOARD, times: 1, fault: 'delay', ms: 600_000},
  ]);
  const idle = await RawConnection.open(doomed.port);
  const half = await RawConnection.open(doomed.port);
  half.send('GET / HTTP/1.1\r\n');
  const stalled = (await visitor.call('GET', '/clan/contributors/101/top')).text();
  const delayed = visitor.call('GET', '/clan/contributors/101/top');
  const ends = Promise.allSettled([stalled, delayed, idle.answer, half.answer]);
  while ((await controlled<unknown[]>(doomed, 'GET', '/log')).length < 2);

  await doomed.close();
  await doomed.close();

  assert.deepEqual(
    (await ends).map(({status}) => status),
    ['rejected', 'rejected', 'fulfilled', 'fulfilled'],
  );
  await assert.rejects(fetch(doomed.url));
});
