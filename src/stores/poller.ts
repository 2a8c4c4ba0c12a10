import type {Clock} from './clock.js';

/** How one poll ended: `stop` is a failure that a repeat cannot fix, such as a missing sign-in. */
export type PollOutcome = 'ok' | 'failed' | 'stop';

export type Poller = {
  /** Polls now, or after a whole interval if the last answer is `fresh`, and then at every interval, until `stop`. */
  start(fresh?: boolean): void;
  stop(): void;
  /** Takes the outcome of a request and restarts the wait; `restMs` is its minimum. */
  settle(outcome: PollOutcome, restMs?: number): void;
  /** For a hidden page: polls soon after it is shown, even if the next poll was due later. */
  hasten(): void;
};

export type PollerOptions = {
  /** Milliseconds between polls; 0 polls once at the start and leaves the rest to the page. */
  intervalMs: number;
  clock: Clock;
  /** Longest wait between polls that fail, milliseconds. */
  longestMs?: number;
};

/** Jitter of a wait, so that clients that started together drift apart. */
const JITTER = 0.2;
/** Clients that return, or get back on the network, at the same time are spread over this time, milliseconds. */
const RETURN_MS = 2_000;
const ONLINE_MS = 5_000;
/** A long wait checks the calendar this often; the difference it allows is larger than any clock correction. */
const LOOK_MS = 75_000;
const JUMP_MS = 5_000;

/**
 * Polls while the page is visible. A hidden page has no timer. Once it is shown again, or the machine wakes, an overdue
 * poll runs soon, at a different moment in every client. Failures double the wait; `stop` ends polling until `settle`
 * or a new start.
 */
export function createPoller(poll: () => void, options: PollerOptions): Poller {
  return new Rhythm(poll, options);
}

class Rhythm implements Poller {
  readonly #poll: () => void;
  readonly #intervalMs: number;
  readonly #longestMs: number;
  readonly #clock: Clock;
  #cancel: (() => void) | undefined;
  #unlisten: (() => void) | undefined;
  #failures = 0;
  #nextAt = Infinity;
  #returnMs = 0;

  constructor(poll: () => void, {intervalMs, clock, longestMs = 300_000}: PollerOptions) {
    this.#poll = poll;
    this.#intervalMs = intervalMs;
    this.#longestMs = longestMs;
    this.#clock = clock;
  }

  start(fresh?: boolean): void {
    if (this.#unlisten) return;
    this.#unlisten = this.#clock.onChange(online => this.#wake(online));
    if (fresh) return this.settle('ok');
    this.#failures = 0;
    if (!this.#clock.hidden()) return this.#run();
    this.#nextAt = this.#clock.now();
  }

  stop(): void {
    this.#cancel?.();
    this.#unlisten?.();
    this.#cancel = this.#unlisten = undefined;
  }

  settle(outcome: PollOutcome, restMs = 0): void {
    this.#failures = outcome === 'failed' ? this.#failures + 1 : 0;
    const ends = outcome === 'stop' || this.#intervalMs === 0;
    const waitMs = Math.max(this.#waitMs(), restMs * (1 + JITTER * this.#clock.random()));
    this.#nextAt = ends ? Infinity : this.#clock.now() + waitMs;
    this.#schedule();
  }

  hasten(): void {
    this.#nextAt = Math.min(this.#nextAt, this.#clock.now());
  }

  #schedule(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const clock = this.#clock;
    if (!this.#unlisten || this.#nextAt === Infinity || clock.hidden()) return;
    const waitMs = Math.min(Math.max(0, this.#nextAt - clock.now()), LOOK_MS);
    const expected = clock.today() + waitMs;
    this.#cancel = clock.after(waitMs, () => {
      // While the machine sleeps, one clock stops and the other doesn't, or the timer fires late.
      if (Math.abs(clock.today() - expected) > JUMP_MS) this.#nextAt = this.#soon(this.#returnMs);
      if (this.#nextAt <= clock.now()) this.#run();
      else this.#schedule();
    });
  }

  #run(): void {
    this.#nextAt = Infinity;
    // Before the first poll, the player has seen nothing and should not wait.
    this.#returnMs = RETURN_MS;
    this.#poll();
  }

  #wake(online?: boolean): void {
    if (this.#nextAt < this.#clock.now()) this.#nextAt = this.#soon(this.#returnMs);
    else if (online && this.#failures && this.#nextAt !== Infinity) {
      this.#nextAt = Math.min(this.#nextAt, this.#soon(ONLINE_MS));
    }
    this.#schedule();
  }

  #soon(ms: number): number {
    return this.#clock.now() + this.#clock.random() * ms;
  }

  #waitMs(): number {
    const doubled = Math.min(this.#longestMs, this.#intervalMs * 2 ** this.#failures);
    return Math.max(this.#intervalMs, doubled) * (1 + JITTER * (2 * this.#clock.random() - 1));
  }
}
