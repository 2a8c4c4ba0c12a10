import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import type {HttpOptions} from '../../../src/http/http.js';
import {putPageOn} from '../../support/clock-page.js';
import {FakeClock} from '../../support/fake-clock.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from './fake-http.js';
import {promisesDone} from '../../support/promises-done.js';

const read = {path: 'thing', maxBytes: 1_000};
const noNetwork = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));
const busy = (retryAfter?: string): Response =>
  new Response('{}', {status: 503, headers: retryAfter === undefined ? {} : {'retry-after': retryAfter}});

/** A client whose answers come in this order, the last one for ever, and the times at which it was asked. */
function asking(
  t: TestContext,
  answers: readonly (() => Response | Promise<Response>)[],
  options: Partial<HttpOptions> = {},
) {
  const clock = new FakeClock();
  putPageOn(t, clock);
  const times: number[] = [];
  const api = new FakeApi().on('GET thing', () => {
    times.push(clock.now());
    return answers[Math.min(times.length, answers.length) - 1]!();
  });
  const http = httpOver(api.fetch, {random: clock.random, ...options});
  /** Reads, while time passes as far as somebody waits for it; gives the code of the error, or `ok`. */
  const reading = async (signal?: AbortSignal): Promise<string> => {
    let end: string | undefined;
    void http.read({...read, signal}).then(
      () => (end = 'ok'),
      (error: {code: string}) => (end = error.code),
    );
    for (await promisesDone(3); end === undefined; await promisesDone(3)) clock.pass(clock.waits[0] ?? 0);
    return end;
  };
  return {clock, times, api, http, reading};
}

for (const [trouble, answer, code] of [
  ['finds no network', noNetwork, 'network'],
  ['is answered 429', () => json({}, 429), 'rate-limited'],
  ['is answered 500', () => json({}, 500), 'server'],
  ['is answered 502 by a proxy', () => new Response('<h1>Bad gateway</h1>', {status: 502}), 'server'],
  ['is answered 503', busy, 'server'],
  ['is answered 504', () => json({}, 504), 'server'],
] as const) {
  test(`a GET that ${trouble} is tried three times`, async t => {
    const {times, reading} = asking(t, [answer]);

    assert.equal(await reading(), code);

    assert.equal(times.length, 3);
  });

  test(`a GET that ${trouble} at first succeeds`, async t => {
    const {times, reading} = asking(t, [answer, answer, () => json([])]);

    assert.equal(await reading(), 'ok');

    assert.equal(times.length, 3);
  });
}

test('each wait is a random part of one that doubles', async t => {
  for (const [chance, expected] of [
    [0, [0, 0, 0]],
    [0.5, [0, 250, 750]],
    [0.999, [0, 499.5, 1498.5]],
  ] as const) {
    const {clock, times, reading} = asking(t, [noNetwork]);
    clock.chance = chance;

    await reading();

    assert.deepEqual(times, expected);
  }
});

test('attempts whose answers never come end within twenty seconds in all', async t => {
  const {clock, times, reading} = asking(t, [() => new Promise<never>(() => undefined)]);

  assert.equal(await reading(), 'timeout');

  assert.deepEqual(times, [0, 8_250, 16_750]);
  assert.equal(clock.now(), 20_000);
  assert.deepEqual(clock.waits, []);
});

for (const [asked, secondAt] of [
  ['7', 7_700],
  ['7.0', 7_700],
  ['0', 1_100],
  [' 7 ', 7_700],
  ['-7', 250],
  ['soon', 250],
  ['', 250],
  ['1e1', 250],
  ['Thu, 01 Jan 1970 00:16:49 GMT', 9_900],
  ['Thu, 01 Jan 1970 00:16:40 GMT', 1_100],
  ['Thu, 01 Jan 1970 00:16:39 GMT', 250],
] as const) {
  test(`a server that asks for "${asked}" is asked again after ${secondAt} ms`, async t => {
    t.mock.timers.enable({apis: ['Date'], now: 1_000_000});
    const {times, reading} = asking(t, [() => busy(asked), () => json([])]);

    assert.equal(await reading(), 'ok');

    assert.deepEqual(times.map(Math.round), [0, secondAt]);
  });
}

test('a date to wait for is counted from that of the answer, whatever the device’s clock says', async t => {
  const date = 'Mon, 01 Jun 2026 12:00:00 GMT';
  for (const now of [0, Date.parse(date) - 4 * 86_400_000, Date.parse(date) + 26 * 86_400_000]) {
    t.mock.timers.enable({apis: ['Date'], now});
    const headers = {date, 'retry-after': 'Mon, 01 Jun 2026 12:00:09 GMT'};
    const {times, reading} = asking(t, [() => new Response('{}', {status: 503, headers}), () => json([])]);

    assert.equal(await reading(), 'ok');

    assert.deepEqual(times.map(Math.round), [0, 9_900]);
    t.mock.timers.reset();
  }
});

for (const asked of ['19', '60', '86400', '9'.repeat(400)]) {
  test(`a server that asks for ${asked.slice(0, 9)} seconds is not asked again in time, and the error says so`, async t => {
    const {http, times} = asking(t, [() => busy(asked)]);

    await assert.rejects(http.read(read), {code: 'server', retryAfterSec: Math.min(60, Number(asked))});

    assert.equal(times.length, 1);
  });
}

test('a server that asks for all the time there is for a read is not asked again', async t => {
  const {clock, times, reading} = asking(t, [() => busy('20')]);
  clock.chance = 0;

  assert.equal(await reading(), 'server');

  assert.equal(times.length, 1);
});

test('an error without a time to wait names none', async t => {
  const {http} = asking(t, [() => json({}, 404)]);

  await assert.rejects(http.read(read), {retryAfterSec: undefined});
});

test('an outage uses up the retries of a session, and then each read is one request', async t => {
  const {times, reading} = asking(t, [busy]);
  const counts: number[] = [];
  for (let read = 0; read < 6; read++) {
    const before = times.length;
    await reading();
    counts.push(times.length - before);
  }

  assert.deepEqual(counts, [3, 3, 2, 1, 1, 1]);
});

test('ten successes earn one retry', async t => {
  let isUp = false;
  const {times, reading} = asking(t, [() => (isUp ? json([]) : busy())]);
  for (let read = 0; read < 4; read++) await reading();
  isUp = true;
  for (let read = 0; read < 9; read++) await reading();
  isUp = false;
  const before = times.length;

  await reading();
  assert.equal(times.length - before, 1);
  isUp = true;
  await reading();
  isUp = false;
  await reading();

  assert.equal(times.length - before, 4);
});

test('refusals earn no retry, however many', async t => {
  let isBusy = true;
  const {times, reading} = asking(t, [() => (isBusy ? busy() : json({}, 404))]);
  for (let read = 0; read < 4; read++) await reading();
  isBusy = false;
  for (let read = 0; read < 20; read++) await reading();
  isBusy = true;
  const before = times.length;

  await reading();

  assert.equal(times.length - before, 1);
});

test('no number of successes earns more than was there at the start', async t => {
  let isUp = true;
  const {times, reading} = asking(t, [() => (isUp ? json([]) : busy())]);
  for (let read = 0; read < 100; read++) await reading();
  isUp = false;
  const before = times.length;
  for (let read = 0; read < 6; read++) await reading();

  assert.equal(times.length - before, 11);
});

test('a caller who gives up while it waits ends the wait at once, and nothing stays behind', async t => {
  const {clock, times, http} = asking(t, [busy]);
  const controller = new AbortController();
  const failed = assert.rejects(http.read({...read, signal: controller.signal}), {code: 'aborted'});
  await promisesDone(3);
  assert.deepEqual(clock.waits, [250, 20_000]);

  controller.abort();
  await failed;
  assert.deepEqual(clock.waits, []);
  clock.pass(60_000);
  await promisesDone(3);

  assert.equal(times.length, 1);
});

test('a token is asked for once, however often a read is tried', async t => {
  let asked = 0;
  const tokens = {token: async () => `token-${++asked}`, refresh: async () => 'never'};
  const {api, reading} = asking(t, [busy], {tokens});

  await reading();

  assert.deepEqual([...new Set(api.requests.map(({headers}) => headers.get('authorization')))], ['Bearer token-1']);
});

test('a token that is refused at a second attempt is replaced, once', async t => {
  const refused: string[] = [];
  const tokens = {token: async () => 'old', refresh: async (token: string) => `new-${refused.push(token)}`};
  const unauthorized = (): Response => json({}, 401);
  const {reading, times} = asking(t, [busy, unauthorized, busy, unauthorized], {tokens});

  assert.equal(await reading(), 'auth-required');

  assert.deepEqual([refused, times.length], [['old'], 4]);
});
