import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';
import {unwatched, watched} from './resource-over.js';
import {shownIn, statusOf} from './store-state.js';

const signedOut = new LiveOpsError('auth-required', 'Signed out.');

/** The value that the store shows, else its status. */
function look(store: Parameters<typeof shownIn<string>>[0]): string {
  return statusOf(store) === 'ready' ? shownIn(store) : statusOf(store);
}

test('a restart drops the value and asks again', async () => {
  const {$store, loads, clock} = watched();
  loads.last.succeed('old');
  await promisesDone();

  $store.restart();

  assert.equal(look($store), 'loading');
  assert.equal(loads.count, 2);
  assert.deepEqual(clock.waits, []);
});

test('a restart gives up the request on its way', () => {
  const {$store, loads} = watched();

  $store.restart();

  assert.deepEqual(
    loads.all.map(({signal}) => signal.aborted),
    [true, false],
  );
});

for (const order of [
  [0, 1],
  [1, 0],
]) {
  test(`an answer from before a restart is dropped when it comes ${order[0] === 0 ? 'first' : 'last'}`, async () => {
    const {$store, loads, states} = watched();
    $store.restart();

    for (const index of order) {
      loads.all[index]!.succeed(['old', 'new'][index]!);
      await promisesDone();
    }

    assert.equal(look($store), 'new');
    assert.ok(!states.some(state => state.status === 'ready' && state.value === 'old'));
  });
}

test('a failure from before a restart is dropped and not told', async () => {
  const {$store, loads, errors, clock} = watched();
  $store.restart();

  loads.all[0]!.fail(signedOut);
  loads.all[1]!.succeed('new');
  await promisesDone();

  assert.equal(look($store), 'new');
  assert.deepEqual(errors, []);
  assert.deepEqual(clock.waits, [10_000]);
});

test('a restart without listeners drops the value and asks nothing', async () => {
  const {$store, loads} = unwatched();
  const asked = $store.reload();
  loads.last.succeed('old');
  await asked;

  $store.restart();

  assert.equal(look($store), 'idle');
  assert.equal(loads.count, 1);
});

test('fail() drops the value and what is on its way, and ends polling', async () => {
  const {$store, loads, clock, errors} = watched();
  loads.last.succeed('old');
  await promisesDone();
  clock.pass(10_000);

  $store.fail(signedOut);
  loads.last.succeed('late');
  await promisesDone();
  clock.setHidden(false);
  clock.pass(3_600_000);

  assert.deepEqual($store.value, {status: 'failed', error: signedOut});
  assert.equal(loads.last.signal.aborted, true);
  assert.deepEqual([loads.count, errors.length], [2, 0]);
});

test('reload() after fail() asks and polls again', async () => {
  const {$store, loads, clock} = watched();
  $store.fail(signedOut);

  const asked = $store.reload();
  loads.last.succeed('back');
  await asked;

  assert.equal(look($store), 'back');
  assert.deepEqual(clock.waits, [10_000]);
});

test('refresh() asks and polls again where polling had ended', async () => {
  const {$store, loads, clock} = watched();
  loads.last.fail(signedOut);
  await promisesDone();

  $store.refresh();
  loads.last.succeed('back');
  await promisesDone();

  assert.equal(look($store), 'back');
  assert.deepEqual(clock.waits, [10_000]);
});

test('refresh() without listeners asks nothing', () => {
  const {$store, loads} = unwatched();

  $store.refresh();

  assert.equal(loads.count, 0);
});

test('a restart after fail() leaves it failed, and one after refresh() does not', async () => {
  const {$store, loads} = watched();
  $store.fail(signedOut);

  $store.restart();
  assert.deepEqual([look($store), loads.count], ['failed', 1]);

  $store.refresh();
  loads.last.succeed('back');
  await promisesDone();
  $store.restart();
  assert.deepEqual([look($store), loads.count], ['loading', 3]);
});
