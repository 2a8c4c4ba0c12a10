import {atom, onMount, type ReadableAtom, type PreinitializedWritableAtom} from 'nanostores';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Resource} from '../model.js';
import type {Clock} from './clock.js';
import {createPoller, type Poller, type PollOutcome} from './poller.js';
import {setStore} from '../set-store.js';

/** A value from the server that stays current while it has a listener. */
export type ResourceStore<T> = ReadableAtom<Resource<T>> & {
  /** The store's current state; reading it does not count as listening. */
  readonly value: Resource<T>;
  /**
   * Requests the value now, or reuses a request that is pending or queued. Settles when the last answer is in the
   * store, and never rejects.
   */
  reload(): Promise<void>;
};

/** A `ResourceStore` as its owner sees it. */
export type OwnedResource<T> = ResourceStore<T> & {
  /** Drops the value and aborts the request, and requests again if there is a listener; not after `fail`. */
  restart(): void;
  /**
   * Requests the value if there is a listener, even after polling has ended. A pending request is followed by another,
   * since its answer may be older than the change.
   */
  refresh(): void;
  /** As `refresh`, but not after `fail`; on a hidden page, once it is shown. */
  renew(): void;
  /** Drops the value and aborts the request, and stays failed until the page or the player asks. */
  fail(error: LiveOpsError): void;
  /** Shows a value from another answer; a value from this resource's own requests stays. */
  seed(value: T, at?: number): void;
};

export type ResourceOptions<T> = {
  load(signal: AbortSignal): Promise<T>;
  pollMs: number;
  clock: Clock;
  /** Called for every failed request, except aborted ones. */
  onError?: (error: LiveOpsError) => void;
};

/** A new listener does not trigger a request if the answer is younger than this, milliseconds. */
const FRESH_MS = 2_000;

/**
 * One request at a time and one timer, for any number of listeners. An answer before a later restart is dropped. Rows
 * stay after failures, marked stale. nanostores waits a second after the last listener before it unmounts the store, so
 * moving a widget in the page costs nothing.
 */
export function createResource<T>(options: ResourceOptions<T>): OwnedResource<T> {
  const $state = atom<Resource<T>>({status: 'idle'});
  const loader = new Loader($state, options);
  onMount($state, () => loader.watch());
  return Object.assign($state, {
    reload: () => loader.reload(),
    refresh: () => void loader.refresh(),
    renew: () => loader.renew(),
    restart: () => loader.restart(),
    fail: (error: LiveOpsError) => loader.close(error),
    seed: (value: T, at?: number) => loader.seed(value, at),
  });
}

/** Failures that the next poll would only repeat; they end polling until the page or the player requests the value. */
const FINAL: ReadonlySet<string> = new Set(['auth-required', 'forbidden', 'not-found', 'invalid', 'config']);

/**
 * Whether another request would give the same failure. Only the vendor's error object makes a refusal final: a gateway
 * also answers 403 or 404 during a deployment. A 401 needs none, since a fresh token was refused, too.
 */
export function isFinal({code, status, vendorCode}: LiveOpsError): boolean {
  const isForeign = status !== undefined && status !== 401 && vendorCode === undefined;
  return FINAL.has(code) && !isForeign;
}

/** A pending request. */
type Request = {readonly controller: AbortController; readonly done: Promise<void>};

/** Keeps the value of one resource current: decides when to request it, and how an answer changes the state. */
class Loader<T> {
  readonly #$state: PreinitializedWritableAtom<Resource<T>>;
  readonly #options: ResourceOptions<T>;
  readonly #poller: Poller;
  #request: Request | undefined;
  #watched = false;
  /** Failed by the owner, until the page or the player requests the value. */
  #closed = false;
  /** The pending answer may be older than a change. */
  #repeat = false;
  #answeredAt = -Infinity;

  constructor($state: PreinitializedWritableAtom<Resource<T>>, options: ResourceOptions<T>) {
    this.#$state = $state;
    this.#options = options;
    this.#poller = createPoller(() => void this.#ask(), {intervalMs: options.pollMs, clock: options.clock});
  }

  watch(): () => void {
    this.#watched = true;
    if (!this.#closed) this.#poller.start(this.#options.clock.now() - this.#answeredAt < FRESH_MS);
    return () => {
      this.#watched = false;
      this.#giveUp();
      if (this.#$state.value.status === 'loading') this.#set({status: 'idle'});
    };
  }

  /**
   * Called by the page or the player, so a failure is replaced by "loading"; a poll keeps it until the answer arrives.
   */
  reload(): Promise<void> {
    const state = this.#$state.value;
    this.#closed = false;
    if (!this.#request && state.status === 'failed') this.#set({status: 'loading'});
    if (state.status === 'ready' && state.ended) this.#set({...state, ended: false});
    if (this.#watched) this.#poller.start();
    return this.#ask();
  }

  refresh(): Promise<void> | undefined {
    this.#closed = false;
    this.#repeat = this.#request !== undefined;
    return this.#watched && !this.#repeat ? this.reload() : undefined;
  }

  renew(): void {
    if (this.#closed) return;
    if (!this.#options.clock.hidden()) return void this.refresh();
    if (this.#request) this.#repeat = true;
    else this.#poller.hasten();
  }

  restart(): void {
    if (this.#closed) return;
    this.#giveUp();
    this.#answeredAt = -Infinity;
    this.#set({status: 'idle'});
    if (this.#watched) this.#poller.start();
  }

  close(error: LiveOpsError): void {
    this.#closed = true;
    this.#giveUp();
    this.#set({status: 'failed', error});
  }

  seed(value: T, at = this.#options.clock.today()): void {
    const {status} = this.#$state.value;
    if (status === 'idle' || status === 'loading') this.#set({status: 'ready', value, at, stale: false});
  }

  #ask(): Promise<void> {
    if (this.#request) return this.#request.done;
    const controller = new AbortController();
    if (this.#$state.value.status === 'idle') this.#set({status: 'loading'});
    // A listener of "loading" may have started a request.
    this.#request ??= {controller, done: this.#load(controller)};
    return this.#request.done;
  }

  async #load(mine: AbortController): Promise<void> {
    const result = await this.#options.load(mine.signal).then(
      value => ({value}),
      (thrown: unknown) => ({error: toError(thrown)}),
    );
    if (mine !== this.#request?.controller) return;
    const outcome = 'error' in result ? this.#fail(result.error) : this.#succeed(result.value);
    if (mine !== this.#request?.controller) return;
    this.#request = undefined;
    this.#answeredAt = outcome === 'ok' ? this.#options.clock.now() : -Infinity;
    this.#poller.settle(outcome, 'error' in result ? (result.error.retryAfterSec ?? 0) * 1_000 : 0);
    if (this.#repeat) await this.#again();
  }

  /** A hidden page can wait with the next request until it is shown. */
  #again(): Promise<void> | undefined {
    if (!this.#options.clock.hidden()) return this.refresh();
    this.#repeat = false;
    this.#poller.hasten();
    return undefined;
  }

  #succeed(value: T): PollOutcome {
    this.#set({status: 'ready', value, at: this.#options.clock.today(), stale: false});
    return 'ok';
  }

  #fail(error: LiveOpsError): PollOutcome {
    const state = this.#$state.value;
    const ended = isFinal(error) || !this.#options.pollMs;
    this.#set(state.status === 'ready' ? {...state, stale: true, error, ended} : {status: 'failed', error});
    this.#options.onError?.(error);
    return isFinal(error) ? 'stop' : 'failed';
  }

  #giveUp(): void {
    this.#request?.controller.abort();
    this.#request = undefined;
    this.#repeat = false;
    this.#poller.stop();
  }

  #set(state: Resource<T>): void {
    setStore(this.#$state, state);
  }
}

function toError(thrown: unknown): LiveOpsError {
  return isLiveOpsError(thrown) ? thrown : new LiveOpsError('bad-answer', 'The answer is unreadable.');
}
