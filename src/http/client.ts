import ky, {isTimeoutError, type KyInstance, type Options} from 'ky';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {timedOut} from './limits.js';

/**
 * A ky that retries only where a call says so, throws for no status, sends no cookies, bypasses caches and follows no
 * redirect. Retries are off by an object and not by `retry: 0`, which ky 1.14 forgets if a call has retry options, too.
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
 * Our error for a request without a complete answer. Errors of ky contain the request with its token, and those of
 * `fetch` contain the URL, so only the kind of failure is kept.
 */
export function toTrouble(error: unknown, unreachable: string, timeoutMs?: number): LiveOpsError {
  if (isTimeoutError(error)) return timedOut(timeoutMs);
  return isLiveOpsError(error) ? error : new LiveOpsError('network', unreachable);
}
