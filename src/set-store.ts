import type {WritableAtom} from 'nanostores';

/** Sets a store. A listener that throws is the page's own error: reported as such, and no reason to stop here. */
export function setStore<T>($store: WritableAtom<T>, value: T): void {
  try {
    $store.set(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
