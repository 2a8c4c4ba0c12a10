import type {Intent} from './intents.js';
import {type Pad, PadReader} from './pad.js';

/** What the reader of controllers needs of the page, so that tests can play it. */
export type PadPage = {
  /** The controllers; throws where the page may not read them. */
  pads(): readonly (Pad | null)[];
  /** Whether players see the page, and it has the keyboard. */
  isActive(): boolean;
  /** Calls `task` before the next frame. Returns a function that cancels it. */
  nextFrame(task: (now: number) => void): () => void;
  /** Calls `listener` when a controller comes or goes, or the page becomes active or stops being so. */
  onChange(listener: () => void): () => void;
};

const CHANGES: readonly (readonly [string, EventTarget])[] =
  typeof window === 'undefined'
    ? []
    : [
        ['gamepadconnected', window],
        ['gamepaddisconnected', window],
        ['focus', window],
        ['blur', window],
        ['visibilitychange', document],
      ];

/** The browser's. A page without access, such as one in a frame without `allow="gamepad"`, has no controllers. */
export const padPage: PadPage = {
  pads: () => ('getGamepads' in navigator ? [...navigator.getGamepads()] : []),
  isActive: () => document.visibilityState === 'visible' && document.hasFocus(),
  nextFrame(task) {
    const frame = requestAnimationFrame(task);
    return () => cancelAnimationFrame(frame);
  },
  onChange(listener) {
    for (const [type, target] of CHANGES) target.addEventListener(type, listener);
    return () => CHANGES.forEach(([type, target]) => target.removeEventListener(type, listener));
  },
};

/**
 * Reads the controllers in every frame while there is one and the page is visible and has the keyboard; otherwise it asks
 * for no frames. Returns a function that stops it.
 */
export function readPads(perform: (intent: Intent) => void, page: PadPage = padPage): () => void {
  const reader = new PadReader();
  let cancel: (() => void) | undefined;
  let isOver = false;

  const stop = (): void => {
    cancel?.();
    cancel = undefined;
  };
  const read = (now: number): void => {
    cancel = undefined;
    const pads = padsOf(page);
    if (!pads.length || !page.isActive()) return;
    reader.read(pads, now).forEach(perform);
    // What was performed may have stopped this.
    if (!isOver) cancel ??= page.nextFrame(read);
  };
  const update = (): void => {
    stop();
    reader.reset();
    if (page.isActive() && padsOf(page).length) cancel = page.nextFrame(read);
  };

  const unlisten = page.onChange(update);
  update();
  return () => {
    isOver = true;
    unlisten();
    stop();
  };
}

/** The controllers that are there. */
function padsOf(page: PadPage): readonly Pad[] {
  try {
    return page.pads().filter(pad => pad !== null);
  } catch {
    // The page's policy forbids it: https://w3c.github.io/gamepad/#permissions-policy
    return [];
  }
}
