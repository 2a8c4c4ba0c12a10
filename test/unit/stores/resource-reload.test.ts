import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';
import {unwatched, watched} from './resource-over.js';
import {shownIn, statusOf} from './store-state.js';

test('reload() uses the request on its way', async () => {
  const {$store, loads} = watched();

  const asked = Promise.all([$store.reload(), $store.reload()]);
  loads.last.succeed('rows');
  await asked;

  assert.equal(loads.count, 1);
});

test('reload() settles when its answer is in the store, also without listeners', async () => {
  const {$store, loads, clock} = unwatched();

  const asked = $store.reload();
  loads.last.succeed('rows');
  await asked;

  assert.equal(statusOf($store), 'ready');
  assert.deepEqual([clock.waits, clock.watchers], [[], 0]);
});

test('reload() does not reject when its request fails', async () => {
  const {$store, loads} = unwatched();

  const asked = $store.reload();
  loads.last.fail(new LiveOpsError('network', 'Offline.'));
  await asked;

  assert.equal(statusOf($store), 'failed');
});

test('reload() starts the wait for the next poll again', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('rows');
  await promisesDone();
  clock.pass(9_000);

  const asked = $store.reload();
  loads.last.succeed('rows');
  await asked;

  assert.deepEqual(clock.waits, [10_000]);
});

test('a refresh that meets a request on its way asks once more behind it, however often it was asked for', async () => {
  const {$store, loads} = watched();

  $store.refresh();
  $store.refresh();
  assert.equal(loads.count, 1);
  loads.last.succeed('older');
  await promisesDone();
  assert.equal(loads.count, 2);
  loads.last.succeed('newer');
  await promisesDone();

  assert.equal(loads.count, 2);
  assert.equal(shownIn($store), 'newer');
});

test('a renewal leaves a store alone that was signed out', async () => {
  const {$store, loads} = watched();
  $store.fail(new LiveOpsError('auth-required', 'Gone.'));

  $store.renew();

  assert.equal(loads.count, 1);
});

test('a renewal asks a store that was not', async () => {
  const {$store, loads} = watched();
  loads.last.succeed('old');
  await promisesDone();

  $store.renew();
  loads.last.succeed('new');
  await promisesDone();

  assert.equal(shownIn($store), 'new');
});

test('a renewal of a hidden page asks once that is shown, and not before', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('old');
  await promisesDone();
  clock.setHidden(true);

  $store.renew();
  $store.renew();
  clock.pass(5_000);
  assert.equal(loads.count, 1);
  clock.setHidden(false);
  clock.pass(2_000);
  loads.last.succeed('new');
  await promisesDone();

  assert.deepEqual([loads.count, shownIn($store)], [2, 'new']);
});

test('a renewal of a hidden page behind a request on its way waits until the page is shown, too', async () => {
  const {$store, loads, clock} = watched();
  clock.setHidden(true);

  $store.renew();
  loads.last.succeed('old');
  await promisesDone();
  clock.pass(1);
  assert.equal(loads.count, 1);
  clock.setHidden(false);
  clock.pass(2_000);

  assert.equal(loads.count, 2);
});

test('reload() after a failure shows loading until its answer', async () => {
  const {$store, loads} = watched();
  loads.last.fail(new LiveOpsError('network', 'Offline.'));
  await promisesDone();

  void $store.reload();

  assert.deepEqual($store.value, {status: 'loading'});
});

test('reload() of rows that are shown tells nothing before its answer', async () => {
  const {$store, loads, states} = watched();
  loads.last.succeed('rows');
  await promisesDone();
  const before = states.length;

  void $store.reload();

  assert.equal(states.length, before);
});
