/** Runs a task after `ms` milliseconds, but keeps no server process alive for it. */
export function setBackgroundTimer(task: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(task, ms);
  (timer as {unref?(): void}).unref?.();
  return timer;
}
