/** Time and visibility for the stores; tests inject their own. */
export type Clock = {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970, for showing an age. */
  today(): number;
  /** Runs `task` once after `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
  /** Whether the page is hidden. */
  hidden(): boolean;
  /** Calls `listener` when the page is shown, hidden, or back on the network (`true`); the result stops it. */
  onChange(listener: (online?: boolean) => void): () => void;
};

type Listener = (online?: boolean) => void;

/** Everybody who follows the page; one listener of each kind serves them all. */
const followers = new Set<{listener: Listener}>();

/** Who comes or goes meanwhile is not called, as with the page's own listeners. */
function pageChanged({type}: Event): void {
  for (const follower of [...followers]) if (followers.has(follower)) follower.listener(type === 'online');
}

/** The page's own clock. Without a DOM the page is always visible. */
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
