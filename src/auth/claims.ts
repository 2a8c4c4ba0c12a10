/**
 * What a JWT says of itself, or nothing for any other token. Read for hints only; whether it is good the server says.
 * Without a prototype, so that what a page has put on `Object.prototype` names no player.
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
