import type {LiveOpsError} from '../../../src/errors.js';
import type {Resource} from '../../../src/model.js';
import {createResource} from '../../../src/stores/resource.js';
import {FakeClock} from '../../support/fake-clock.js';
import {PendingLoads} from './pending-loads.js';

/** A resource that polls every ten seconds, with everything that a test can move or look at. */
export function unwatched() {
  const clock = new FakeClock();
  const loads = new PendingLoads<string>();
  const errors: LiveOpsError[] = [];
  const onError = (error: LiveOpsError): void => void errors.push(error);
  const $store = createResource<string>({load: loads.load, pollMs: 10_000, clock, onError});
  return {$store, loads, clock, errors};
}

/** The same with one listener, and the states that it saw. */
export function watched() {
  const parts = unwatched();
  const states: Resource<string>[] = [];
  const stop = parts.$store.subscribe(state => void states.push(state));
  return {...parts, states, stop};
}
