import type {Clock} from '../stores/clock.js';

/** A task that may be requested at any time, and that runs at a limited rate. */
export type PacedTask = {
  /** Runs the task now; after a burst, it runs once, later, however often it was requested. */
  run(): void;
  /** Cancels a pending run. */
  cancel(): void;
};

/** Five runs may follow each other immediately; after that, the minimum time between two, milliseconds. */
const PACE_MS = 5_000;
const BURST = 5;

/** Limits how often a task runs, because a game may send the same message in every frame. */
export function createPacedTask(task: () => void, clock: Pick<Clock, 'now' | 'after'>): PacedTask {
  let pacedUntil = 0;
  let cancelPending: (() => void) | undefined;

  const runNow = (): void => {
    cancelPending = undefined;
    task();
  };

  return {
    run() {
      if (cancelPending) return;
      const now = clock.now();
      const waitMs = pacedUntil - now - PACE_MS * (BURST - 1);
      pacedUntil = Math.max(pacedUntil, now) + PACE_MS;
      if (waitMs > 0) cancelPending = clock.after(waitMs, runNow);
      else runNow();
    },
    cancel() {
      cancelPending?.();
      cancelPending = undefined;
    },
  };
}
