type Timer = {run: () => void; ms: number};

const LATE_MS = 11_000;
/** The time limit of a read with its retries; the waits of polls are never this round. */
const READ_LIMIT_MS = 20_000;

/** Keeps what the page wants to do much later, so that the test can do it at once. */
export function holdLateTimers(): {timers: Timer[]; restore: () => void} {
  const timers: Timer[] = [];
  const original = window.setTimeout;
  const setTimeout = (run: () => void, ms = 0): number => {
    if (ms < LATE_MS || ms === READ_LIMIT_MS) return original(run, ms);
    return timers.push({run, ms});
  };
  window.setTimeout = setTimeout as typeof window.setTimeout;
  return {timers, restore: () => (window.setTimeout = original)};
}
