import ky, {isTimeoutError, type KyInstance, type Options} from 'ky';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {timedOut} from './limits.js';

/**
 * A ky that repeats nothing unless one call asks for it, throws for no status, sends no cookies, asks no cache and
 * follows no redirect. Retries are off as an object and not as `retry: 0`, which ky 1.14 forgets where a call has
 * options for retries too.
 */
export function createClient(options: Options): KyInstance {
  return ky.create({
    retry: {limit: 0, methods: []},
    timeout: false,
    throwHttpErrors: false,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    ...options,
  });
}

/**
 * What remains of an error without a complete answer. Errors of ky contain the request with its token, and those of
 * `fetch` contain the URL, so only the kind of failure is kept.
 */
export function toTrouble(error: unknown, unreachable: string, timeoutMs?: number): LiveOpsError {
  if (isTimeoutError(error)) return timedOut(timeoutMs);
  return isLiveOpsError(error) ? error : new LiveOpsError('network', unreachable);
}
