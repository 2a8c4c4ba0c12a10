import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {HintEvent} from '../hints.js';
import {onInputMode} from './input-mode.js';
import {cancelByKey, moveByKey} from './keys.js';
import {remember} from './memory.js';
import {isPageNavigated} from './page.js';
import {moveStop, rove} from './roving.js';

/** By their elements: two listeners are enough for all of them, however many elements a page has. */
const controllers = new Map<EventTarget, NavigationController>();

/**
 * Moves the focus inside an element by arrow keys, makes each of its lists one stop of the Tab key, remembers what had
 * the focus, and draws the focus while the player moves by directions. It reads roles and parts only, so that it needs to
 * know nothing about the element.
 */
export class NavigationController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isDirectional = false;
  #isRoving = false;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!controllers.size) listen('addEventListener');
    controllers.set(this.#host, this);
    this.#stop = onInputMode(isDirectional => {
      this.#isDirectional = isDirectional;
      this.#mark();
    });
  }

  hostUpdated(): void {
    const {shadowRoot} = this.#host;
    if (shadowRoot && !this.#isRoving) rove(shadowRoot);
    this.#isRoving = shadowRoot !== null;
    this.#mark();
  }

  hostDisconnected(): void {
    if (controllers.delete(this.#host) && !controllers.size) listen('removeEventListener');
    this.#stop();
  }

  useKey(event: KeyboardEvent): void {
    cancelByKey(event, this.#host);
    // Where the whole page is navigated, the key goes on to it.
    if (!isPageNavigated()) moveByKey(event, this.#host);
  }

  /** A class inside, since elements set no attributes on themselves. */
  #mark(): void {
    this.#host.shadowRoot?.querySelector('section')?.classList.toggle('directional', this.#isDirectional);
  }
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  document[change]('keydown', useKey);
  document[change]('focusin', noteFocus);
}

function useKey(event: Event): void {
  for (const place of event.composedPath()) controllers.get(place)?.useKey(event as KeyboardEvent);
}

function noteFocus(event: Event): void {
  const path = event.composedPath();
  if (!(path[0] instanceof HTMLElement) || !path.some(place => controllers.has(place))) return;
  remember(path[0]);
  moveStop(path[0]);
  // Only while the player moves by directions, and not for a heading that has the focus for a button.
  if (path[0].closest('.directional') && path[0].tabIndex >= 0) path[0].dispatchEvent(new HintEvent('selection'));
}
