import {claimsOf} from './claims.js';
import type {TokenGrant} from './token.js';

/**
 * Seconds until a token ends: as granted, else read from a JWT's `exp`, else `Infinity`. The payload is read to schedule
 * the next request and for nothing else; it is not validated, and the local clock may be wrong. A token is never taken
 * to live longer than from its `iat` on.
 */
export function lifetimeOf(grant: TokenGrant): number {
  const {token, expiresInSec}: Exclude<TokenGrant, string> = typeof grant === 'string' ? {token: grant} : grant;
  if (typeof expiresInSec === 'number' && expiresInSec > 0) return expiresInSec;
  const {iat, exp} = claimsOf(token);
  if (!Number.isFinite(exp)) return Infinity;
  const whole = typeof iat === 'number' && iat < Number(exp) ? Number(exp) - iat : Infinity;
  return Math.max(0, Math.min(whole, Number(exp) - Date.now() / 1_000));
}
