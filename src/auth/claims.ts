/** What a JWT says of itself, or nothing for any other token. Read for hints only; whether it is good the server says. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const payload = token.split('.')[1] ?? '';
    return (JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
