import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createPoller} from '../../../src/stores/poller.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A poller of one a second whose polls succeed at once unless `pending`, and the times at which it polled. */
function pollerOf({intervalMs = 1_000, pending = false} = {}) {
  const clock = new FakeClock();
  const polls: number[] = [];
  const poll = (): void => {
    polls.push(clock.now());
    if (!pending) poller.settle('ok');
  };
  const poller = createPoller(poll, {intervalMs, clock});
  return {poller, polls, clock};
}

test('a hidden page has no timer', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();

  clock.setHidden(true);
  clock.pass(3_600_000);

  assert.deepEqual(clock.waits, []);
  assert.deepEqual(polls, [0]);
});

test('a poll that became overdue while hidden runs once when shown, within two seconds', () => {
  const {poller, polls, clock} = pollerOf({pending: true});
  poller.start();
  poller.settle('ok');
  clock.setHidden(true);
  clock.pass(3_600_000);

  clock.setHidden(false);
  clock.pass(2_000);

  assert.deepEqual(polls, [0, 3_601_000]);
});

test('a page shown before the poll is due waits for the rest of the interval', () => {
  const {poller, polls, clock} = pollerOf();
  poller.start();
  clock.setHidden(true);
  clock.pass(400);

  clock.setHidden(false);

  assert.deepEqual(clock.waits, [600]);
  assert.deepEqual(polls, [0]);
});

test('a page that starts hidden polls when it is shown', () => {
  const {poller, polls, clock} = pollerOf();
  clock.setHidden(true);
  poller.start();
  clock.pass(5_000);
  assert.deepEqual(polls, []);

  clock.setHidden(false);
  clock.pass(0);

  assert.deepEqual(polls, [5_000]);
});

test('a page that starts hidden polls when it is shown even where it polls once only', () => {
  const {poller, polls, clock} = pollerOf({intervalMs: 0});
  clock.setHidden(true);
  poller.start();

  clock.setHidden(false);
  clock.pass(1_000_000);

  assert.deepEqual(polls, [0]);
});

test('a page shown while a poll is on its way does not start another', () => {
  const {poller, polls, clock} = pollerOf({pending: true});
  poller.start();
  poller.settle('ok');
  clock.pass(1_000);
  assert.deepEqual(polls, [0, 1_000]);

  clock.setHidden(true);
  clock.pass(60_000);
  clock.setHidden(false);
  clock.pass(60_000);

  assert.deepEqual(polls, [0, 1_000]);
});

test('a poll that ends while the page is hidden sets no timer', () => {
  const {poller, clock} = pollerOf({pending: true});
  poller.start();
  clock.setHidden(true);

  poller.settle('ok');

  assert.deepEqual(clock.waits, []);
});

test('a page shown twice has one timer', () => {
  const {poller, clock} = pollerOf();
  poller.start();

  for (const hidden of [true, false, false, true, false]) clock.setHidden(hidden);

  assert.equal(clock.waits.length, 1);
});
