/**
 * The cause, as a code that a page can branch on. The list is closed: a new cause uses an existing code or needs a
 * major version.
 */
export type LiveOpsErrorCode =
  | 'config'
  | 'auth-required'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'already-claimed'
  | 'not-enough-points'
  | 'not-available'
  | 'rate-limited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'bad-answer'
  | 'outcome-unknown'
  | 'storage-unavailable'
  | 'limit-exceeded'
  | 'payment-open'
  | 'host'
  | 'aborted';

/** Facts about the answer behind an error; none of them can identify a player. */
export type LiveOpsErrorDetails = {
  /** HTTP status of the answer, if there was one. */
  status?: number | undefined;
  /** The vendor's `errorCode` (four digits, written as `0401-NNNN` in its docs), if the answer contained one. */
  vendorCode?: number | undefined;
  /** Seconds that the server asked to wait (`Retry-After`), 1 to 60, if the page can read the header. */
  retryAfterSec?: number | undefined;
};

let explain = (message: string, _code: LiveOpsErrorCode): string => message;

/** For the development build, whose messages link to the page that explains them. */
export function explainErrors(how: typeof explain): void {
  explain = how;
}

/**
 * The one error class of this package. `code` is for programs; `message` is for people and may change.
 *
 * It never contains the request, the response, a token or player data, and has no `cause`: errors of the HTTP library
 * expose the `Authorization` header.
 */
export class LiveOpsError extends Error {
  readonly code: LiveOpsErrorCode;
  readonly status: number | undefined;
  readonly vendorCode: number | undefined;
  readonly retryAfterSec: number | undefined;

  constructor(code: LiveOpsErrorCode, message: string, details: LiveOpsErrorDetails = {}) {
    super(explain(message, code));
    this.name = 'LiveOpsError';
    this.code = code;
    this.status = details.status;
    this.vendorCode = details.vendorCode;
    this.retryAfterSec = details.retryAfterSec;
  }
}

/** Whether `value` is a `LiveOpsError`, including errors from another copy of this package or another frame. */
export function isLiveOpsError(value: unknown): value is LiveOpsError {
  return typeof value === 'object' && value !== null && (value as {name?: unknown}).name === 'LiveOpsError';
}
