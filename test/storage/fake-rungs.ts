import type {HostStorage} from '../../src/storage/host-rung.js';
import type {Rung} from '../../src/storage/text-store.js';

/** A host's storage over a map, which a test can give to the next page. */
export function mapStorage(disk = new Map<string, string>()) {
  return {
    get: (key: string): string | null => disk.get(key) ?? null,
    set: (key: string, value: string): void => void disk.set(key, value),
    remove: (key: string): void => void disk.delete(key),
  } satisfies HostStorage;
}

/** A place for texts over a map; what `broken` names fails as it says. */
export function mapRung(disk = new Map<string, string>(), broken: Partial<Rung> = {}): Rung {
  return {
    durable: true,
    all: prefix => [...disk].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text),
    put: (key, text) => void disk.set(key, text),
    remove: key => void disk.delete(key),
    ...broken,
  };
}
