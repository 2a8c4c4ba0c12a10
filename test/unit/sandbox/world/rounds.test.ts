import assert from 'node:assert/strict';
import {test} from 'node:test';
import {roundAt} from '../../../../demo/sandbox/world/rounds.js';

const HOUR = 3600 * 1000;
const FIRST = Date.UTC(2026, 0, 31, 12);

test('the first round has no beginning, and ends at the first reset', () => {
  assert.deepEqual(roundAt('hourly', FIRST, FIRST - 1), {since: -Infinity, next: FIRST});
  assert.deepEqual(roundAt('hourly', FIRST, FIRST), {since: FIRST, next: FIRST + HOUR});
});

test('rounds last an hour, a week or a month', () => {
  const later = FIRST + 1000 * HOUR + 1;
  assert.deepEqual(roundAt('hourly', FIRST, later), {since: FIRST + 1000 * HOUR, next: FIRST + 1001 * HOUR});
  assert.deepEqual(roundAt('weekly', FIRST, later), {since: FIRST + 5 * 168 * HOUR, next: FIRST + 6 * 168 * HOUR});
  assert.deepEqual(roundAt('monthly', Date.UTC(2026, 0, 15), Date.UTC(2028, 6, 20)), {
    since: Date.UTC(2028, 6, 15),
    next: Date.UTC(2028, 7, 15),
  });
});
