import type {Handlers} from '../host/link.js';

/** Signs that the page is not frozen. A host that sends `ping` every few seconds provides a reliable one. */
const SIGNS = ['pointerdown', 'keydown', 'focus', 'pageshow', 'visibilitychange'];
const JUMP_MS = 30_000;

export type PauseOptions = {
  /** Removes the views from the page, which stops all requests, or puts them back, which sends requests at once. */
  pause(isPaused: boolean): void;
  /** Requests everything again. */
  refresh(): void;
  /** A clock that never jumps, milliseconds. */
  now?: () => number;
  page?: Pick<EventTarget, 'addEventListener'>;
};

/**
 * Some webviews pause a page without hiding it, and some freeze its timers silently. If half a minute passes between
 * two signs of life, we assume such a pause. A visible page without input has no such signs either: that costs one
 * unnecessary request.
 */
export function pausing({pause, refresh, now = () => performance.now(), page = window}: PauseOptions): Handlers {
  let last = now();
  const alive = (): void => {
    const before = last;
    last = now();
    if (last - before > JUMP_MS) refresh();
  };
  for (const sign of SIGNS) page.addEventListener(sign, alive, true);
  return {
    ping: alive,
    'app.pause': () => pause(true),
    'app.resume'() {
      pause(false);
      last = now();
    },
  };
}
