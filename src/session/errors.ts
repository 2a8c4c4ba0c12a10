import type {LiveOpsError} from '../errors.js';

/** Where a session reports its failed requests. */
export type ErrorReports = {
  report(error: LiveOpsError): void;
  /** The result stops it. */
  listen(listener: (error: LiveOpsError) => void): () => void;
  clear(): void;
};

export function createErrorReports(): ErrorReports {
  const listeners = new Set<(error: LiveOpsError) => void>();
  return {
    // Each in its own task, so that a listener that throws is the page's own error and stops nothing here; by then it may
    // have left, or the session have ended.
    report: error =>
      listeners.forEach(listener => queueMicrotask(() => (listeners.has(listener) ? listener(error) : undefined))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => listeners.clear(),
  };
}
