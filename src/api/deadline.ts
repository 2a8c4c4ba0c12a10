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
export async function withLimits<T>(
  limits: Limits,
  timing: Timing,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (limits.signal?.aborted) throw aborted();
  const controller = new AbortController();
  let release = (): void => undefined;
  const cut = new Promise<never>((_resolve, reject) => {
    release = whenCut(limits, timing, error => {
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

function whenCut({timeoutMs, signal}: Limits, timing: Timing, cut: (error: LiveOpsError) => void): () => void {
  const give = (): void => cut(aborted());
  const cancel =
    timeoutMs === undefined
      ? undefined
      : timing.after(timeoutMs, () => cut(new LiveOpsError('timeout', `No answer within ${timeoutMs} ms.`)));
  signal?.addEventListener('abort', give);
  return () => {
    cancel?.();
    signal?.removeEventListener('abort', give);
  };
}

/** Waits `ms`. @throws {LiveOpsError} `aborted` as soon as the caller gives up; no timer stays behind. */
export function pause(ms: number, timing: Timing, signal: AbortSignal | undefined): Promise<void> {
  return withLimits({signal}, timing, given => {
    return new Promise(resolve => given.addEventListener('abort', timing.after(ms, resolve)));
  });
}
