import assert from 'node:assert/strict';
import {test} from 'node:test';

import {ServerClock, UNKNOWN_TIME} from '../../../src/stores/server-clock.js';

const NOON = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;
const seconds = (time: number): number => time / 1_000;
const answer = (date: string, type = 'application/json') => new Headers({date, 'content-type': type});
const dated = (time: number): Headers => answer(new Date(time).toUTCString());

function clockAt(start = 5_000) {
  const device = {now: start};
  return {device, clock: new ServerClock(() => device.now)};
}

test('a token says which times are over and which are still to come, and time goes on', () => {
  const {clock, device} = clockAt();
  clock.learnToken({iat: seconds(NOON), exp: seconds(NOON + 24 * HOUR)});
  device.now += HOUR;

  assert.deepEqual(clock.time(), {earliest: NOON + HOUR, latest: NOON + 25 * HOUR, isKnown: true});
});

test('an older token takes nothing back', () => {
  const {clock, device} = clockAt();
  clock.learnToken({iat: seconds(NOON), exp: seconds(NOON + HOUR)});
  device.now += 1_000;
  clock.learnToken({iat: seconds(NOON - 9 * HOUR), exp: seconds(NOON + 15 * HOUR)});

  assert.deepEqual(clock.time(), {earliest: NOON + 1_000, latest: NOON + 15 * HOUR, isKnown: true});
});

test('tokens that contradict each other bound nothing from above', () => {
  const {clock} = clockAt();
  clock.learnToken({iat: seconds(NOON)});
  clock.learnToken({iat: seconds(NOON - 9 * HOUR), exp: seconds(NOON - 8 * HOUR)});

  assert.deepEqual(clock.time(), {earliest: NOON, latest: UNKNOWN_TIME.latest, isKnown: true});
});

test('the date of an answer is worth more than any token', () => {
  const {clock, device} = clockAt();
  clock.learnToken({iat: seconds(NOON + 900 * HOUR), exp: seconds(NOON + 924 * HOUR)});
  clock.learnAnswer(dated(NOON));
  device.now += 2_000;
  clock.learnAnswer(dated(NOON + HOUR));

  assert.deepEqual(clock.time(), {earliest: NOON + HOUR, latest: NOON + HOUR + 60_000, isKnown: true});
});

test('nonsense tells nothing', () => {
  const {clock} = clockAt();
  const noTimes = [0, -1, 5, 1e12, 9e15, NaN, Infinity, '1780000000', null, undefined, {}, [seconds(NOON)]];
  for (const iat of noTimes) clock.learnToken({iat, exp: seconds(NOON)});
  clock.learnToken({iat: seconds(NOON), exp: seconds(NOON)});
  const noDates = ['', 'noon', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 01 Jan 2300 00:00:00 GMT'];
  for (const date of noDates) clock.learnAnswer(answer(date));
  clock.learnAnswer(answer(new Date(NOON).toUTCString(), 'text/html'));
  clock.learnAnswer(new Headers());

  assert.equal(clock.time(), UNKNOWN_TIME);
});
