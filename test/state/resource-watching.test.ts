import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {promisesDone} from './pending-loads.js';
import {watched} from './resource-over.js';
import {shownIn} from './store-state.js';

/** nanostores waits so long before it takes a store for unwatched. */
const UNWATCHED_AFTER = 1_000;

function stopTime(t: TestContext): void {
  t.mock.timers.enable({apis: ['setTimeout']});
}

test('a second after the last listener left, the request is given up and polling ends', async t => {
  stopTime(t);
  const {$store, loads, clock, stop} = watched();

  stop();
  t.mock.timers.tick(UNWATCHED_AFTER);
  loads.last.succeed('late');
  await promisesDone();

  assert.equal(loads.last.signal.aborted, true);
  assert.deepEqual($store.value, {status: 'idle'});
  assert.deepEqual([clock.waits, clock.watchers], [[], 0]);
});

test('a value stays after the last listener left, and the next one asks anew', async t => {
  stopTime(t);
  const {$store, loads, clock, stop} = watched();
  loads.last.succeed('kept');
  await promisesDone();
  stop();
  t.mock.timers.tick(UNWATCHED_AFTER);
  clock.pass(3_600_000);
  assert.equal(loads.count, 1);

  $store.listen(() => undefined);

  assert.equal(shownIn($store), 'kept');
  assert.equal(loads.count, 2);
});

test('a listener that comes back within a second costs nothing', async t => {
  stopTime(t);
  const {$store, loads, clock, stop} = watched();
  loads.last.succeed('kept');
  await promisesDone();

  stop();
  t.mock.timers.tick(UNWATCHED_AFTER - 1);
  $store.listen(() => undefined);
  t.mock.timers.tick(UNWATCHED_AFTER);

  assert.equal(loads.count, 1);
  assert.deepEqual(clock.waits, [10_000]);
});

test('a listener that leaves while another stays changes nothing', t => {
  stopTime(t);
  const {$store, loads, stop} = watched();
  $store.listen(() => undefined);

  stop();
  t.mock.timers.tick(UNWATCHED_AFTER);

  assert.equal(loads.last.signal.aborted, false);
});

test('a watched resource polls at its interval', async () => {
  const {loads, clock} = watched();
  for (let poll = 1; poll <= 3; poll++) {
    loads.last.succeed(`value ${poll}`);
    await promisesDone();
    clock.pass(10_000);
  }

  assert.equal(loads.count, 4);
});

test('a poll that has a value does not show loading', async () => {
  const {loads, clock, states} = watched();
  loads.last.succeed('rows');
  await promisesDone();
  const before = states.length;

  clock.pass(10_000);

  assert.equal(loads.count, 2);
  assert.equal(states.length, before);
});
