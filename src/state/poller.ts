import type {Clock} from './clock.js';

/** How one poll ended: `stop` is a failure that repeating cannot mend, such as a missing sign-in. */
export type PollOutcome = 'ok' | 'failed' | 'stop';

export type Poller = {
  /** Polls now, or after a whole wait where the last answer is `fresh`, and then at every interval, until `stop`. */
  start(fresh?: boolean): void;
  stop(): void;
  /** Takes the outcome of a request made outside the rhythm, and starts the wait anew; `restMs` is the shortest one. */
  settle(outcome: PollOutcome, restMs?: number): void;
};

export type PollerOptions = {
  /** Milliseconds between polls; 0 polls once at the start and leaves the rest to the page. */
  intervalMs: number;
  clock: Clock;
  /** Longest wait between polls that fail, milliseconds. */
  longestMs?: number;
};

/** Spread of a wait, so that clients that started together drift apart. */
const JITTER = 0.2;
/** Longest time for which clients that come back together, or back on the network together, are spread, milliseconds. */
const RETURN_MS = 2_000;
const ONLINE_MS = 5_000;
/** A long wait looks at the calendar this often; what that may be off by is above any correction of a clock. */
const LOOK_MS = 75_000;
const JUMP_MS = 5_000;

/**
 * Polls while the page is visible. A hidden page has no timer at all; once it is shown again, or the machine wakes, a
 * poll that is overdue runs soon, not at the same moment in every client. Failures double the wait; `stop` ends the
 * rhythm until `settle` or a new start.
 */
export function createPoller(poll: () => void, {intervalMs, clock, longestMs = 300_000}: PollerOptions): Poller {
  let cancel: (() => void) | undefined;
  let unlisten: (() => void) | undefined;
  let failures = 0;
  let nextAt = Infinity;
  let returnMs = 0;

  const schedule = (): void => {
    cancel?.();
    cancel = undefined;
    if (!unlisten || nextAt === Infinity || clock.hidden()) return;
    const waitMs = Math.min(Math.max(0, nextAt - clock.now()), LOOK_MS);
    const expected = clock.today() + waitMs;
    cancel = clock.after(waitMs, () => {
      // Asleep, one clock stands still and the other does not, or the timer is late.
      if (Math.abs(clock.today() - expected) > JUMP_MS) nextAt = soon(returnMs);
      if (nextAt <= clock.now()) run();
      else schedule();
    });
  };

  const run = (): void => {
    nextAt = Infinity;
    // Until then nobody has seen anything, and nobody wants to wait for it.
    returnMs = RETURN_MS;
    poll();
  };

  const soon = (ms: number): number => clock.now() + clock.random() * ms;

  const waitMs = (): number =>
    Math.max(intervalMs, Math.min(longestMs, intervalMs * 2 ** failures)) * (1 + JITTER * (2 * clock.random() - 1));

  const wake = (online?: boolean): void => {
    if (nextAt < clock.now()) nextAt = soon(returnMs);
    else if (online && failures && nextAt !== Infinity) nextAt = Math.min(nextAt, soon(ONLINE_MS));
    schedule();
  };

  const settle = (outcome: PollOutcome, restMs = 0): void => {
    failures = outcome === 'failed' ? failures + 1 : 0;
    const goesOn = outcome !== 'stop' && intervalMs;
    nextAt = !goesOn ? Infinity : clock.now() + Math.max(waitMs(), restMs * (1 + JITTER * clock.random()));
    schedule();
  };

  return {
    start(fresh) {
      if (unlisten) return;
      unlisten = clock.onChange(wake);
      if (fresh) return settle('ok');
      failures = 0;
      if (!clock.hidden()) return run();
      nextAt = clock.now();
    },
    stop() {
      cancel?.();
      unlisten?.();
      cancel = unlisten = undefined;
    },
    settle,
  };
}
