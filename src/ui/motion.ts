import type {ReactiveControllerHost} from 'lit';
import type {Session} from '../session/session.js';
import {StoreController} from './store-controller.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Whether an element may move: neither the system nor the game asks for less motion. */
export class MotionController {
  readonly #host: Host;
  readonly #reduced: StoreController<boolean>;

  constructor(host: Host) {
    this.#host = host;
    this.#reduced = new StoreController(host);
  }

  watch(session: Session | undefined): void {
    this.#reduced.watch(session?.$reducedMotion);
  }

  /** Stops the animations of the element's styles where the game or page wants none; the system's setting is in the styles. */
  mark(): void {
    const section = this.#host.shadowRoot?.querySelector('section');
    section?.classList.toggle('still', this.#reduced.value === true);
  }

  /** Test pages such as jsdom, and some webviews, lack what moves. With forced colours, what overlaps is unreadable. */
  get isWanted(): boolean {
    const isThere = 'animate' in Element.prototype && 'matchMedia' in window;
    return (
      isThere &&
      this.#reduced.value !== true &&
      !matchMedia('(prefers-reduced-motion: reduce), (forced-colors: active)').matches
    );
  }
}
