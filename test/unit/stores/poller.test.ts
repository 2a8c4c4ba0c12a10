import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createPoller, type PollerOptions, type PollOutcome} from '../../../src/stores/poller.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A poller of one a second, and the times at which it polled. A poll ends at once with `outcome`, if there is one. */
function pollerOf(outcome?: PollOutcome, options: Partial<PollerOptions> = {}) {
  const clock = new FakeClock();
  const polls: number[] = [];
  const poll = (): void => {
    polls.push(clock.now());
    if (outcome) poller.settle(outcome);
  };
  const poller = createPoller(poll, {intervalMs: 1_000, clock, ...options});
  return {poller, polls, clock};
}

test('it polls at the start and then at every interval', () => {
  const {poller, polls, clock} = pollerOf('ok');

  poller.start();
  clock.pass(3_000);

  assert.deepEqual(polls, [0, 1_000, 2_000, 3_000]);
});

test('it waits for the end of a poll before it counts the interval', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();
  clock.pass(10_000);

  poller.settle('ok');
  clock.pass(1_000);

  assert.deepEqual(polls, [0, 11_000]);
});

test('clients that started together drift apart by a fifth', () => {
  const waits = [0, 0.25, 1 - Number.EPSILON].map(chance => {
    const {poller, clock} = pollerOf('ok');
    clock.chance = chance;
    poller.start();
    return Math.round(clock.waits[0]!);
  });

  assert.deepEqual(waits, [800, 900, 1_200]);
});

test('each failure doubles the wait up to the longest', () => {
  const {poller, polls, clock} = pollerOf('failed', {longestMs: 6_000});

  poller.start();
  clock.pass(24_000);

  assert.deepEqual(polls, [0, 2_000, 6_000, 12_000, 18_000, 24_000]);
});

test('a success makes the wait short again', () => {
  const {poller, clock} = pollerOf();
  poller.start();
  for (let failures = 0; failures < 3; failures++) poller.settle('failed');
  assert.deepEqual(clock.waits, [8_000]);

  poller.settle('ok');

  assert.deepEqual(clock.waits, [1_000]);
});

test('ten minutes of failures at half a minute cost few polls', () => {
  const {poller, polls, clock} = pollerOf('failed', {intervalMs: 30_000});

  poller.start();
  clock.pass(600_000);

  assert.ok(polls.length <= 6, String(polls));
});

test('a thousand failures in a row are no trouble', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();

  for (let failures = 0; failures < 2_000; failures++) poller.settle('failed');
  clock.pass(300_000);

  assert.deepEqual(polls, [0, 300_000]);
});

test('an interval above the longest wait is kept', () => {
  const {poller, polls, clock} = pollerOf('ok', {intervalMs: 3_600_000});

  poller.start();
  clock.pass(7_200_000);

  assert.deepEqual(polls, [0, 3_600_000, 7_200_000]);
});

test('a failure that cannot mend itself ends the rhythm', () => {
  const {poller, polls, clock} = pollerOf('stop');

  poller.start();
  clock.pass(1_000_000);

  assert.deepEqual(polls, [0]);
  assert.deepEqual(clock.waits, []);
});

test('a request from outside takes the rhythm up again', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();
  poller.settle('stop');

  poller.settle('ok');
  clock.pass(1_000);

  assert.equal(polls.length, 2);
});

test('an interval of 0 polls once', () => {
  const {poller, polls, clock} = pollerOf('ok', {intervalMs: 0});

  poller.start();
  clock.pass(1_000_000);

  assert.deepEqual(polls, [0]);
  assert.deepEqual(clock.waits, []);
});
