const lines = new Map<string, Promise<unknown>>();

/**
 * Runs a task while no other task of the same name runs, on this page or, with Web Locks, on another page of the
 * origin. In frames of an opaque origin, pages cannot see each other.
 */
export function locked<T>(name: string, task: () => T | Promise<T>): Promise<T> {
  const turn = (lines.get(name) ?? Promise.resolve()).then(() => inAllTabs(name, task));
  lines.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

async function inAllTabs<T>(name: string, task: () => T | Promise<T>): Promise<T> {
  let isMine = false;
  try {
    // In some frames the getter throws.
    const {locks} = (globalThis.navigator ?? {}) as Partial<Pick<Navigator, 'locks'>>;
    if (locks) return await locks.request<Promise<T>>(`liveops ${name}`, async () => ((isMine = true), task()));
  } catch (error) {
    if (isMine) throw error;
  }
  return task();
}
