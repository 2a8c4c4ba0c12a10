import type {Timing} from '../../src/api/deadline.js';

/** The page's own time, but without luck: nothing is ever waited for before a retry. */
export const impatient: Timing = {
  now: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  random: () => 0,
};
