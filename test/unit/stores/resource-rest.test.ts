import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';
import {unwatched, watched} from './resource-over.js';

const busy = new LiveOpsError('rate-limited', 'Busy.', {status: 429, retryAfterSec: 60});

/** nanostores waits this long after the last listener. */
const UNWATCHED_MS = 1_000;

test('a server that asks for a minute is left alone for it', async () => {
  const {loads, clock} = watched();
  loads.last.fail(busy);
  await promisesDone();

  clock.pass(65_999);
  assert.equal(loads.count, 1);
  clock.pass(1);

  assert.equal(loads.count, 2);
});

test('the wait that a server asked for holds once', async () => {
  const {loads, clock} = watched();
  loads.last.fail(busy);
  await promisesDone();
  clock.pass(66_000);
  loads.last.succeed('rows');
  await promisesDone();

  clock.pass(10_000);

  assert.equal(loads.count, 3);
});

test('a player who asks is not kept waiting', async () => {
  const {$store, loads} = watched();
  loads.last.fail(busy);
  await promisesDone();

  void $store.reload();

  assert.equal(loads.count, 2);
});

/** A store that was watched until `answer`, and is watched again after `ms` more. */
async function watchedAgain(t: TestContext, ms: number) {
  t.mock.timers.enable({apis: ['setTimeout']});
  const parts = unwatched();
  const stop = parts.$store.listen(() => undefined);
  parts.loads.last.succeed('rows');
  await promisesDone();
  stop();
  t.mock.timers.tick(UNWATCHED_MS);
  parts.clock.pass(ms);
  return parts;
}

test('a store watched again within two seconds of its answer asks at its next interval only', async t => {
  const {$store, loads, clock} = await watchedAgain(t, 1_999);

  $store.listen(() => undefined);
  assert.equal(loads.count, 1);
  clock.pass(10_000);

  assert.equal(loads.count, 2);
});

test('a store watched again after two seconds asks at once', async t => {
  const {$store, loads} = await watchedAgain(t, 2_000);

  $store.listen(() => undefined);

  assert.equal(loads.count, 2);
});

test('a store that started again meanwhile asks at once', async t => {
  const {$store, loads} = await watchedAgain(t, 0);
  $store.restart();

  $store.listen(() => undefined);

  assert.equal(loads.count, 2);
});
