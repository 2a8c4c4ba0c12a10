/**
 * What a player has started and is not over: a call with the key of one that is running gets the same promise. The next
 * player neither waits for it nor gets it.
 */
export function createRunning<T>({
  life,
}: {
  life(): AbortSignal;
}): (key: string, start: (life: AbortSignal) => Promise<T>) => Promise<T> {
  let running = new Map<string, Promise<T>>();
  let current: AbortSignal | undefined;
  return (key, start) => {
    const now = life();
    if (now !== current) running = new Map();
    current = now;
    const mine = running;
    const known = mine.get(key);
    if (known) return known;
    const started = start(now).finally(() => mine.delete(key));
    mine.set(key, started);
    return started;
  };
}
