import {parseDate} from '../parse-date.js';

/** A request to wait for hours counts as a mistake of the server. */
const LONGEST_WAIT_SEC = 60;

/** The wait that an answer requests, seconds; see `toRetryAfterSec`. */
export function retryAfterOf(headers: Headers): number | undefined {
  return toRetryAfterSec(headers.get('retry-after') ?? '', headers.get('date'));
}

/**
 * The wait that the server requests with `Retry-After`, seconds or a date. A cross-origin page can read the header only
 * if the server exposes it. A value that isn't in the future is ignored. A date is compared with the answer's own
 * `date`, if readable, since the device's clock may be wrong.
 */
export function toRetryAfterSec(text: string, date?: string | null): number | undefined {
  const now = parseDate(date) || Date.now();
  const ms = text.endsWith('GMT') ? parseDate(text) - now : /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : NaN;
  return ms >= 0 ? Math.min(LONGEST_WAIT_SEC, Math.max(1, ms / 1_000)) : undefined;
}
