import {type Clock, pageClock} from './state/clock.js';

const JUMP_MS = 30_000;

/**
 * The page's clock under a host that pauses the page, which some webviews do without hiding it. Others freeze timers
 * without a word: one that comes half a minute late is as good as a message that the page goes on, and `onJump` hears.
 */
export function pausable(onJump: () => void, page = pageClock): {clock: Clock; pause(paused: boolean): void} {
  const listeners = new Set<(online?: boolean) => void>();
  let isPaused = false;
  const clock: Clock = {
    ...page,
    hidden: () => isPaused || page.hidden(),
    after(ms, task) {
      const latest = page.now() + ms + JUMP_MS;
      return page.after(ms, () => {
        task();
        if (page.now() > latest) onJump();
      });
    },
    onChange(listener) {
      const stop = page.onChange(listener);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
  return {
    clock,
    pause(paused) {
      isPaused = paused;
      listeners.forEach(listener => listener(!paused));
    },
  };
}
