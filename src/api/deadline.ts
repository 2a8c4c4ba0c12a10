import {LiveOpsError} from '../errors.js';

/** Time and chance, as far as requests need them; the stores' clock has both. */
export type Timing = {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Runs `task` once after `ms`; the result cancels it. */
  after(ms: number, task: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
};

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
export function withLimits<T>(
  {timeoutMs, signal}: Limits,
  timing: Timing,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted());
    const controller = new AbortController();
    const cut = (error: LiveOpsError): void => {
      reject(error);
      controller.abort();
      release();
    };
    const give = (): void => cut(aborted());
    const late = (): void => cut(new LiveOpsError('timeout', `No answer within ${timeoutMs} ms.`));
    const cancel = timeoutMs === undefined ? undefined : timing.after(timeoutMs, late);
    const release = (): void => {
      cancel?.();
      signal?.removeEventListener('abort', give);
    };
    signal?.addEventListener('abort', give);
    task(controller.signal).then(resolve, reject).then(release, release);
  });
}

/** Waits `ms`. @throws {LiveOpsError} `aborted` as soon as the caller gives up; no timer stays behind. */
export function pause(ms: number, timing: Timing, signal: AbortSignal | undefined): Promise<void> {
  return withLimits({signal}, timing, given => {
    return new Promise(resolve => given.addEventListener('abort', timing.after(ms, resolve)));
  });
}
