type Timer = {run: () => void; ms: number};

/** Keeps what the page wants to do much later, so that the test can do it at once. */
export function holdLateTimers(): {timers: Timer[]; restore: () => void} {
  const timers: Timer[] = [];
  const original = window.setTimeout;
  const setTimeout = (run: () => void, ms = 0): number => {
    if (ms < 11_000) return original(run, ms);
    return timers.push({run, ms});
  };
  window.setTimeout = setTimeout as typeof window.setTimeout;
  return {timers, restore: () => (window.setTimeout = original)};
}
