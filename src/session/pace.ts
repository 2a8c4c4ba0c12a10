import type {Clock} from '../stores/clock.js';

/** A task that anybody may ask for at any time, and that runs now and then. */
export type PacedTask = {
  /** Runs the task now; after a burst it runs once, later, however often it was asked for. */
  run(): void;
  /** Gives up a run that is to come. */
  cancel(): void;
};

/** Five runs may follow each other at once; after that, the time between two, milliseconds. */
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
