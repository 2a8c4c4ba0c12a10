import {claimsOf} from './claims.js';

/**
 * Who a token belongs to: issuer and subject of a JWT (`iss`, `sub`, as Xsolla Login writes them), else the studio's own
 * key for the player, else nobody that could be distinguished from another player.
 */
export function playerOf(token: string, userKey?: string): string | undefined {
  const {iss, sub} = claimsOf(token);
  if (typeof sub === 'string' && sub) return JSON.stringify([iss, sub]);
  return userKey ? JSON.stringify([userKey]) : undefined;
}
