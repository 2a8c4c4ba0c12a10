const INDEX = 'liveops/index';

type KeyStorage = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
};

/** The list of the keys that a host's storage has, stored under a separate key. */
export type HostKeys = {
  all(): Promise<readonly string[]>;
  add(key: string): Promise<void>;
  drop(key: string): Promise<void>;
  /** Drops a key without a string, unless the stored list still has it. */
  forget(key: string): void;
};

/**
 * Remembers every key it has read or written. If the list later is `null`, damaged, or overwritten by another page
 * without a key, no key is lost.
 */
export function createHostKeys({get, set}: KeyStorage): HostKeys {
  const remembered = new Set<string>();
  let listed: readonly string[] = [];

  const read = async (): Promise<void> => {
    listed = toKeys(await get(INDEX)) ?? listed;
    listed.forEach(key => remembered.add(key));
  };

  const save = async (keys: readonly string[]): Promise<void> => {
    await set(INDEX, JSON.stringify(keys));
    listed = keys;
  };

  return {
    async all() {
      await read();
      return [...remembered];
    },
    async add(key) {
      const found = toKeys(await get(INDEX));
      const wanted = new Set([...(found ?? []), ...remembered, key]);
      remembered.add(key);
      if (wanted.size > (found?.length ?? 0)) await save([...wanted]);
    },
    async drop(key) {
      await read();
      await save([...remembered].filter(other => other !== key));
      remembered.delete(key);
    },
    forget(key) {
      if (!listed.includes(key)) remembered.delete(key);
    },
  };
}

function toKeys(text: string | null): readonly string[] | undefined {
  try {
    const keys: unknown = JSON.parse(String(text));
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : undefined;
  } catch {
    return undefined;
  }
}
