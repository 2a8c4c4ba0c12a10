import type {ReactiveControllerHost} from 'lit';

/** How long a button that cannot be undone stays dead after it appeared: a double click must not reach it. Milliseconds. */
const MEANT_AFTER_MS = 500;

/** Whether something has been on the screen long enough to be meant by a press. */
export class Delay {
  readonly #host: ReactiveControllerHost;
  #shown: object | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  isOver = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What is on the screen now; `undefined` for nothing that has to wait. */
  watch(shown: object | undefined): void {
    if (shown === this.#shown) return;
    this.stop();
    this.#shown = shown;
    if (!shown) return;
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#host.requestUpdate();
    }, MEANT_AFTER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    this.isOver = false;
  }
}
