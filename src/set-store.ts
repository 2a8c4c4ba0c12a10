import type {WritableAtom} from 'nanostores';

/** Sets a store. If a listener throws, that is the page's error: it is reported and doesn't stop anything here. */
export function setStore<T>($store: WritableAtom<T>, value: T): void {
  try {
    $store.set(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
