import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {GivenTokens, httpOver} from './fake-http.js';

const request = {path: 'thing', maxBytes: 1_000};

/** Accepts one token only. */
function apiThatWants(token: string, method = 'GET'): FakeApi {
  return new FakeApi().on(`${method} thing`, ({headers}) =>
    headers.get('authorization') === `Bearer ${token}` ? json('in') : json({errorCode: 1501}, 401),
  );
}

test('a GET that succeeds is sent once', async () => {
  const api = apiThatWants('token-1');

  assert.equal((await httpOver(api.fetch).read(request)).text, '"in"');
  assert.equal(api.requests.length, 1);
});

test('a GET whose token is refused is sent again with a fresh one', async () => {
  const api = apiThatWants('token-2');
  const tokens = new GivenTokens('token-1', 'token-2');

  const answer = await httpOver(api.fetch, {tokens}).read(request);

  assert.equal(answer.text, '"in"');
  assert.deepEqual(tokens.refused, ['token-1']);
  assert.equal(api.requests.length, 2);
});

test('a GET whose fresh token is refused as well is not sent a third time', async () => {
  const api = apiThatWants('token-3');
  const tokens = new GivenTokens('token-1', 'token-2', 'token-3');

  const reading = httpOver(api.fetch, {tokens}).read(request);

  await assert.rejects(reading, {code: 'auth-required', status: 401, vendorCode: 1501});
  assert.equal(api.requests.length, 2);
});

test('a 401 that is a web page comes from a gate before the API, and does not sign the player out', async () => {
  const gate = () => new Response('<h1>Staff only</h1>', {status: 401, headers: {'content-type': 'text/html'}});
  const api = new FakeApi().on('GET thing', gate);
  const tokens = new GivenTokens('token-1', 'token-2');

  await assert.rejects(httpOver(api.fetch, {tokens}).read(request), {code: 'server', status: 401});
});

for (const method of ['PUT', 'POST'] as const) {
  test(`a ${method} whose token is refused is not sent again`, async () => {
    const api = apiThatWants('token-2', method);
    const tokens = new GivenTokens('token-1', 'token-2');

    const answer = await httpOver(api.fetch, {tokens}).send({...request, method}, 'token-1');

    assert.equal('status' in answer && answer.status, 401);
    assert.equal(api.requests.length, 1);
    assert.deepEqual(tokens.refused, []);
  });
}

for (const [status, code] of [
  [400, 'invalid'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [408, 'timeout'],
  [501, 'server'],
] as const) {
  test(`a GET that is answered ${status} fails as ${code} without a second request`, async () => {
    const api = new FakeApi().on('GET thing', () => json({}, status));

    await assert.rejects(httpOver(api.fetch).read(request), {code, status});
    assert.equal(api.requests.length, 1);
  });
}

test('a GET that finds no network after its token was refused fails', async () => {
  const answers = [() => Promise.resolve(json({}, 401)), () => Promise.reject(new TypeError('Failed to fetch'))];
  const api = new FakeApi().on('GET thing', () => answers.shift()!());

  await assert.rejects(httpOver(api.fetch, {tokens: new GivenTokens('a', 'b')}).read(request), {code: 'network'});
});

test('nothing is sent without a token', async () => {
  const api = new FakeApi();
  const tokens = {...new GivenTokens(), token: () => Promise.reject(new LiveOpsError('auth-required', 'No token.'))};

  await assert.rejects(httpOver(api.fetch, {tokens: tokens as never}).read(request), {code: 'auth-required'});
  assert.equal(api.requests.length, 0);
});

test('a player who gets no fresh token is signed out', async () => {
  const api = apiThatWants('token-2');
  const tokens = new GivenTokens('token-1');
  tokens.refresh = () => Promise.reject(new LiveOpsError('auth-required', 'No token.'));

  await assert.rejects(httpOver(api.fetch, {tokens}).read(request), {code: 'auth-required', message: 'No token.'});
  assert.equal(api.requests.length, 1);
});
