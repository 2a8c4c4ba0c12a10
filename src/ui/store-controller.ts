import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ReadableAtom} from 'nanostores';

/** Whether an element looks the same for two values of a store. */
type LooksSame<T> = (one: T, other: T) => boolean;

/**
 * Re-renders an element when a store changes, but not for a value that looks the same. Listens only while the element
 * is in a page; the store can be replaced at any time.
 */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #looksSame: LooksSame<T>;
  readonly #onValue: (value: T) => void;
  #store: ReadableAtom<T> | undefined;
  #unlisten: (() => void) | undefined;
  #connected = false;

  /** `onValue` gets each value at once: two changes may happen before the next render. */
  constructor(
    host: ReactiveControllerHost,
    looksSame: LooksSame<T> = Object.is,
    onValue: (value: T) => void = () => undefined,
  ) {
    this.#host = host;
    this.#looksSame = looksSame;
    this.#onValue = onValue;
    host.addController(this);
  }

  /** The store's value now. Read without `get()`, which would count as listening. */
  get value(): T | undefined {
    return this.#store?.value;
  }

  watch(store: ReadableAtom<T> | undefined): void {
    if (store === this.#store) return;
    this.#store = store;
    this.#listen();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#listen();
    // The store may have changed without a listener.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#listen();
  }

  /** Subscribes to the new store before it leaves the old one, so that their common sources stay mounted. */
  #listen(): void {
    const unlisten = this.#unlisten;
    this.#unlisten = this.#connected ? this.#store?.listen(this.#changed) : undefined;
    unlisten?.();
  }

  readonly #changed = (value: unknown, old: unknown): void => {
    this.#onValue(value as T);
    if (!this.#looksSame(value as T, old as T)) this.#host.requestUpdate();
  };
}
