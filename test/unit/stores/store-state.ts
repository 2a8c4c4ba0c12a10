import assert from 'node:assert/strict';

import type {LiveOpsError} from '../../../src/errors.js';
import type {Resource} from '../../../src/model.js';

type Store<T> = {readonly value: Resource<T> | undefined};

/** What the store holds; looking does not count as listening. */
export function stateOf<T>(store: Store<T>): Resource<T> {
  assert.ok(store.value);
  return store.value;
}

export function statusOf(store: Store<unknown>): Resource<unknown>['status'] {
  return stateOf(store).status;
}

/** The value that the store shows, fresh or stale; fails the test when it shows none. */
export function shownIn<T>(store: Store<T>): T {
  const state = stateOf(store);
  assert.ok(state.status === 'ready', `The store is ${state.status}.`);
  return state.value;
}

/** Why the store failed, or went stale. */
export function errorIn(store: Store<unknown>): LiveOpsError | undefined {
  const state = stateOf(store);
  return 'error' in state ? state.error : undefined;
}

/** Whether the value shown is one that nothing asks about again by itself. */
export function hasEnded(store: Store<unknown>): boolean | undefined {
  const state = stateOf(store);
  return state.status === 'ready' ? state.ended : undefined;
}
