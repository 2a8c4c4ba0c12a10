import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createPoller} from '../../../src/stores/poller.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A poller of one a second whose polls succeed at once unless `pending`, and the times at which it polled. */
function pollerOf({pending = false} = {}) {
  const clock = new FakeClock();
  const polls: number[] = [];
  const poll = (): void => {
    polls.push(clock.now());
    if (!pending) poller.settle('ok');
  };
  const poller = createPoller(poll, {intervalMs: 1_000, clock});
  return {poller, polls, clock};
}

test('a second start changes nothing', () => {
  const {poller, polls, clock} = pollerOf();

  poller.start();
  poller.start();

  assert.deepEqual([polls.length, clock.waits.length, clock.watchers], [1, 1, 1]);
});

test('a stopped poller leaves no timer and no listener behind', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();

  poller.stop();
  poller.settle('ok');
  clock.pass(60_000);

  assert.deepEqual([polls.length, clock.waits, clock.watchers], [1, [], 0]);
});

test('a poller that was never started can be stopped', () => {
  const {poller, clock} = pollerOf();

  poller.stop();

  assert.equal(clock.watchers, 0);
});

test('a new start polls at once and forgets the failures', () => {
  const {poller, polls, clock} = pollerOf({pending: true});
  poller.start();
  poller.settle('failed');
  poller.settle('failed');
  poller.stop();

  poller.start();
  poller.settle('failed');

  assert.equal(polls.length, 2);
  assert.deepEqual(clock.waits, [2_000]);
});
