/** What timing and visibility look like to the stores; tests give their own. */
export type Clock = {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970, for telling an age. */
  today(): number;
  /** Runs `task` once after `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
  /** Whether nobody can see the page. */
  hidden(): boolean;
  /** Calls `listener` when the page is shown, hidden, or back on the network (`true`); the result stops it. */
  onChange(listener: (online?: boolean) => void): () => void;
};

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
    const changed = ({type}: Event): void => listener(type === 'online');
    document.addEventListener('visibilitychange', changed);
    window.addEventListener('pageshow', changed);
    window.addEventListener('online', changed);
    return () => {
      document.removeEventListener('visibilitychange', changed);
      window.removeEventListener('pageshow', changed);
      window.removeEventListener('online', changed);
    };
  },
};
