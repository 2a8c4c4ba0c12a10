import type {TestContext} from 'node:test';

/**
 * Holds back every timer of `ms` milliseconds until the result is called, which runs them: a real limit may be over
 * before a busy machine has sent the request.
 */
export function holdTimers(t: TestContext, ms: number): () => void {
  const real = globalThis.setTimeout;
  let held: (() => void)[] = [];
  t.mock.method(globalThis, 'setTimeout', (task: () => void, delay?: number) => {
    if (delay === ms) held.push(task);
    return real(delay === ms ? () => undefined : task, delay);
  });
  return () => {
    const due = held;
    held = [];
    due.forEach(task => task());
  };
}
