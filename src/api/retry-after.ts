/** A server that asks for hours is taken to have made a mistake. */
const LONGEST_WAIT_SEC = 60;

/**
 * The wait that the server asks for with `Retry-After`, seconds or a date. A page of another origin reads it only where
 * the server exposes it. What is no time to come is none.
 */
export function toRetryAfterSec(text: string): number | undefined {
  const ms = text.endsWith('GMT') ? Date.parse(text) - Date.now() : /^\d+$/.test(text) ? Number(text) * 1_000 : NaN;
  return ms >= 0 ? Math.min(LONGEST_WAIT_SEC, Math.max(1, ms / 1_000)) : undefined;
}
