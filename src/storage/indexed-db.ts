import {applyChange, type StorageTier} from './text-store.js';
import {currentVisit, isOfOther, MARKER} from './visit.js';

const DATABASE = 'liveops-elements';
const STORE = 'texts';

/**
 * The browser's database, opened for each access and closed after it. An open handle breaks when a webview returns from
 * the background, and blocks the back/forward cache. A write is done once it is on the disk.
 */
export const indexedDbTier: StorageTier = {
  durable: true,
  async all(prefix, wanted) {
    try {
      // The getter itself throws if the page may not use databases.
      if (typeof indexedDB === 'undefined') return [];
      const range = IDBKeyRange.bound(prefix, `${prefix}~`);
      return await inStore(
        'readonly',
        wanted,
        (store): IDBRequest<string[]> => store.getAll(range) as IDBRequest<string[]>,
      );
    } catch (error) {
      if (isRefusal(error)) return [];
      throw error;
    }
  },
  put: (key, change, wanted) =>
    inStore('readwrite', wanted, store => {
      const found: IDBRequest<unknown> = store.get(key);
      found.onsuccess = () => {
        const text = applyChange(change, typeof found.result === 'string' ? found.result : undefined);
        if (text !== undefined) store.put(text, key);
      };
      return found;
    }),
  remove: (key, wanted, isOutdated) =>
    inStore('readwrite', wanted, store => {
      const found: IDBRequest<unknown> = store.get(key);
      found.onsuccess = () => {
        const stays = isOutdated && typeof found.result === 'string' && !isOutdated(found.result);
        if (!stays) store.delete(key);
      };
      return found;
    }),
  async outlives(wanted) {
    const visit = await currentVisit();
    if (visit === undefined) return false;
    const marker = await inStore<unknown>('readonly', wanted, store => store.get(MARKER));
    if (marker === undefined) await this.put(MARKER, found => found ?? visit, wanted);
    return isOfOther(marker, visit);
  },
};

/** Whether the page may not use databases at all, as in frames of an opaque origin: then none is missing. */
function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError';
}

async function inStore<T>(
  mode: IDBTransactionMode,
  wanted: () => boolean,
  access: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    // A write after the time limit would overwrite a later value.
    if (!wanted()) throw new Error('The time limit was over before the change.');
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, {durability: 'strict'});
      const request = access(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
    });
  } finally {
    database.close();
  }
}

async function open(): Promise<IDBDatabase> {
  // Throws if the page may not use databases.
  const request = indexedDB.open(DATABASE, 1);
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database did not open.'));
  });
}
