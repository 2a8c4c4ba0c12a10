import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {createRecovery} from '../../../src/clan-switch/recovery.js';
import {FakeClock} from '../../support/fake-clock.js';
import {later} from '../../support/deferred.js';

const HOUR = 3_600_000;

/** A recovery whose looks end as `isOpen` says; `looks` has for each whether it was allowed to do more than read. */
function recovering(isOpen: () => boolean | Promise<boolean> = () => true, most?: number) {
  const clock = new FakeClock();
  clock.chance = 1;
  const looks: boolean[] = [];
  const recovery = createRecovery({
    attempt: async mayLook => (looks.push(mayLook), {isOpen: await isOpen()}),
    today: clock.today,
    after: (ms, task) => clock.after(ms, task),
    random: clock.random,
    ...(most !== undefined && {most}),
  });
  return {recovery, clock, looks};
}

test('a wake-up looks at once, and where nothing is open that was all', async () => {
  const {recovery, clock, looks} = recovering(() => false);

  recovery.wake();
  await setImmediate();

  assert.deepEqual([looks, clock.waits], [[true], []]);
});

test('what stays open is looked up again, ever later, five times in all', async () => {
  const {recovery, clock, looks} = recovering();
  const waits: number[] = [];
  recovery.wake();
  await setImmediate();

  for (let [wait = HOUR] = clock.waits; wait < HOUR; [wait = HOUR] = clock.waits) {
    waits.push(wait);
    clock.pass(wait);
    await setImmediate();
  }

  assert.deepEqual(waits, [8_000, 32_000, 120_000, 120_000]);
  assert.deepEqual(looks, [true, true, true, true, true]);
});

test('after that a wake-up reads and looks up nothing', async () => {
  const {recovery, clock, looks} = recovering(() => true, 1);

  recovery.wake();
  await setImmediate();
  recovery.wake();
  await setImmediate();

  assert.deepEqual([looks, clock.waits], [[true, false], [HOUR]]);
});

test('the wait is drawn from nothing up to its length', async () => {
  const {recovery, clock} = recovering();
  clock.chance = 0.25;

  recovery.wake();
  await setImmediate();

  assert.deepEqual(clock.waits, [2_000]);
});

test('a wake-up while it waits looks at once, in place of the later look', async () => {
  const {recovery, clock, looks} = recovering();
  recovery.wake();
  await setImmediate();

  recovery.wake();
  await setImmediate();

  assert.equal(looks.length, 2);
  assert.deepEqual(clock.waits, [32_000]);
});

test('wake-ups during a look are one more look after it', async () => {
  const end = later<boolean>();
  const {recovery, clock, looks} = recovering(() => end.promise);
  recovery.wake();
  recovery.wake();
  recovery.wake();
  await setImmediate();
  assert.equal(looks.length, 1);

  end.resolve(false);
  await setImmediate();

  assert.deepEqual([looks.length, clock.waits], [2, []]);
});

test('one that is stopped looks no more', async () => {
  const {recovery, clock, looks} = recovering();
  recovery.wake();
  await setImmediate();

  recovery.stop();

  assert.deepEqual([looks.length, clock.waits], [1, []]);
});

test('one that is stopped during a look plans no other', async () => {
  const end = later<boolean>();
  const {recovery, clock} = recovering(() => end.promise);
  recovery.wake();

  recovery.stop();
  end.resolve(true);
  await setImmediate();

  assert.deepEqual(clock.waits, []);
});
