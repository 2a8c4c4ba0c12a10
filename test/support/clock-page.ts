import type {TestContext} from 'node:test';
import type {FakeClock} from './fake-clock.js';

/** The clock of each test's page; a test that opens several pages leaves the newest one's. */
const clocks = new WeakMap<TestContext, FakeClock>();

/**
 * Makes the page's timers and its time those of `clock` until the test ends: ky keeps the time of requests with
 * `setTimeout`.
 */
export function putPageOn(t: TestContext, clock: FakeClock): void {
  const isMocked = clocks.has(t);
  clocks.set(t, clock);
  // Mocks over mocks would not all be taken away.
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
