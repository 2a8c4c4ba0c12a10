import {claimsOf} from './claims.js';

/**
 * The player of a token: issuer and subject of a JWT (`iss`, `sub`, as Xsolla Login writes them), else the studio's own
 * key for the player, else unknown.
 */
export function playerOf(token: string, userKey?: string): string | undefined {
  const {iss, sub} = claimsOf(token);
  if (typeof sub === 'string' && sub) return JSON.stringify([iss, sub]);
  return userKey ? JSON.stringify([userKey]) : undefined;
}
