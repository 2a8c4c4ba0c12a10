/** Time and visibility for the stores; tests inject their own. */
export type Clock = {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970, for showing an age. */
  today(): number;
  /** Runs `task` once after `ms`; returns a function that cancels it. */
  after(ms: number, task: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
  /** Whether the page is hidden. */
  hidden(): boolean;
  /**
   * Calls `listener` when the page is shown, hidden, or back on the network (`true`). Returns a function that stops it.
   */
  onChange(listener: (online?: boolean) => void): () => void;
};

type Listener = (online?: boolean) => void;

/** All listeners of the page's clock; they share one event listener of each kind. */
const followers = new Set<{listener: Listener}>();

/** A listener that is added or removed meanwhile is not called, as with DOM events. */
function pageChanged({type}: Event): void {
  for (const follower of [...followers]) if (followers.has(follower)) follower.listener(type === 'online');
}

/** The page's own clock. Without a DOM, the page counts as visible. */
export const pageClock: Clock = {
  now: () => performance.now(),
  today: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  hidden: () => typeof document !== 'undefined' && document.hidden,
  onChange(listener) {
    if (typeof document === 'undefined') return () => undefined;
    const follower = {listener};
    if (!followers.size) followPage('addEventListener');
    followers.add(follower);
    return () => {
      if (followers.delete(follower) && !followers.size) followPage('removeEventListener');
    };
  },
};

function followPage(change: 'addEventListener' | 'removeEventListener'): void {
  document[change]('visibilitychange', pageChanged);
  window[change]('pageshow', pageChanged);
  window[change]('online', pageChanged);
}
