type LockTask = () => Promise<unknown>;

/** Web Locks for all tabs of a test. */
export function fakeLocks() {
  const last = new Map<string, Promise<unknown>>();
  const request = (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const task = rest[rest.length - 1] as LockTask;
    const turn = (last.get(name) ?? Promise.resolve()).then(task);
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  return {request, query: async () => ({held: []})};
}

/** Puts something in the place of a global; the result restores what was there. */
export function putGlobal(name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {value, configurable: true});
  return () => {
    Reflect.deleteProperty(globalThis, name);
    if (before) Object.defineProperty(globalThis, name, before);
  };
}
