/** Runs a task later, but keeps no process alive for it where there is one, as on a server. Milliseconds. */
export function setBackgroundTimer(task: () => void, ms: number): ReturnType<typeof setTimeout> {
  const timer = setTimeout(task, ms);
  (timer as {unref?(): void}).unref?.();
  return timer;
}
