import assert from 'node:assert/strict';
import {getEventListeners, once} from 'node:events';
import {test, type TestContext} from 'node:test';

import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from './fake-http.js';

const read = {path: 'thing', maxBytes: 1_000};
const silence = (): Promise<never> => new Promise(() => undefined);

/** An API whose answer is `answer`, and the moment at which it is asked. */
function apiThatIsAsked(answer: () => Response | Promise<Response>): {api: FakeApi; asked: Promise<unknown>} {
  const events = new EventTarget();
  const asked = once(events, 'asked');
  const api = new FakeApi().on('GET thing', () => {
    events.dispatchEvent(new Event('asked'));
    return answer();
  });
  return {api, asked};
}

function stopTime(t: TestContext): void {
  t.mock.timers.enable({apis: ['setTimeout']});
}

test('an attempt at a GET whose headers never come ends after eight seconds', async t => {
  stopTime(t);
  const {api, asked} = apiThatIsAsked(silence);
  const controller = new AbortController();
  const failed = assert.rejects(httpOver(api.fetch).read({...read, signal: controller.signal}), {code: 'aborted'});
  await asked;

  t.mock.timers.tick(7_999);
  assert.equal(api.requests[0]!.signal.aborted, false);
  t.mock.timers.tick(1);

  assert.equal(api.requests[0]!.signal.aborted, true);
  controller.abort();
  await failed;
});

test('the limit counts the time of the headers and of the body together', async t => {
  stopTime(t);
  const reading = deferred();
  const body = new ReadableStream({pull: () => (reading.resolve(undefined), silence())}, {highWaterMark: 0});
  const headers = deferred<Response>();
  const {api, asked} = apiThatIsAsked(() => headers.promise);
  const sending = httpOver(api.fetch).send({...read, method: 'GET', timeoutMs: 1_000}, 'token-1');

  await asked;
  t.mock.timers.tick(600);
  headers.resolve(new Response(body));
  await reading.promise;
  t.mock.timers.tick(400);

  const answer = await sending;
  assert.ok('error' in answer);
  assert.deepEqual([answer.error.code, answer.error.message], ['timeout', 'No answer within 1000 ms.']);
});

test('a PUT has no limit of its own', async t => {
  stopTime(t);
  const answer = deferred<Response>();
  const api = new FakeApi().on('PUT thing', () => answer.promise);
  const sending = httpOver(api.fetch, {readTimeoutMs: 10}).send({...read, method: 'PUT'}, 'token-1');

  t.mock.timers.tick(60_000);
  answer.resolve(json({reward: []}));

  assert.equal('status' in (await sending), true);
});

test('a caller who gives up ends the request at once', async () => {
  const {api, asked} = apiThatIsAsked(silence);
  const controller = new AbortController();
  const failed = assert.rejects(httpOver(api.fetch).read({...read, signal: controller.signal}), {code: 'aborted'});
  await asked;

  controller.abort(new Error('the reason of the page'));

  await failed;
  assert.equal(api.requests[0]!.signal.aborted, true);
});

test('a caller who has given up already sends nothing', async () => {
  const api = new FakeApi();

  const failed = httpOver(api.fetch).read({...read, signal: AbortSignal.abort()});

  await assert.rejects(failed, {code: 'aborted', message: 'The request was canceled.'});

  assert.equal(api.requests.length, 0);
});

test('an answer in time leaves no timer and no listener behind', async t => {
  const cleared = t.mock.method(globalThis, 'clearTimeout');
  const started = t.mock.method(globalThis, 'setTimeout');
  const api = new FakeApi().on('GET thing', () => json([]));
  const {signal} = new AbortController();

  await httpOver(api.fetch, {readTimeoutMs: 12_345}).read({...read, signal});

  const timers = started.mock.calls.filter(call => call.arguments[1] === 12_345).map(call => call.result);
  assert.equal(timers.length, 1);
  assert.ok(cleared.mock.calls.some(call => call.arguments[0] === timers[0]));
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

function deferred<T = unknown>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>(settle => (resolve = settle));
  return {promise, resolve};
}

test('a read that was given up before it began asks for no token', async () => {
  const api = new FakeApi();
  const controller = new AbortController();
  controller.abort();
  let asked = 0;
  const token = async (): Promise<string> => `token-${++asked}`;

  const failed = httpOver(api.fetch, {tokens: {token, refresh: token}}).read({...read, signal: controller.signal});

  await assert.rejects(failed, {code: 'aborted'});
  assert.deepEqual([asked, api.requests.length], [0, 0]);
});
