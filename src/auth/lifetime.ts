import {claimsOf} from './claims.js';
import type {TokenGrant} from './token-broker.js';

/**
 * Seconds until a token ends: as granted, else read from a JWT's `exp`, else `Infinity`. The payload is read to schedule
 * the next request and for nothing else; it is not validated, and the local clock may be wrong.
 */
export function lifetimeOf(grant: TokenGrant): number {
  const {token, expiresInSec}: Exclude<TokenGrant, string> = typeof grant === 'string' ? {token: grant} : grant;
  if (typeof expiresInSec === 'number' && expiresInSec > 0) return expiresInSec;
  const {exp} = claimsOf(token);
  return Number.isFinite(exp) ? Math.max(0, Number(exp) - Date.now() / 1_000) : Infinity;
}
