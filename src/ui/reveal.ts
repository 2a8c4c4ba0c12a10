import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {HintEvent} from './hints.js';

/** The animation by which rewards appear, one after the other. */
const REVEAL = 'reveal';
const SKIPS = ['pointerdown', 'keydown'];
/** Rewards that appear together give one hint; milliseconds. */
const APART_MS = 30;

/**
 * Rewards that appear one after the other: any press or key in the element shows all of them at once, and each dispatches an
 * event, for sound and vibration.
 */
export class RevealController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #last = -Infinity;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    // The same functions, so that they are added once.
    this.#host.shadowRoot?.addEventListener('animationstart', this.#start);
  }

  readonly #start = (event: Event): void => {
    const {animationName, timeStamp} = event as AnimationEvent;
    if (animationName !== REVEAL) return;
    for (const type of SKIPS) this.#host.addEventListener(type, this.#skip, true);
    if (timeStamp - this.#last < APART_MS) return;
    this.#last = timeStamp;
    this.#host.dispatchEvent(new HintEvent('reveal'));
  };

  readonly #skip = (): void => {
    for (const type of SKIPS) this.#host.removeEventListener(type, this.#skip, true);
    for (const animation of (this.#host.shadowRoot?.getAnimations() ?? []) as CSSAnimation[]) {
      if (animation.animationName === REVEAL) animation.finish();
    }
  };
}
