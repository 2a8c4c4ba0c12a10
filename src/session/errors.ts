import type {LiveOpsError} from '../errors.js';

/** Where a session reports its failed requests. */
export type ErrorReports = {
  report(error: LiveOpsError): void;
  /** Returns a function that removes the listener. */
  listen(listener: (error: LiveOpsError) => void): () => void;
  clear(): void;
};

export function createErrorReports(): ErrorReports {
  const listeners = new Set<(error: LiveOpsError) => void>();
  return {
    // Each in its own task: if a listener throws, that is the page's error and stops nothing here. When the task runs,
    // the listener may have been removed, or the session may have ended.
    report: error =>
      listeners.forEach(listener => queueMicrotask(() => (listeners.has(listener) ? listener(error) : undefined))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => listeners.clear(),
  };
}
