import type {LiveOpsError} from '../errors.js';
import {type Limits, pause, type Timing} from './deadline.js';
import {toFailure} from './failures.js';
import type {Answer, Unknown} from './http.js';

/** Makes one attempt within so many milliseconds. */
type Attempt = (timeoutMs: number) => Promise<Answer | Unknown>;

/** Runs attempts at a read until one succeeds, or trying again would not help. Gives the last one's outcome. */
export type Retries = (attempt: Attempt, limits: Limits & {timeoutMs: number}) => Promise<Answer | Unknown>;

const ATTEMPTS = 3;
const TOTAL_MS = 20_000;
const FIRST_WAIT_MS = 500;
/** One failure takes a token, one success gives a tenth: retries stay below a tenth of what a healthy client sends. */
const TOKENS = 8;
const REFUND = 0.1;

const PASSING: readonly unknown[] = [429, 500, 502, 503, 504, 'network', 'timeout'];

/**
 * Up to two retries of a read, each after a random part of a wait that doubles ("full jitter"), or after the time that
 * the server asked for, if that is within the time for all attempts. What is left of the tokens is shared by all reads
 * of a session, so that an outage ends the retries and leaves only the polls.
 */
export function createRetries(timing: Timing): Retries {
  let tokens = TOKENS;

  /** How long to wait before the next attempt; `Infinity` where that would not help. */
  const waitAfter = (error: LiveOpsError, tries: number): number => {
    tokens = Math.max(0, tokens - 1);
    if (tokens < 1 || tries === ATTEMPTS) return Infinity;
    const asked = error.retryAfterSec;
    return asked ? asked * 1_000 * (1 + timing.random() / 5) : timing.random() * FIRST_WAIT_MS * 2 ** (tries - 1);
  };

  return async (attempt, {timeoutMs, signal}) => {
    const until = timing.now() + TOTAL_MS;
    for (let tries = 1; ; tries++) {
      const answer = await attempt(Math.min(timeoutMs, until - timing.now()));
      const error = 'unknown' in answer ? answer.unknown : toFailure(answer);
      if (!error) tokens = Math.min(TOKENS, tokens + REFUND);
      if (!error || !PASSING.includes(error.status ?? error.code)) return answer;
      const wait = waitAfter(error, tries);
      if (timing.now() + wait >= until) return answer;
      await pause(wait, timing, signal);
    }
  };
}
