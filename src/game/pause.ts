import type {Handlers} from '../host/link.js';

/** Signs of life of a page that is not frozen. A host that sends `ping` every few seconds gives one that never fails. */
const SIGNS = ['pointerdown', 'keydown', 'focus', 'pageshow', 'visibilitychange'];
const JUMP_MS = 30_000;

export type PauseOptions = {
  /** Takes the views out of the page, so that nothing is asked for, or puts them back, which asks at once. */
  pause(isPaused: boolean): void;
  /** Requests everything again. */
  refresh(): void;
  /** A clock that never jumps, milliseconds. */
  now?: () => number;
  page?: Pick<EventTarget, 'addEventListener'>;
};

/**
 * Some webviews pause a page without hiding it, and some freeze its timers without a word. A sign of life half a minute
 * after the one before is taken for the end of such a time. A page that is looked at and left alone gives none either:
 * then one request too many is the price.
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
