import {LiveOpsError} from '../errors.js';

/** What may end a request before its answer: a time limit, the caller, or neither. */
export type Limits = {
  /** Milliseconds for the whole request; absent means no limit. */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
};

export const aborted = (): LiveOpsError => new LiveOpsError('aborted', 'The request was canceled.');

export const timedOut = (ms: number | undefined): LiveOpsError =>
  new LiveOpsError('timeout', `No answer within ${ms} ms.`);

/**
 * Runs `task` with a signal that fires at the time limit or when the caller aborts, whichever comes first. The promise
 * settles at that moment, even if the task ignores its signal. When the task settles, everything that it left open is
 * aborted.
 *
 * `AbortSignal.any` and `.timeout` would do this, but Chromium has them only since 116 and 103. Without `any`, ky 1.14
 * has no own signal and ignores this one in its waits. A request past ky's time limit then stays open until this signal
 * fires, and a read that is aborted in a wait ends at its next attempt, which is not sent.
 *
 * @throws {LiveOpsError} `timeout` or `aborted`. Errors of the task pass through.
 */
export async function withLimits<T>(
  {timeoutMs, signal}: Limits,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw aborted();
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (error?: LiveOpsError): void => {
      if (error) reject(error);
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      controller.abort(error);
    };
    const giveUp = (): void => end(aborted());
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => end(timedOut(timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', giveUp);
    void task(controller.signal)
      .then(resolve, reject)
      .finally(() => end());
  });
}
