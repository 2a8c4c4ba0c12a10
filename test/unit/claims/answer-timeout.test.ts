import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {waitFor} from '../../../src/claims/answer-timeout.js';
import {FakeClock} from '../../support/fake-clock.js';
import {later} from '../../support/deferred.js';

/** A request under way, with how often it was told to be slow, and whether it is still wanted. */
function waiting(times: {slowMs?: number; giveUpMs?: number} = {}) {
  const clock = new FakeClock();
  const answer = later<string>();
  const seen = {slow: 0, late: [] as string[], isWanted: (): boolean => assert.fail('not asked yet')};
  const request = (isWanted: () => boolean): Promise<string> => ((seen.isWanted = isWanted), answer.promise);
  const told = {onSlow: () => seen.slow++, onLate: (text: string) => seen.late.push(text)};
  const done = waitFor(request, {after: (ms, task) => clock.after(ms, task), ...times}, told);
  return {clock, answer, seen, done};
}

test('an answer in time is passed on, and no timer is left', async () => {
  const {clock, answer, seen, done} = waiting();
  assert.deepEqual(clock.waits, [15_000, 120_000]);

  answer.resolve('here');

  assert.equal(await done, 'here');
  await setImmediate();
  assert.deepEqual([clock.waits, seen.slow, seen.late], [[], 0, []]);
});

test('a failure is passed on, and no timer is left', async () => {
  const {clock, answer, done} = waiting();

  answer.reject(new Error('refused'));

  await assert.rejects(done, /refused/);
  await setImmediate();
  assert.deepEqual(clock.waits, []);
});

test('a wait is told once, and given up in the end; the request is told, and goes on', async () => {
  const {clock, seen, done} = waiting({slowMs: 10, giveUpMs: 100});

  clock.pass(9);
  assert.equal(seen.slow, 0);
  clock.pass(1);
  assert.equal(seen.slow, 1);
  clock.pass(89);
  assert.deepEqual([seen.slow, seen.isWanted()], [1, true]);
  clock.pass(1);

  assert.equal(await done, undefined);
  assert.equal(seen.isWanted(), false);
});

test('a failure after the give-up is nobody’s', async () => {
  const {clock, answer, done} = waiting();
  clock.pass(120_000);
  assert.equal(await done, undefined);

  answer.reject(new Error('gone'));

  await setImmediate();
});

test('an answer after the give-up is told, once', async () => {
  const {clock, answer, seen, done} = waiting();
  clock.pass(120_000);
  assert.equal(await done, undefined);

  answer.resolve('after all');

  await setImmediate();
  assert.deepEqual(seen.late, ['after all']);
});
