import {parseDate} from '../parse-date.js';

/** A server that asks for hours is taken to have made a mistake. */
const LONGEST_WAIT_SEC = 60;

/** The wait that an answer asks for, seconds; see `toRetryAfterSec`. */
export function retryAfterOf(headers: Headers): number | undefined {
  return toRetryAfterSec(headers.get('retry-after') ?? '', headers.get('date'));
}

/**
 * The wait that the server asks for with `Retry-After`, seconds or a date. A page of another origin reads it only where
 * the server exposes it. What is no time to come is none. A date is counted from that of the answer (`date`), where it
 * can be read, since the device's clock may be wrong.
 */
export function toRetryAfterSec(text: string, date?: string | null): number | undefined {
  const now = parseDate(date) || Date.now();
  const ms = text.endsWith('GMT') ? parseDate(text) - now : /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : NaN;
  return ms >= 0 ? Math.min(LONGEST_WAIT_SEC, Math.max(1, ms / 1_000)) : undefined;
}
