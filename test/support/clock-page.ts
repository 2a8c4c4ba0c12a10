import type {TestContext} from 'node:test';
import type {FakeClock} from './fake-clock.js';

/** The clock of each test's page; if a test opens several pages, the newest one's. */
const clocks = new WeakMap<TestContext, FakeClock>();

/**
 * Replaces the page's timers and time with those of `clock` until the test ends: ky uses `setTimeout` for its time
 * limits.
 */
export function putPageOn(t: TestContext, clock: FakeClock): void {
  const isMocked = clocks.has(t);
  clocks.set(t, clock);
  // Nested mocks would not all be removed.
  if (!isMocked) mockPage(t, () => clocks.get(t) ?? clock);
}

function mockPage({mock}: TestContext, clock: () => FakeClock): void {
  const timers = new Map<unknown, () => void>();
  let last = 0;
  mock.method(globalThis, 'setTimeout', (task: () => void, ms = 0) => {
    const id = ++last;
    timers.set(id, clock().after(ms, task));
    return id;
  });
  mock.method(globalThis, 'clearTimeout', (id: unknown) => {
    timers.get(id)?.();
    timers.delete(id);
  });
  mock.method(performance, 'now', () => clock().now());
}
