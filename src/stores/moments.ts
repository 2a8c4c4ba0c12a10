import {onMount, onSet} from 'nanostores';
import type {Resource} from '../model.js';
import type {Clock} from './clock.js';
import type {OwnedResource} from './resource.js';

export type MomentOptions<T> = {
  clock: Clock;
  /** When the server's answer will change next, milliseconds since 1970. */
  momentOf(value: T): number | undefined;
  /** The offset from the device's clock to the server's time, milliseconds; `undefined` if unknown. */
  skewOf(value: T): number | undefined;
};

/**
 * The delay of a request after a moment, and its random spread, milliseconds, so that players don't all request at
 * once.
 */
const AFTER_MS = 250;
const SPREAD_MS = 3_000;
/** The wait before the next request if the server's answer has not changed yet, doubled each time. */
const AGAIN_MS = 5_000;
const MOST_DOUBLINGS = 6;
/** A long wait checks the calendar this often: timers stop while a machine sleeps. */
const LOOK_MS = 75_000;
/** Requests of players who return to the page are spread over this time, milliseconds. */
const RETURN_MS = 1_500;
/** An answer younger than this, milliseconds, is not requested again on a return. */
const FRESH_MS = 2_000;

/**
 * Requests a value again at the moment that it names, and when the player returns to the page, while there is a
 * listener. The moment itself proves nothing: we show only what the server answers.
 */
export function reloadAtMoments<T>(store: OwnedResource<T>, options: MomentOptions<T>): void {
  const moments = new Moments(store, options);
  onMount(store, () => moments.watch());
  // `listen()` would count as a listener and load the value.
  onSet(store, ({newValue}) => moments.plan(newValue));
}

class Moments<T> {
  readonly #store: OwnedResource<T>;
  readonly #options: MomentOptions<T>;
  #cancel: (() => void) | undefined;
  #isWatched = false;
  /** The moment of the last request, and the number of requests for it. */
  #asked = {moment: 0, times: 0};

  constructor(store: OwnedResource<T>, options: MomentOptions<T>) {
    this.#store = store;
    this.#options = options;
  }

  watch(): () => void {
    this.#isWatched = true;
    const unlisten = this.#options.clock.onChange(() => this.#return());
    this.plan(this.#store.value);
    return () => {
      this.#isWatched = false;
      unlisten();
      this.#rest();
    };
  }

  plan(state: Resource<T>): void {
    this.#rest();
    const {clock} = this.#options;
    if (!this.#isWatched || clock.hidden() || state.status !== 'ready' || state.ended) return;
    const moment = this.#options.momentOf(state.value);
    const skewMs = this.#options.skewOf(state.value);
    if (moment === undefined || skewMs === undefined) return;
    const leftMs = moment - clock.today() - skewMs;
    const waitMs = leftMs > 0 ? leftMs + AFTER_MS + SPREAD_MS * clock.random() : this.#patience(moment);
    this.#wait(waitMs, () => this.#ask(moment));
  }

  /** In steps, since the calendar may get ahead of the timer. */
  #wait(ms: number, task: () => void): void {
    const {clock} = this.#options;
    const due = clock.today() + ms;
    this.#cancel = clock.after(Math.min(ms, LOOK_MS), () => {
      const left = due - clock.today();
      if (left > 0) this.#wait(left, task);
      else task();
    });
  }

  /** How long to wait if the moment has passed but the server's answer has not changed. */
  #patience(moment: number): number {
    const {moment: known, times} = this.#asked;
    return known === moment ? AGAIN_MS * 2 ** Math.min(times - 1, MOST_DOUBLINGS) : AFTER_MS;
  }

  #ask(moment: number): void {
    const {moment: known, times} = this.#asked;
    this.#asked = {moment, times: known === moment ? times + 1 : 1};
    this.#rest();
    this.#store.renew();
  }

  #return(): void {
    const {clock} = this.#options;
    const state = this.#store.value;
    if (clock.hidden() || state.status !== 'ready' || state.ended) return this.#rest();
    if (Math.abs(clock.today() - state.at) < FRESH_MS) return this.plan(state);
    this.#rest();
    this.#cancel = clock.after(RETURN_MS * clock.random(), () => this.#store.renew());
  }

  #rest(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
