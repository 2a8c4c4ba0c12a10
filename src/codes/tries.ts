import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {codeReasonOf} from './refusals.js';

/** Unknown codes that a player may try without a wait, and the waits after more, seconds. */
const FREE_TRIES = 5;
const FIRST_WAIT_SEC = 5;
const LONGEST_WAIT_SEC = 60;

/** Slows down guessing, which the vendor may answer by refusing the player. */
export class Tries {
  readonly #now: () => number;
  #unknown = 0;
  #until = -Infinity;

  /** @param now - Milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws {LiveOpsError} `rate-limited` while a wait is on, with the seconds that are left. */
  throwIfWaiting(): void {
    const leftMs = this.#until - this.#now();
    if (leftMs <= 0) return;
    const retryAfterSec = Math.ceil(leftMs / 1_000);
    throw new LiveOpsError('rate-limited', `Too many codes. Try again in ${retryAfterSec} s.`, {retryAfterSec});
  }

  succeeded(): void {
    this.#unknown = 0;
  }

  failed(error: unknown): void {
    if (!isLiveOpsError(error)) return;
    const reason = codeReasonOf(error);
    if (reason === 'too-many') this.#wait(error.retryAfterSec ?? FIRST_WAIT_SEC);
    if (reason !== 'unknown' || ++this.#unknown < FREE_TRIES) return;
    this.#wait(Math.min(LONGEST_WAIT_SEC, FIRST_WAIT_SEC * 2 ** (this.#unknown - FREE_TRIES)));
  }

  /** Another player has not tried anything. */
  reset(): void {
    this.#unknown = 0;
    this.#until = -Infinity;
  }

  #wait(sec: number): void {
    this.#until = Math.max(this.#until, this.#now() + sec * 1_000);
  }
}
