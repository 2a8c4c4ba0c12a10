import {claimsOf} from './claims.js';
import type {TokenGrant} from './token.js';

/**
 * Seconds until a token expires: as granted, else from a JWT's `exp`, else `Infinity`. The payload is read only to
 * schedule the next request; it is not validated, and the local clock may be wrong. The life is never longer than from
 * `iat` to `exp`.
 */
export function lifetimeOf(grant: TokenGrant): number {
  const {token, expiresInSec}: Exclude<TokenGrant, string> = typeof grant === 'string' ? {token: grant} : grant;
  if (typeof expiresInSec === 'number' && expiresInSec > 0) return expiresInSec;
  const {iat, exp} = claimsOf(token);
  if (!Number.isFinite(exp)) return Infinity;
  const whole = typeof iat === 'number' && iat < Number(exp) ? Number(exp) - iat : Infinity;
  return Math.max(0, Math.min(whole, Number(exp) - Date.now() / 1_000));
}
