import {LiveOpsError} from '../errors.js';

/** What ends a request early: a time limit, the caller, or neither. */
export type Limits = {
  /** Milliseconds for headers and body together; without it there is no limit. */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
};

const aborted = (): LiveOpsError => new LiveOpsError('aborted', 'The request was given up.');

/**
 * Runs `task` with a signal that fires at the time limit or when the caller gives up, whichever comes first. The promise
 * settles at that moment even if the task ignores its signal. `AbortSignal.any` and `.timeout` would do this, but
 * Chromium has them only since 116 and 103.
 *
 * @throws {LiveOpsError} `timeout` or `aborted`. Errors of the task pass through.
 */
export async function withLimits<T>(limits: Limits, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (limits.signal?.aborted) throw aborted();
  const controller = new AbortController();
  let release = (): void => undefined;
  const cut = new Promise<never>((_resolve, reject) => {
    release = whenCut(limits, error => {
      reject(error);
      controller.abort();
    });
  });
  try {
    return await Promise.race([task(controller.signal), cut]);
  } finally {
    release();
  }
}

function whenCut({timeoutMs, signal}: Limits, cut: (error: LiveOpsError) => void): () => void {
  const give = (): void => cut(aborted());
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => cut(new LiveOpsError('timeout', `No answer within ${timeoutMs} ms.`)), timeoutMs);
  signal?.addEventListener('abort', give);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', give);
  };
}
