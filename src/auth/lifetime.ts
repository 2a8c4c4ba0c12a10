import {claimsOf} from './claims.js';
import type {TokenGrant} from './token-broker.js';

/**
 * Seconds until a token ends: as granted, else read from a JWT's `exp`, else `Infinity`. The payload is read to schedule
 * the next request and for nothing else; it is not validated, and the local clock may be wrong.
 */
export function lifetimeOf(grant: TokenGrant): number {
  const granted = typeof grant === 'object' ? grant.expiresInSec : undefined;
  if (typeof granted === 'number' && granted > 0) return granted;
  const {exp} = claimsOf(typeof grant === 'object' ? grant.token : grant);
  return typeof exp === 'number' && Number.isFinite(exp) ? Math.max(0, exp - Date.now() / 1_000) : Infinity;
}
