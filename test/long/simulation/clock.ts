import {promisesDone} from '../../support/promises-done.js';

/** Time that passes only when told to. */
export type VirtualClock = {
  /** Milliseconds since 1970. */
  now(): number;
  after(ms: number, task: () => void): () => void;
  /** Goes on by so many milliseconds at most, from timer to timer, until `isDone`. */
  pass(ms: number, isDone?: () => boolean): Promise<void>;
  /** Goes on at once, timers of the time between being lost, as when the page is closed. */
  skip(ms: number): void;
  /** Makes `setTimeout` and `clearTimeout` this clock's; the result puts them back. */
  install(): () => void;
};

type Timer = {readonly at: number; readonly task: () => void};

const START = Date.UTC(2026, 0, 5);

export function createVirtualClock(): VirtualClock {
  let now = START;
  const timers = new Set<Timer>();

  const after = (ms: number, task: () => void): (() => void) => {
    const timer = {at: now + ms, task};
    timers.add(timer);
    return () => void timers.delete(timer);
  };

  const takeNext = (end: number): Timer | undefined => {
    let first: Timer | undefined;
    for (const timer of timers) if (timer.at <= end && !(first && first.at <= timer.at)) first = timer;
    if (first) timers.delete(first);
    return first;
  };

  return {
    now: () => now,
    after,
    async pass(ms, isDone = () => false) {
      const end = now + ms;
      await promisesDone();
      while (!isDone()) {
        const timer = takeNext(end);
        now = timer ? Math.max(now, timer.at) : end;
        if (!timer) return;
        timer.task();
        await promisesDone();
      }
    },
    skip(ms) {
      timers.clear();
      now += ms;
    },
    install: () => install(after),
  };
}

function install(after: VirtualClock['after']): () => void {
  const {setTimeout, clearTimeout} = globalThis;
  const cancels = new Map<number, () => void>();
  let last = 0;
  const patched = {
    setTimeout(task: () => void, ms = 0) {
      const id = ++last;
      const cancel = after(ms, () => {
        cancels.delete(id);
        task();
      });
      cancels.set(id, cancel);
      return id;
    },
    clearTimeout(id: number | undefined) {
      if (id === undefined) return;
      cancels.get(id)?.();
      cancels.delete(id);
    },
  };
  Object.assign(globalThis, patched);
  return () => void Object.assign(globalThis, {setTimeout, clearTimeout});
}
