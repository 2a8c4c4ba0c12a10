import type {Rung} from './text-store.js';

const DATABASE = 'liveops-elements';
const STORE = 'texts';

/**
 * The browser's database. Opened for each access and closed after it: a handle that is kept dies when a webview comes
 * back from the background, and stands in the way of the back/forward cache. A write is done when it is on the disk.
 */
export const indexedDbRung: Rung = {
  durable: true,
  all: (prefix, wanted) => inStore('readonly', wanted, store => store.getAll(IDBKeyRange.bound(prefix, `${prefix}~`))),
  put: (key, text, wanted) => inStore('readwrite', wanted, store => store.put(text, key)),
  remove: (key, wanted) => inStore('readwrite', wanted, store => store.delete(key)),
};

async function inStore<T>(
  mode: IDBTransactionMode,
  wanted: () => boolean,
  access: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    // One that opened too late would write over what came after it.
    if (!wanted()) throw new Error('Too late.');
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, {durability: 'strict'});
      const request = access(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = reject;
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
}
