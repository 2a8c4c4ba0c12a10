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
  | 'code-unknown'
  | 'code-limit'
  | 'code-expired'
  | 'code-region'
  | 'host'
  | 'aborted';

/**
 * Why a coupon, a promo code or a unique offer was refused, or is not certain; the list is closed. Made from the status and
 * the vendor's codes, never from the words of an answer.
 */
export type CodeReason =
  /** It cannot be a code: the vendor's have 1 to 128 letters and digits. Nothing was sent. */
  | 'not-a-code'
  /** No such code. */
  | 'unknown'
  | 'expired'
  /** Used by this player, or used up; the vendor has one answer for both. */
  | 'limit'
  /** Not for the player's region; one such item refuses the whole code. */
  | 'region'
  /** A promo code was to be redeemed, or a coupon to be applied. */
  | 'wrong-kind'
  /** An item comes for several platforms, and none, or another one, was chosen. */
  | 'choice'
  | 'sign-in'
  /** What the code gives is not there (any more). */
  | 'not-available'
  /** The cart is empty, or has something that cannot be bought. */
  | 'cart'
  /** Too many tries: wait for `retryAfterSec`. */
  | 'too-many'
  /** The server could not be asked, and nothing was redeemed or applied. */
  | 'unreachable'
  /** The answer was lost, and the code is used up now: the player's inventory will show the items. */
  | 'probably-redeemed'
  /** The answer was lost. The player's inventory may show the items; trying again may use the code a second time. */
  | 'no-answer'
  /** Anything else; `vendorCode` helps support. */
  | 'other';

/** Facts about the answer behind an error; none of them can identify a player. */
export type LiveOpsErrorDetails = {
  /** HTTP status of the answer, if there was one. */
  status?: number | undefined;
  /** The vendor's `errorCode` (four digits, written as `0401-NNNN` in its docs), if the answer contained one. */
  vendorCode?: number | undefined;
  /**
   * Seconds to wait, 1 to 60: what the server asked for (`Retry-After`), where the page may read that, or what
   * `session.codes` asks for after unknown codes.
   */
  retryAfterSec?: number | undefined;
  /** Why a code was refused; only from `session.codes`. `codeReasonOf` has it for every error. */
  reason?: CodeReason | undefined;
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
  readonly reason: CodeReason | undefined;

  constructor(code: LiveOpsErrorCode, message: string, details: LiveOpsErrorDetails = {}) {
    super(explain(message, code));
    this.name = 'LiveOpsError';
    this.code = code;
    this.status = details.status;
    this.vendorCode = details.vendorCode;
    this.retryAfterSec = details.retryAfterSec;
    this.reason = details.reason;
  }
}

/** Whether `value` is a `LiveOpsError`, including errors from another copy of this package or another frame. */
export function isLiveOpsError(value: unknown): value is LiveOpsError {
  return typeof value === 'object' && value !== null && (value as {name?: unknown}).name === 'LiveOpsError';
}
