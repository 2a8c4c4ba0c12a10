import {LiveOpsError} from '../errors.js';

/** Runs a task while no other page of the same browser runs one of the same name. */
export type TabLock = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** Whether tabs can wait for each other. */
export function hasTabLocks(): boolean {
  try {
    return Boolean((globalThis.navigator as Partial<Navigator> | undefined)?.locks);
  } catch {
    // In some frames the getter throws.
    return false;
  }
}

/**
 * Web Locks, which end with their page. Without them, as in frames of an opaque origin, pages cannot see each other.
 * Two updates at once are safe for the player's state, and each page's own snapshot keeps its receipt correct.
 *
 * @throws {LiveOpsError} `timeout` if another page keeps the lock for `waitMs`.
 */
export function createTabLock(waitMs = 30_000): TabLock {
  return async (name, task) => {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), waitMs);
    let isMine = false;
    try {
      return await navigator.locks.request(`liveops ${name}`, {signal: controller.signal}, () => {
        isMine = true;
        clearTimeout(timer);
        return task();
      });
    } catch (error) {
      clearTimeout(timer);
      if (isMine) throw error;
      if (controller.signal.aborted)
        throw new LiveOpsError('timeout', `Another page has been claiming for ${waitMs} ms.`);
      return task();
    }
  };
}
