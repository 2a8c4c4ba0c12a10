import {locked} from './lock.js';
import {applyChange, type StorageTier} from './text-store.js';

/**
 * The browser's older storage: a second copy, not durable, since a killed browser loses the last writes. Its getter
 * throws in some frames and returns null in some webviews, so it is read at each access.
 */
export const localStorageTier: StorageTier = {
  durable: false,
  all: prefix =>
    Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .map(key => localStorage.getItem(key) ?? ''),
  put: (key, change, wanted) =>
    locked('localStorage', () => {
      if (!wanted()) throw new Error('The time limit was over before the change.');
      const text = applyChange(change, localStorage.getItem(key) ?? undefined);
      if (text !== undefined) localStorage.setItem(key, text);
    }),
  remove: (key, wanted, isOutdated) =>
    locked('localStorage', () => {
      if (!wanted()) throw new Error('The time limit was over before the change.');
      const found = localStorage.getItem(key);
      if (found === null || (isOutdated && !isOutdated(found))) return;
      localStorage.removeItem(key);
    }),
};
