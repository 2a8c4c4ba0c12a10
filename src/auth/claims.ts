/**
 * The claims of a JWT; empty for any other token. They are only hints; the server decides whether the token is valid.
 * The object has no prototype, so that a page's changes to `Object.prototype` can't name a player.
 */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const claims = Object.create(null) as Record<string, unknown>;
  try {
    const payload = token.split('.')[1] ?? '';
    return Object.assign(claims, JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as object);
  } catch {
    return claims;
  }
}
