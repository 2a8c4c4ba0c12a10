import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ReadableAtom} from 'nanostores';

/**
 * Renders an element again when a store changes. Listens only while the element is in a page, and another store may be
 * given at any time.
 */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #store: ReadableAtom<T> | undefined;
  #unlisten: (() => void) | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
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
    // The store may have changed while nobody listened.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#listen();
  }

  /** The new store is listened to before the old one is let go, so that what both rest on stays watched. */
  #listen(): void {
    const unlisten = this.#unlisten;
    this.#unlisten = this.#connected ? this.#store?.listen(() => this.#host.requestUpdate()) : undefined;
    unlisten?.();
  }
}
