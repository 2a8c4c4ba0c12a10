import type {Rung} from './text-store.js';

/**
 * The browser's older storage: a second copy, not durable, since a killed browser loses what it wrote last. Its very
 * getter throws in some frames and is null in some webviews, so it is asked for at each access.
 */
export const localStorageRung: Rung = {
  durable: false,
  all: prefix =>
    Object.keys(localStorage)
      .filter(key => key.startsWith(prefix))
      .map(key => localStorage.getItem(key) ?? ''),
  put: (key, text) => localStorage.setItem(key, text),
  remove: key => localStorage.removeItem(key),
};
