import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageClock} from '../stores/clock.js';

/** How long an element waits before the console says so, milliseconds. */
const PATIENCE_MS = 3_000;

type Host = ReactiveControllerHost & HTMLElement;
type Explain = (element: HTMLElement) => string;

let explain: Explain | undefined;
let isSaid = false;

/** For the development build, which explains each element's wait. */
export function explainWaiting(how: Explain): void {
  explain = how;
}

/**
 * Says in the console that an element in the page has been waiting for three seconds: once for the whole page or, in
 * the development build, which explains it, once for each element and wait.
 */
export class WaitingController implements ReactiveController {
  readonly #host: Host;
  readonly #isWaiting: () => boolean;
  #cancel: (() => void) | undefined;

  constructor(host: Host, isWaiting: () => boolean) {
    this.#host = host;
    this.#isWaiting = isWaiting;
  }

  hostConnected(): void {
    this.#watch();
  }

  hostUpdated(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #watch(): void {
    if (!this.#isWaiting()) this.#stop();
    else this.#cancel ??= pageClock.after(PATIENCE_MS, () => this.#say());
  }

  /** A logged wait ends at the next stop, so that it is not repeated. */
  #say(): void {
    if (!this.#host.isConnected || !this.#isWaiting()) return this.#stop();
    if (explain) return console.warn(explain(this.#host));
    if (isSaid) return;
    isSaid = true;
    console.warn(
      `liveops-elements: <${this.#host.localName}> has waited for a session for ${PATIENCE_MS / 1_000} s. The development build says why.`,
    );
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
