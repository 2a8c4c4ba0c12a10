import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createPoller} from '../../../src/stores/poller.js';
import {FakeClock} from '../../support/fake-clock.js';

/** A poller of half a minute whose polls end at once with what `outcome` says, and the times at which it polled. */
function pollerOf(outcome: () => 'ok' | 'failed' = () => 'ok', chance = 0.5) {
  const clock = new FakeClock();
  clock.chance = chance;
  const polls: number[] = [];
  const poll = (): void => {
    polls.push(clock.now());
    poller.settle(outcome());
  };
  const poller = createPoller(poll, {intervalMs: 30_000, clock});
  poller.start();
  return {poller, polls, clock};
}

test('a page hidden for an hour asks for nothing, and once when it is back', () => {
  const {polls, clock} = pollerOf();
  clock.setHidden(true);
  clock.pass(3_600_000);
  assert.equal(polls.length, 1);

  clock.setHidden(false);
  clock.pass(2_000);

  assert.equal(polls.length, 2);
});

test('a thousand pages that come back together ask within two seconds of one another, not at once', () => {
  const starts = Array.from({length: 1_000}, (_, index) => {
    const {polls, clock} = pollerOf(() => 'ok', index / 1_000);
    clock.setHidden(true);
    clock.pass(3_600_000);
    clock.setHidden(false);
    clock.pass(2_000);
    return polls[1]! - 3_600_000;
  });

  assert.ok(Math.min(...starts) === 0 && Math.max(...starts) > 1_990 && Math.max(...starts) <= 2_000);
  for (let tenth = 0; tenth < 10; tenth++) {
    const inTenth = starts.filter(ms => Math.min(9, Math.floor(ms / 200)) === tenth).length;
    assert.ok(inTenth <= 110, `${inTenth} in tenth ${tenth}`);
  }
});

test('a page shown again and again does not put its poll off', () => {
  const {polls, clock} = pollerOf();
  clock.setHidden(true);
  clock.pass(60_000);

  clock.setHidden(false);
  clock.pass(500);
  clock.setHidden(false);
  clock.pass(500);

  assert.deepEqual(polls, [0, 61_000]);
});

test('back on the network a poll that failed is repeated within five seconds', () => {
  for (const [chance, after] of [
    [0, 0],
    [0.5, 2_500],
    [0.998, 4_990],
  ] as const) {
    let isUp = false;
    const {polls, clock} = pollerOf(() => (isUp ? 'ok' : 'failed'), chance);
    clock.pass(10_000);
    isUp = true;

    clock.goOnline();
    clock.pass(5_000);

    assert.deepEqual(polls, [0, 10_000 + after]);
  }
});

test('back on the network a poll that is due sooner is not put off', () => {
  const {polls, clock} = pollerOf(() => 'failed', 0.998);
  clock.pass(71_000);
  assert.equal(polls.length, 1);

  clock.goOnline();
  clock.pass(1_000);

  assert.equal(polls.length, 2);
});

test('back on the network nothing is asked where nothing had failed', () => {
  const {polls, clock} = pollerOf();
  clock.pass(10_000);

  clock.goOnline();
  clock.pass(10_000);

  assert.deepEqual(polls, [0]);
});

for (const [jump, ms] of [
  ['an hour ahead', 3_600_000],
  ['an hour back', -3_600_000],
  ['ten years ahead', 315_576_000_000],
  ['ten years back', -315_576_000_000],
] as const) {
  test(`a calendar that jumps ${jump} is a machine that slept: one poll, soon`, () => {
    const {polls, clock} = pollerOf(() => 'failed');
    clock.pass(60_000 + 120_000);
    assert.deepEqual(polls, [0, 60_000, 180_000]);

    clock.jump(ms);
    clock.pass(76_000);
    assert.deepEqual(polls, [0, 60_000, 180_000, 256_000]);
    clock.pass(299_000);

    assert.equal(polls.length, 4);
  });
}

test('a calendar that is corrected by seconds changes nothing', () => {
  const {polls, clock} = pollerOf(() => 'failed');

  for (let minute = 0; minute < 4; minute++) {
    clock.jump(2_000);
    clock.pass(60_000);
  }

  assert.deepEqual(polls, [0, 60_000, 180_000]);
});

test('a timer that comes late because the machine slept polls soon, not at the moment of waking', () => {
  const {polls, clock} = pollerOf();

  clock.sleep(7_200_000);
  assert.deepEqual(polls, [0]);
  clock.pass(1_000);

  assert.deepEqual(polls, [0, 7_201_000]);
});

test('a timer that is late by less than a nap polls at once', () => {
  const {polls, clock} = pollerOf();

  clock.sleep(34_000);

  assert.deepEqual(polls, [0, 34_000]);
});

test('a wait that the server asked for is kept, with a fifth of spread, however short the interval', () => {
  for (const [chance, at] of [
    [0, 60_000],
    [0.5, 66_000],
    [1, 72_000],
  ] as const) {
    const {poller, polls, clock} = pollerOf(() => 'ok', chance);
    poller.settle('ok', 60_000);

    clock.pass(at - 1);
    assert.equal(polls.length, 1);
    clock.pass(1);

    assert.equal(polls.length, 2);
  }
});

test('a wait longer than the server asked for is not shortened', () => {
  const {poller, polls, clock} = pollerOf();
  poller.settle('failed', 1_000);

  clock.pass(59_999);

  assert.equal(polls.length, 1);
});

test('a start with a fresh answer waits for the interval', () => {
  const {poller, polls, clock} = pollerOf();
  poller.stop();

  poller.start(true);
  clock.pass(29_999);
  assert.deepEqual(polls, [0]);
  clock.pass(1);

  assert.deepEqual(polls, [0, 30_000]);
});

test('back on the network nothing is asked during a poll that is on its way', () => {
  let isAnswered = true;
  const clock = new FakeClock();
  const polls: number[] = [];
  const poll = (): void => {
    polls.push(clock.now());
    if (isAnswered) poller.settle('failed');
  };
  const poller = createPoller(poll, {intervalMs: 30_000, clock});
  poller.start();
  isAnswered = false;
  clock.pass(60_000);

  clock.goOnline();
  clock.pass(5_000);

  assert.deepEqual(polls, [0, 60_000]);
});

test('a page that comes back at the very moment of its poll has it then', () => {
  const {polls, clock} = pollerOf();
  clock.setHidden(true);
  clock.pass(30_000);

  clock.setHidden(false);
  clock.pass(0);

  assert.deepEqual(polls, [0, 30_000]);
});

test('a timer that is late by just a nap polls at once', () => {
  const {polls, clock} = pollerOf();

  clock.sleep(35_000);

  assert.deepEqual(polls, [0, 35_000]);
});
