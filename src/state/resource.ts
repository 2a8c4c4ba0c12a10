import {atom, onMount, type ReadableAtom} from 'nanostores';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Resource} from '../model.js';
import type {Clock} from './clock.js';
import {createPoller, type PollOutcome} from './poller.js';
import {publish} from '../publish.js';

/** A value from the server that stays current while somebody listens. */
export type ResourceStore<T> = ReadableAtom<Resource<T>> & {
  /** What the store holds now; looking does not count as listening. */
  readonly value: Resource<T>;
  /**
   * Asks now; a request already on its way is used, and one that is to go behind it. Settles when the last answer is in
   * the store, and never rejects.
   */
  reload(): Promise<void>;
};

/** A `ResourceStore` as its owner sees it. */
export type OwnedResource<T> = ResourceStore<T> & {
  /** Drops the value and whatever is on its way, and asks again if somebody listens; not after `fail`. */
  restart(): void;
  /**
   * Asks if somebody listens, also where polling had ended; and once more behind a request that is on its way, whose
   * answer may be older than what changed.
   */
  refresh(): void;
  /** As `refresh`, but not after `fail`. */
  renew(): void;
  /** Drops the value and whatever is on its way, and stays failed until somebody asks. */
  fail(error: LiveOpsError): void;
  /** Shows a value that came along with another answer; one from this resource's own requests is kept. */
  seed(value: T, at?: number): void;
};

export type ResourceOptions<T> = {
  load(signal: AbortSignal): Promise<T>;
  pollMs: number;
  clock: Clock;
  /** Hears of every failed request but those given up. */
  onError?: (error: LiveOpsError) => void;
};

/** Failures that the next poll would only repeat; they end polling until the page or the player asks again. */
const FINAL: ReadonlySet<string> = new Set(['auth-required', 'forbidden', 'not-found', 'invalid', 'config']);

/** An answer younger than this, milliseconds, is not asked for again because somebody comes to listen. */
const FRESH_MS = 2_000;

/**
 * One request at a time, one timer, however many listen. An answer counts only if no later restart overtook it. Rows
 * once shown stay through failures, marked stale. nanostores waits a second after the last listener before it calls the
 * resource unwatched, so a widget that is moved in the page costs nothing.
 */
export function createResource<T>({load, pollMs, clock, onError}: ResourceOptions<T>): OwnedResource<T> {
  const $state = atom<Resource<T>>({status: 'idle'});
  const poller = createPoller(() => void ask(), {intervalMs: pollMs, clock});
  let controller: AbortController | undefined;
  let asked: Promise<void> | undefined;
  let mounted = false;
  let held = false;
  let again = false;
  let answeredAt = -Infinity;
  let restSec = 0;

  const ask = (): Promise<void> => (asked ??= request((controller = new AbortController())));

  /** Asked for by the page or the player, so a failure gives way to "loading"; a poll leaves it until it knows better. */
  const reload = (): Promise<void> => {
    const state = $state.value;
    held = false;
    if (!asked && state.status === 'failed') publish($state, {status: 'loading'});
    if (state.status === 'ready' && state.ended) publish($state, {...state, ended: false});
    if (mounted) poller.start();
    return ask();
  };

  const request = async (mine: AbortController): Promise<void> => {
    if ($state.value.status === 'idle') publish($state, {status: 'loading'});
    restSec = 0;
    const outcome = await load(mine.signal).then(succeed(mine), fail(mine));
    if (mine !== controller) return;
    controller = asked = undefined;
    answeredAt = outcome === 'ok' ? clock.now() : -Infinity;
    poller.settle(outcome, restSec * 1_000);
    if (again) await refresh();
  };

  const succeed =
    (mine: AbortController) =>
    (value: T): PollOutcome => {
      if (mine === controller) publish($state, {status: 'ready', value, at: clock.today(), stale: false});
      return 'ok';
    };

  const fail =
    (mine: AbortController) =>
    (thrown: unknown): PollOutcome => {
      const error = isLiveOpsError(thrown) ? thrown : new LiveOpsError('bad-answer', 'The answer is unreadable.');
      if (mine !== controller) return 'failed';
      const state = $state.value;
      const isFinal = FINAL.has(error.code);
      const ended = isFinal || !pollMs;
      publish($state, state.status === 'ready' ? {...state, stale: true, error, ended} : {status: 'failed', error});
      restSec = error.retryAfterSec ?? 0;
      onError?.(error);
      return isFinal ? 'stop' : 'failed';
    };

  const giveUp = (): void => {
    controller?.abort();
    controller = asked = undefined;
    again = false;
    poller.stop();
  };

  onMount($state, () => {
    mounted = true;
    if (!held) poller.start(clock.now() - answeredAt < FRESH_MS);
    return () => {
      mounted = false;
      giveUp();
      if ($state.value.status === 'loading') publish($state, {status: 'idle'});
    };
  });

  const refresh = (): Promise<void> | undefined => {
    held = false;
    again = asked !== undefined;
    return mounted && !again ? reload() : undefined;
  };

  return Object.assign($state, {
    reload,
    refresh: () => void refresh(),
    renew() {
      if (!held) void refresh();
    },
    restart() {
      if (held) return;
      giveUp();
      answeredAt = -Infinity;
      publish($state, {status: 'idle'});
      if (mounted) poller.start();
    },
    fail(error: LiveOpsError) {
      held = true;
      giveUp();
      publish($state, {status: 'failed', error});
    },
    seed(value: T, at = clock.today()) {
      const {status} = $state.value;
      if (status === 'idle' || status === 'loading') publish($state, {status: 'ready', value, at, stale: false});
    },
  });
}
