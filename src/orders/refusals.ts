import {LiveOpsError, type LiveOpsErrorCode} from '../errors.js';

/**
 * The vendor's codes that say more of an order than their status: limits of purchases, stock, keys and things that a player
 * has once; items that this player cannot buy (any more); promo codes; and virtual currency that is short.
 */
const BY_VENDOR_CODE: ReadonlyMap<number, LiveOpsErrorCode> = new Map([
  ...[1000, 1460, 1459, 1424, 1468].map(code => [code, 'limit-exceeded'] as const),
  ...[1411, 1455, 1456, 1601].map(code => [code, 'not-available'] as const),
  [9802, 'code-unknown'],
  [9804, 'code-limit'],
  [9808, 'code-region'],
  [9810, 'code-expired'],
  [5006, 'not-enough-points'],
]);

/** The vendor's own refusal of an order, in our words. */
export function toOrderRefusal(failure: LiveOpsError, kind: 'item' | 'step'): LiveOpsError {
  const code = codeOf(failure, kind);
  if (code === failure.code) return failure;
  const {message, status, vendorCode, retryAfterSec} = failure;
  return new LiveOpsError(code, message, {status, vendorCode, retryAfterSec});
}

function codeOf({code, status, vendorCode = 0}: LiveOpsError, kind: 'item' | 'step'): LiveOpsErrorCode {
  const known = BY_VENDOR_CODE.get(vendorCode);
  if (status === 404) return known === 'code-unknown' ? known : 'not-available';
  if (status !== 422 || code === 'already-claimed') return code;
  // Why a step cannot be bought now is documented by the status alone.
  return known ?? (kind === 'step' ? 'not-available' : code);
}
