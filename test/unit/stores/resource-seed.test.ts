import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {promisesDone} from '../../support/promises-done.js';
import {unwatched, watched} from './resource-over.js';
import {errorIn, shownIn, statusOf} from './store-state.js';

const signedOut = new LiveOpsError('auth-required', 'Signed out.');

/** The value that the store shows, else its status. */
function look(store: Parameters<typeof shownIn<string>>[0]): string {
  return statusOf(store) === 'ready' ? shownIn(store) : statusOf(store);
}

test('a seed shows at once while the own request is on its way', async () => {
  const {$store, loads} = watched();

  $store.seed('seed');
  assert.equal(look($store), 'seed');
  loads.last.succeed('own');
  await promisesDone();

  assert.equal(look($store), 'own');
});

test('a seed shows where nobody listens yet', () => {
  const {$store, loads} = unwatched();

  $store.seed('seed');

  assert.equal(look($store), 'seed');
  assert.equal(loads.count, 0);
});

test('a seed goes stale when the own request fails', async () => {
  const {$store, loads} = watched();
  $store.seed('seed');

  loads.last.fail(new LiveOpsError('network', 'Offline.'));
  await promisesDone();

  assert.equal(look($store), 'seed');
  assert.equal(errorIn($store)?.code, 'network');
});

test('a seed replaces neither its own value nor a failure', async () => {
  const {$store, loads} = watched();
  loads.last.succeed('own');
  await promisesDone();
  $store.seed('seed');
  assert.equal(look($store), 'own');

  $store.fail(signedOut);
  $store.seed('seed');

  assert.equal(look($store), 'failed');
});
