import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {HttpRequest} from '../../../src/http/http.js';
import {API, FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from './fake-http.js';
import {putPageOn} from '../../support/clock-page.js';
import {FakeClock} from '../../support/fake-clock.js';

const METHODS = ['GET', 'PUT', 'POST'] as const;
const get: HttpRequest = {method: 'GET', path: 'thing', maxBytes: 1_000};

function errorCode(answer: object): string | undefined {
  return 'error' in answer ? (answer.error as {code?: string}).code : undefined;
}

test('a request carries the bearer token and nothing else that identifies the player', async () => {
  const api = new FakeApi().on('GET thing', () => json([]));

  await httpOver(api.fetch).send(get, 'token-9');

  const [request] = api.requests;
  assert.deepEqual(Object.fromEntries(request!.headers), {authorization: 'Bearer token-9', accept: 'application/json'});
  assert.equal(request!.credentials, 'omit');
  assert.equal(request!.referrerPolicy, 'no-referrer');
});

test('a request follows no redirect and asks no cache', async () => {
  const api = new FakeApi().on('GET thing', () => json([]));

  await httpOver(api.fetch).send(get, 'token-1');

  assert.equal(api.requests[0]!.redirect, 'error');
  assert.equal(api.requests[0]!.cache, 'no-store');
});

test('the path and the query follow the base', async () => {
  const api = new FakeApi().on('GET a/b', () => json([]));

  await httpOver(api.fetch).send({...get, path: 'a/b', query: {limit: 50, offset: 0}}, 'token-1');

  assert.match(api.requests[0]!.url, /\/api\/a\/b\?limit=50&offset=0&_=\w+$/);
  assert.ok(api.requests[0]!.url.startsWith(`${API}/a/b?`));
});

for (const method of METHODS) {
  for (const status of [401, 408, 413, 429, 500, 502, 503, 504]) {
    test(`a ${method} that is answered ${status} is sent once`, async () => {
      const api = new FakeApi().on(`${method} thing`, () => new Response('', {status, headers: {'retry-after': '0'}}));

      const answer = await httpOver(api.fetch).send({...get, method}, 'token-1');

      assert.equal('status' in answer && answer.status, status);
      assert.equal(api.requests.length, 1);
    });
  }

  test(`a ${method} that finds no network is sent once and has an unknown outcome`, async () => {
    const api = new FakeApi().on(`${method} thing`, () => Promise.reject(new TypeError('Failed to fetch')));

    const answer = await httpOver(api.fetch).send({...get, method}, 'token-1');

    assert.equal(errorCode(answer), 'network');
    assert.equal('error' in answer && answer.error.message, 'The LiveOps API cannot be reached.');
    assert.equal(api.requests.length, 1);
  });
}

for (const status of [200, 201, 202, 206, 302, 304, 400, 403, 404, 422, 599]) {
  test(`an answer with status ${status} is handed on whole`, async () => {
    const headers = {'x-kept': 'yes'};
    const text = status === 304 ? null : 'any text';
    const api = new FakeApi().on('GET thing', () => new Response(text, {status, headers}));

    const answer = await httpOver(api.fetch).send(get, 'token-1');

    assert.ok('status' in answer);
    assert.deepEqual([answer.status, answer.headers.get('x-kept'), answer.text], [status, 'yes', text ?? '']);
  });
}

test('an answer without a body has an empty text', async () => {
  const api = new FakeApi().on('POST thing', () => new Response(null, {status: 204}));

  const answer = await httpOver(api.fetch).send({...get, method: 'POST'}, 'token-1');

  assert.deepEqual('status' in answer && [answer.status, answer.text], [204, '']);
});

test('an answer whose body breaks off has an unknown outcome', async () => {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"reward": ['));
      controller.error(new TypeError('terminated'));
    },
  });
  const api = new FakeApi().on('PUT thing', () => new Response(body));

  assert.equal(errorCode(await httpOver(api.fetch).send({...get, method: 'PUT'}, 'token-1')), 'network');
});

test('an answer above the cap has an unknown outcome', async () => {
  const api = new FakeApi().on('GET thing', () => new Response('x'.repeat(1_001)));

  assert.equal(errorCode(await httpOver(api.fetch).send(get, 'token-1')), 'bad-answer');
});

test('a fetch that refuses any receiver but the page works', async () => {
  const picky = function (this: unknown) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return Promise.resolve(json([]));
  };

  assert.ok('status' in (await httpOver(picky).send(get, 'token-1')));
});

test('the page’s own fetch is used where none is given', async t => {
  const picky = function (this: unknown) {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return Promise.resolve(json([]));
  };
  const own = t.mock.method(globalThis, 'fetch', picky);

  const answer = await httpOver(undefined as never).send(get, 'token-1');

  assert.ok('status' in answer);
  assert.equal(own.mock.callCount(), 1);
});

test('each request is shown with its time, call, outcome and duration', async t => {
  t.mock.timers.enable({apis: ['Date'], now: 0});
  const clock = new FakeClock();
  putPageOn(t, clock);
  clock.pass(1_000);
  const told: string[] = [];
  const answers = [() => json([]), () => Promise.reject(new TypeError('Failed to fetch'))];
  const api = new FakeApi().on('GET thing', () => {
    clock.pass(25);
    return answers.shift()!();
  });
  const http = httpOver(api.fetch, {onTrace: line => told.push(line)});

  await http.send(get, 'token-1');
  await http.send(get, 'token-1');

  assert.deepEqual(told, [
    '1970-01-01T00:00:00.000Z GET thing 200 25 ms',
    '1970-01-01T00:00:00.000Z GET thing network 25 ms',
  ]);
});
