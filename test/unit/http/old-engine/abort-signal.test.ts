import assert from 'node:assert/strict';
import {once} from 'node:events';
import {test} from 'node:test';

// ky looks at these when it loads, so that they have to be gone before.
for (const name of ['any', 'timeout', 'abort']) Reflect.deleteProperty(AbortSignal, name);
for (const name of ['throwIfAborted', 'reason']) Reflect.deleteProperty(AbortSignal.prototype, name);
const {httpOver} = await import('../fake-http.js');
const {FakeApi, json} = await import('../../../support/fake-api.js');
const {serve} = await import('../local-server.js');
const {holdTimers} = await import('../held-timer.js');

const LIMIT = 4_321;
const read = {path: 'thing', maxBytes: 1_000};

test('without AbortSignal.any, a request over its time limit is aborted on the wire', async t => {
  const events = new EventTarget();
  const endLimit = holdTimers(t, LIMIT);
  const server = await serve((_request, response) => {
    response.once('close', () => events.dispatchEvent(new Event('closed')));
    endLimit();
  });
  t.after(() => server.close());
  const closed = once(events, 'closed');
  const http = httpOver(globalThis.fetch, {base: server.url});

  const answer = await http.send({...read, method: 'GET', timeoutMs: LIMIT}, 'token-1');

  assert.equal('error' in answer && answer.error.code, 'timeout');
  await closed;
});

test('without AbortSignal.any, a body that drips past the time limit is aborted on the wire', async t => {
  const events = new EventTarget();
  const endLimit = holdTimers(t, LIMIT);
  const server = await serve((_request, response) => {
    response.writeHead(200, {'content-type': 'application/json'}).write('[');
    const drip = setInterval(() => response.write(' '), 10);
    response.once('close', () => {
      clearInterval(drip);
      events.dispatchEvent(new Event('closed'));
    });
  });
  t.after(() => server.close());
  const closed = once(events, 'closed');
  const dripping: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    setImmediate(endLimit);
    return response;
  };

  const answer = await httpOver(dripping, {base: server.url}).send(
    {...read, method: 'GET', timeoutMs: LIMIT},
    'token-1',
  );

  assert.equal('error' in answer && answer.error.code, 'timeout');
  await closed;
});

test('without AbortSignal.any, a request that the caller gives up is aborted on the wire', async t => {
  const events = new EventTarget();
  const controller = new AbortController();
  const server = await serve((_request, response) => {
    response.once('close', () => events.dispatchEvent(new Event('closed')));
    controller.abort();
  });
  t.after(() => server.close());
  const closed = once(events, 'closed');
  const http = httpOver(globalThis.fetch, {base: server.url});

  await assert.rejects(http.read({...read, signal: controller.signal}), {code: 'aborted'});

  await closed;
});

test('without AbortSignal.any, a read that is given up in a wait sends nothing more', async t => {
  const controller = new AbortController();
  const fetches = t.mock.fn(async () => json({}, 503));
  const endWait = holdTimers(t, 500);
  const reading = httpOver(fetches, {random: () => 1}).read({...read, signal: controller.signal});
  while (fetches.mock.callCount() === 0) await new Promise(resolve => setImmediate(resolve));
  await new Promise(resolve => setImmediate(resolve));

  controller.abort();
  await assert.rejects(reading, {code: 'aborted'});
  endWait();
  await new Promise(resolve => setImmediate(resolve));

  assert.equal(fetches.mock.callCount(), 1);
});

test('without AbortSignal.any, a read is repeated all the same', async () => {
  const answers = [json({}, 503), json([])];
  const api = new FakeApi().on('GET thing', () => answers.shift()!);

  assert.equal((await httpOver(api.fetch).read(read)).text, '[]');
});

test('without AbortSignal.any, an attempt over its time limit is repeated, and its request ends with the read', async t => {
  const events = new EventTarget();
  const endLimit = holdTimers(t, LIMIT);
  let requests = 0;
  const server = await serve((_request, response) => {
    if (++requests > 1) return void response.writeHead(200).end('[]');
    response.once('close', () => events.dispatchEvent(new Event('closed')));
    endLimit();
  });
  t.after(() => server.close());
  const closed = once(events, 'closed');
  const http = httpOver(globalThis.fetch, {base: server.url, readTimeoutMs: LIMIT});

  assert.equal((await http.read(read)).text, '[]');

  await closed;
});
