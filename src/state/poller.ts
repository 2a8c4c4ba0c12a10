import type {Clock} from './clock.js';

/** How one poll ended: `stop` is a failure that repeating cannot mend, such as a missing sign-in. */
export type PollOutcome = 'ok' | 'failed' | 'stop';

export type Poller = {
  /** Polls now and then at every interval, until `stop`. */
  start(): void;
  stop(): void;
  /** Takes the outcome of a request made outside the rhythm, and starts the wait anew. */
  settle(outcome: PollOutcome): void;
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

/**
 * Polls while the page is visible. A hidden page has no timer at all; once it is shown again, a poll that is overdue
 * runs at once. Failures double the wait; `stop` ends the rhythm until `settle` or a new start.
 */
export function createPoller(poll: () => void, {intervalMs, clock, longestMs = 300_000}: PollerOptions): Poller {
  let cancel: (() => void) | undefined;
  let unlisten: (() => void) | undefined;
  let failures = 0;
  let nextAt = Infinity;

  const schedule = (): void => {
    cancel?.();
    cancel = undefined;
    if (!unlisten || nextAt === Infinity || clock.hidden()) return;
    cancel = clock.after(Math.max(0, nextAt - clock.now()), run);
  };

  const run = (): void => {
    cancel = undefined;
    nextAt = Infinity;
    poll();
  };

  const waitMs = (): number =>
    Math.max(intervalMs, Math.min(longestMs, intervalMs * 2 ** failures)) * (1 + JITTER * (2 * clock.random() - 1));

  /** Back on the network, a poll that failed is repeated at once. */
  const wake = (online?: boolean): void => {
    if (online && failures && nextAt !== Infinity) nextAt = clock.now();
    schedule();
  };

  return {
    start() {
      if (unlisten) return;
      unlisten = clock.onChange(wake);
      failures = 0;
      if (!clock.hidden()) return run();
      nextAt = clock.now();
    },
    stop() {
      cancel?.();
      unlisten?.();
      cancel = unlisten = undefined;
    },
    settle(outcome) {
      failures = outcome === 'failed' ? failures + 1 : 0;
      nextAt = outcome === 'stop' || intervalMs === 0 ? Infinity : clock.now() + waitMs();
      schedule();
    },
  };
}
