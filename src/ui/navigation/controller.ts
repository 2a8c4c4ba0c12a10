import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {onInputMode} from './input-mode.js';
import {cancelByKey, moveByKey} from './keys.js';
import {remember} from './memory.js';
import {isPageNavigated} from './page.js';
import {rove} from './roving.js';

/**
 * Moves the focus inside an element by arrow keys, makes each of its lists one stop of the Tab key, remembers what had
 * the focus, and draws the focus while the player moves by directions. It reads roles and parts only, so that it needs to
 * know nothing about the element.
 */
export class NavigationController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isDirectional = false;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#useKey);
    this.#host.addEventListener('focusin', this.#noteFocus);
    this.#stop = onInputMode(isDirectional => {
      this.#isDirectional = isDirectional;
      this.#mark();
    });
  }

  hostUpdated(): void {
    if (this.#host.shadowRoot) rove(this.#host.shadowRoot);
    this.#mark();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#useKey);
    this.#host.removeEventListener('focusin', this.#noteFocus);
    this.#stop();
  }

  /** A class inside, since elements set no attributes on themselves. */
  #mark(): void {
    this.#host.shadowRoot?.querySelector('section')?.classList.toggle('directional', this.#isDirectional);
  }

  readonly #useKey = (event: KeyboardEvent): void => {
    cancelByKey(event, this.#host);
    // Where the whole page is navigated, the key goes on to it.
    if (!isPageNavigated()) moveByKey(event, this.#host);
  };

  readonly #noteFocus = (event: Event): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) remember(target);
    if (this.#host.shadowRoot) rove(this.#host.shadowRoot);
  };
}
