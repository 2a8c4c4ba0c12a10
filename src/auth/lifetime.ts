import type {TokenGrant} from './token-broker.js';

/**
 * Seconds until a token ends: as granted, else read from a JWT's `exp`, else `Infinity`. The payload is read to schedule
 * the next request and for nothing else; it is not validated, and the local clock may be wrong.
 */
export function lifetimeOf(grant: TokenGrant): number {
  const granted = typeof grant === 'object' ? grant.expiresInSec : undefined;
  if (typeof granted === 'number' && granted > 0) return granted;
  const exp = expiryOf(typeof grant === 'object' ? grant.token : grant);
  return exp === undefined ? Infinity : Math.max(0, exp - Date.now() / 1_000);
}

function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as {exp?: unknown} | null;
    return typeof claims?.exp === 'number' && Number.isFinite(claims.exp) ? claims.exp : undefined;
  } catch {
    return undefined;
  }
}
