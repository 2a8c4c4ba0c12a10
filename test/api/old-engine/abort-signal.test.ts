import assert from 'node:assert/strict';
import {once} from 'node:events';
import {test} from 'node:test';

// ky looks at these when it loads, so that they have to be gone before.
for (const name of ['any', 'timeout', 'abort']) Reflect.deleteProperty(AbortSignal, name);
const {httpOver} = await import('../http-over.js');
const {impatient} = await import('../impatient.js');
const {serve} = await import('../local-server.js');

const read = {path: 'thing', maxBytes: 1_000};

test('without AbortSignal.any, a request over its time limit is aborted on the wire', async t => {
  const events = new EventTarget();
  const server = await serve((_request, response) => {
    response.once('close', () => events.dispatchEvent(new Event('closed')));
  });
  t.after(() => server.close());
  const closed = once(events, 'closed');
  const http = httpOver(globalThis.fetch, {base: server.url});

  const answer = await http.send({...read, method: 'GET', timeoutMs: 100}, 'token-1');

  assert.equal('unknown' in answer && answer.unknown.code, 'timeout');
  await closed;
});

test('without AbortSignal.any, a body that drips past the time limit is aborted on the wire', async t => {
  const events = new EventTarget();
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
  const http = httpOver(globalThis.fetch, {base: server.url});

  const answer = await http.send({...read, method: 'GET', timeoutMs: 300}, 'token-1');

  assert.equal('unknown' in answer && answer.unknown.code, 'timeout');
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
  const http = httpOver(globalThis.fetch, {base: server.url, timing: impatient});

  await assert.rejects(http.read({...read, signal: controller.signal}), {code: 'aborted'});

  await closed;
});
