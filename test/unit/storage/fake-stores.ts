import type {HostStorage} from '../../../src/storage/host-storage.js';
import {applyChange, type StorageTier} from '../../../src/storage/text-store.js';

/** A host's storage over a map, which a test can give to the next page. */
export function mapStorage(disk = new Map<string, string>()) {
  return {
    disk,
    get: (key: string): string | null => disk.get(key) ?? null,
    set: (key: string, value: string): void => void disk.set(key, value),
    remove: (key: string): void => void disk.delete(key),
  } satisfies HostStorage & {disk: unknown};
}

/** A place for texts over a map; what `broken` names fails as it says. */
export function mapTier(disk = new Map<string, string>(), broken: Partial<StorageTier> = {}): StorageTier {
  return {
    durable: true,
    all: prefix => [...disk].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text),
    put(key, change) {
      const text = applyChange(change, disk.get(key));
      if (text !== undefined) disk.set(key, text);
    },
    remove(key, _wanted, isOutdated) {
      const found = disk.get(key);
      if (found !== undefined && (isOutdated?.(found) ?? true)) disk.delete(key);
    },
    ...broken,
  };
}
