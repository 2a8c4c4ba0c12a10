/**
 * What went wrong, as a word a host page can branch on. The list is closed: a new cause gets an existing word or a
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
  /** HTTP status of the answer, where there was one. */
  status?: number | undefined;
  /** The vendor's `errorCode` (four digits, quoted as `0401-NNNN` in its documents), where the answer carried one. */
  vendorCode?: number | undefined;
  /** Seconds that the server asked to wait (`Retry-After`), 1 to 60, where the page may read that. */
  retryAfterSec?: number | undefined;
};

let explain = (message: string, _code: LiveOpsErrorCode): string => message;

/** For the development build, whose messages name the page that explains them. */
export function explainErrors(how: typeof explain): void {
  explain = how;
}

/**
 * The one error class of this package. `code` is for programs; `message` is for people and may change.
 *
 * It never contains the request, the response, a token or player data, and has no `cause`: errors of the HTTP library
 * give access to the `Authorization` header.
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

/** Whether `value` is a `LiveOpsError`, also one made by another copy of this package or in another frame. */
export function isLiveOpsError(value: unknown): value is LiveOpsError {
  return typeof value === 'object' && value !== null && (value as {name?: unknown}).name === 'LiveOpsError';
}
