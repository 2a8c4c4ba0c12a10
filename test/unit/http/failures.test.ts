import assert from 'node:assert/strict';
import {test} from 'node:test';

import {isDefinitive, toFailure} from '../../../src/http/failures.js';

function answer(status: number, body: unknown = '') {
  return {status, headers: new Headers(), text: typeof body === 'string' ? body : JSON.stringify(body)};
}

test('a status of success is no failure', () => {
  for (const status of [200, 201, 204, 299]) assert.equal(toFailure(answer(status, {errorCode: 9912})), undefined);
});

for (const [status, code] of [
  // What `Response.error()` has.
  [0, 'server'],
  [300, 'server'],
  [304, 'server'],
  [400, 'invalid'],
  [401, 'auth-required'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'invalid'],
  [422, 'invalid'],
  [429, 'rate-limited'],
  [499, 'invalid'],
  [500, 'server'],
  [503, 'server'],
  [599, 'server'],
] as const) {
  test(`status ${status} is ${code}`, () => {
    const failure = toFailure(answer(status));

    assert.deepEqual([failure?.code, failure?.status, failure?.vendorCode], [code, status, undefined]);
  });
}

for (const [status, errorCode, code] of [
  [401, 1501, 'auth-required'],
  [404, 9911, 'not-found'],
  [422, 1102, 'invalid'],
  [422, 9912, 'already-claimed'],
  [422, 9913, 'not-enough-points'],
] as const) {
  test(`status ${status} with the vendor’s code ${errorCode} is ${code}`, () => {
    const failure = toFailure(answer(status, {statusCode: status, errorCode, errorMessage: 'any'}));

    assert.deepEqual([failure?.code, failure?.status, failure?.vendorCode], [code, status, errorCode]);
  });
}

test('the message quotes the code as the vendor’s documents do, and nothing of the body', () => {
  const failure = toFailure(answer(422, {errorCode: 9912, errorMessage: 'player Rocket'}));

  assert.match(failure!.message, /HTTP 422/);
  assert.match(failure!.message, /0401-9912/);
  assert.doesNotMatch(failure!.message, /Rocket/);
  assert.equal(toFailure(answer(503))?.message, 'The LiveOps API answered HTTP 503.');
});

test('the status decides where the body contradicts it', () => {
  assert.equal(toFailure(answer(404, {statusCode: 422, errorCode: 1102}))?.code, 'not-found');
  assert.equal(toFailure(answer(401, {statusCode: 200, errorCode: 9912}))?.code, 'auth-required');
  assert.equal(toFailure(answer(503, {statusCode: 422, errorCode: 9913}))?.code, 'server');
});

test('a body that holds no readable code leaves it out', () => {
  const bodies = ['', '<h1>Bad gateway</h1>', 'null', '[]', '"9912"', '{', {}, {errorCode: null}];
  const codes = ['9912', 0, -1, 1.5, 1e300, true, {}, [9912]].map(errorCode => ({errorCode}));

  for (const body of [...bodies, ...codes]) {
    const failure = toFailure(answer(422, body));
    assert.deepEqual([failure?.code, failure?.vendorCode], ['invalid', undefined], JSON.stringify(body));
  }
});

test('a success, a refused token, and a refusal with the vendor’s code, which may be 0, are the vendor’s word', () => {
  for (const given of [answer(200), answer(204), answer(401, '<h1>Sign in</h1>'), answer(403, {errorCode: 0})])
    assert.equal(isDefinitive(given), true);
  for (const body of ['', {}, [], 'null', {errorCode: '1501'}, {errorCode: -1}, '<h1>Blocked</h1>'])
    assert.equal(isDefinitive(answer(422, body)), false, JSON.stringify(body));
  for (const status of [0, 300, 302, 408, 409, 500, 503])
    assert.equal(isDefinitive(answer(status, {errorCode: 1102})), false, String(status));
});
