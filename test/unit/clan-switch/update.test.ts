import assert from 'node:assert/strict';
import {test} from 'node:test';

import {readClanUpdate, sendClanUpdate, toWaitMs} from '../../../src/clan-switch/update.js';
import {rewardAnswer} from '../../support/wire.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const CALL = 'PUT v2/project/44056/user/clan/update';

test('the update has no body and is handed on as it came', async () => {
  const api = new FakeApi().on(CALL, () => json({reward: []}));

  const answer = await sendClanUpdate(httpOver(api.fetch), 44056, 'token-1');

  assert.deepEqual(answer, {status: 200, text: '{"reward":[]}', retryAfter: null, date: null});
  assert.equal(api.requests[0]!.body, null);
});

test('an update without an answer is unknown and sent once', async () => {
  const api = new FakeApi().on(CALL, () => Promise.reject(new TypeError('Failed to fetch')));

  assert.equal(await sendClanUpdate(httpOver(api.fetch), 44056, 'token-1'), undefined);
  assert.equal(api.requests.length, 1);
});

test('an update that is refused is sent once', async () => {
  const api = new FakeApi().on(CALL, () => json({errorCode: 1501}, 401));

  const answer = await sendClanUpdate(httpOver(api.fetch), 44056, 'token-1');

  assert.equal(answer?.status, 401);
  assert.equal(api.requests.length, 1);
});

test('how long the server wants to be left alone is known with a refusal, also from what was kept of it', async () => {
  const headers = {'retry-after': '7'};
  const api = new FakeApi().on(CALL, () => Response.json({errorCode: 0}, {status: 429, headers}));

  const answer = await sendClanUpdate(httpOver(api.fetch), 44056, 'token-1');
  const reading = readClanUpdate(JSON.parse(JSON.stringify(answer)) as typeof answer);

  assert.ok(reading.kind === 'refused');
  assert.deepEqual([reading.error.code, reading.error.retryAfterSec], ['rate-limited', 7]);
});

test('a date to wait for is counted from that of the answer, whatever the device’s clock says', async () => {
  const [now, then] = [Date.UTC(2020, 0, 1), Date.UTC(2020, 0, 1, 0, 0, 40)].map(time => new Date(time).toUTCString());
  const headers = {'retry-after': then!, date: now!};
  const api = new FakeApi().on(CALL, () => Response.json({errorCode: 0}, {status: 429, headers}));

  const answer = await sendClanUpdate(httpOver(api.fetch), 44056, 'token-1');
  const reading = readClanUpdate(JSON.parse(JSON.stringify(answer)) as typeof answer);

  for (const today of [Date.UTC(2020, 0, 1), Date.UTC(2025, 0, 1), 0]) assert.equal(toWaitMs(answer!, today), 40_000);
  assert.ok(reading.kind === 'refused');
  assert.equal(reading.error.retryAfterSec, 40);
});

function read(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readClanUpdate({status, text});
}

test('granted rewards come in the order of the answer', () => {
  const reading = read(200, {reward: [rewardAnswer({sku: 'b'}), rewardAnswer({sku: 'a'})]});

  assert.ok(reading.kind === 'granted' && reading.whole);
  assert.deepEqual(
    reading.rewards.map(({sku, source}) => [sku, source]),
    [
      ['b', 'answer'],
      ['a', 'answer'],
    ],
  );
});

test('an empty list says that nothing was granted', () => {
  assert.deepEqual(read(200, {reward: []}), {kind: 'granted', rewards: [], whole: true});
});

test('a row with a sku or a name is one that can be read', () => {
  for (const row of [{sku: 'box'}, {name: 'Super box'}]) {
    const reading = read(200, {reward: [row]});
    assert.ok(reading.kind === 'granted' && reading.whole, JSON.stringify(row));
  }
});

test('a row that cannot be read costs no other, and is owned up to', () => {
  for (const row of [null, 'x', 5, [], {}, {quantity: 3}, {sku: '', name: null}]) {
    const reading = read(200, {reward: [row, rewardAnswer({sku: 'kept'})]});

    assert.ok(reading.kind === 'granted' && !reading.whole, JSON.stringify(row));
    assert.equal(reading.rewards[1]?.sku, 'kept');
    assert.equal(reading.rewards.length, 2);
  }
});

test('text without a list of rewards proves nothing', () => {
  const bodies = ['', '"x"', '5', 'true', '[1]', '<h1>Welcome</h1>', '{"reward": ['];

  for (const body of bodies) assert.deepEqual(read(200, body), {kind: 'unknown'}, String(body));
});

test('an answer without a list says only that there was one', () => {
  for (const body of ['null', '[]', {}, {reward: null}, {reward: {}}, {rewards: []}])
    assert.deepEqual(read(200, body), {kind: 'unlisted'}, String(body));
});

test('a list under any other status of success is not lost', () => {
  for (const status of [201, 202, 206]) {
    const reading = read(status, {reward: [rewardAnswer({sku: 'kept'})]});
    assert.equal(reading.kind === 'granted' && reading.rewards[0]?.sku, 'kept', String(status));
  }
});

test('a success without a body proves nothing', () => {
  for (const status of [200, 202, 204]) assert.deepEqual(read(status, ''), {kind: 'unknown'}, String(status));
});

test('a missing answer proves nothing', () => {
  assert.deepEqual(readClanUpdate(undefined), {kind: 'unknown'});
});

test('a refused token proves that nothing was done, also without the vendor’s words', () => {
  for (const body of ['', '<h1>Sign in</h1>', {statusCode: 401, errorCode: 1501}]) {
    const reading = read(401, body);
    assert.equal(reading.kind === 'refused' && reading.error.code, 'auth-required');
  }
});

for (const [status, code] of [
  [400, 'invalid'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'invalid'],
  [422, 'invalid'],
  [429, 'rate-limited'],
] as const) {
  test(`a ${status} is a refusal in the vendor’s words only`, () => {
    const reading = read(status, {statusCode: status, errorCode: 0, errorMessage: 'any'});

    assert.equal(reading.kind === 'refused' && reading.error.code, code);
    for (const body of ['', '<h1>Blocked</h1>', {}, {errorCode: 'x'}, []]) {
      assert.deepEqual(read(status, body), {kind: 'unknown'}, String(body));
    }
  });
}

test('a failing server, a redirect or a conflict proves nothing', () => {
  for (const status of [302, 304, 408, 409, 418, 500, 502, 503, 504]) {
    assert.deepEqual(read(status, {statusCode: status, errorCode: 1102}), {kind: 'unknown'}, String(status));
  }
});
