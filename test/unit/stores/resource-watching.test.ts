import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';
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

test('a value stays after the last listener left, and the next one asks again', async t => {
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

test('a listener that comes within two seconds of an answer costs nothing, and one that comes after a failure asks', async t => {
  stopTime(t);
  for (const [outcome, asked] of [
    ['succeed', 1],
    ['fail', 2],
  ] as const) {
    const {$store, loads, clock, stop} = watched();
    loads.last[outcome](new LiveOpsError('network', 'Offline.') as never);
    await promisesDone();
    stop();
    t.mock.timers.tick(UNWATCHED_AFTER);
    clock.pass(1_999);

    $store.listen(() => undefined);

    assert.equal(loads.count, asked, outcome);
  }
});

test('a listener that comes after fail() asks nothing', t => {
  stopTime(t);
  const {$store, loads, stop} = watched();
  const error = new LiveOpsError('auth-required', 'Signed out.');
  $store.fail(error);
  stop();
  t.mock.timers.tick(UNWATCHED_AFTER);

  $store.listen(() => undefined);

  assert.deepEqual([$store.value, loads.count], [{status: 'failed', error}, 1]);
});

test('a restart or a refresh after the last listener left asks nothing', async t => {
  stopTime(t);
  const {$store, loads, stop} = watched();
  loads.last.succeed('kept');
  await promisesDone();
  stop();
  t.mock.timers.tick(UNWATCHED_AFTER);

  $store.refresh();
  $store.restart();

  assert.deepEqual([$store.value, loads.count], [{status: 'idle'}, 1]);
});
