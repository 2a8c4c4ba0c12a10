import {isHTTPError, type Options} from 'ky';
import {isLiveOpsError} from '../errors.js';
import {retryAfterOf} from './retry-after.js';

export type RetryOptions = Exclude<Options['retry'], number | undefined>;

/** Limit for all attempts at one read, milliseconds. */
export const READ_LIMIT_MS = 20_000;
const RETRIES = 2;
const FIRST_WAIT_MS = 500;
/** A wait that the server requests is extended by up to this fraction, so that clients don't return all at once. */
const SPREAD = 0.2;
const PASSING: readonly number[] = [429, 500, 502, 503, 504];

/** Retries that a session can make in a row, and the number of successes that earn one more. */
const MOST_RETRIES = 5;
const SUCCESSES_FOR_ONE = 10;

/**
 * The retry budget that a session's reads share. In an outage it runs out and only polls remain: in the long run, at
 * most a tenth of what a healthy client sends. ky only counts per request.
 */
export type RetryBudget = {
  /** Takes one retry; returns whether one was left. */
  take(): boolean;
  /** A read has succeeded. */
  earn(): void;
};

export function createRetryBudget(): RetryBudget {
  let credit = MOST_RETRIES * SUCCESSES_FOR_ONE;
  return {
    take() {
      if (credit < SUCCESSES_FOR_ONE) return false;
      credit -= SUCCESSES_FOR_ONE;
      return true;
    },
    earn() {
      credit = Math.min(MOST_RETRIES * SUCCESSES_FOR_ONE, credit + 1);
    },
  };
}

/**
 * How ky retries one read that starts now: at most twice. Each retry waits a random part of a doubling delay, or the
 * time that the server requests, if that is within the limit for all attempts.
 *
 * `Retry-After` is read here, since ky 1.14 would bring all clients back at the same moment, come back early if it is
 * longer than `maxRetryAfter`, and wait that long if it is unreadable.
 */
export function retryWithin(budget: RetryBudget, signal: AbortSignal, random = Math.random): RetryOptions {
  const until = performance.now() + READ_LIMIT_MS;
  let askedMs: number | undefined;
  const backoffMs = (tries: number): number => FIRST_WAIT_MS * 2 ** (tries - 1);
  return {
    limit: RETRIES,
    methods: ['get'],
    delay: tries => askedMs ?? backoffMs(tries),
    jitter: ms => (askedMs === undefined ? random() * ms : ms * (1 + SPREAD * random())),
    shouldRetry({error, retryCount}) {
      if (signal.aborted || !passes(error)) return false;
      askedMs = toAskedMs(error);
      const longestMs = askedMs === undefined ? backoffMs(retryCount) : askedMs * (1 + SPREAD);
      return performance.now() + longestMs < until && budget.take();
    },
  };
}

/** Our own errors would only repeat; all others come from the network. */
function passes(error: Error): boolean {
  return isHTTPError(error) ? PASSING.includes(error.response.status) : !isLiveOpsError(error);
}

function toAskedMs(error: Error): number | undefined {
  if (!isHTTPError(error)) return undefined;
  const sec = retryAfterOf(error.response.headers);
  return sec === undefined ? undefined : sec * 1_000;
}
