import {LiveOpsError} from '../errors.js';
import type {GetToken} from './token-broker.js';

/**
 * A `getToken` for pages without script: asks an endpoint of the page's own origin, which knows the player by its cookie
 * and answers `{token, expires_in}` with the life in seconds. The reason goes along as the query `reason`.
 *
 * @throws {LiveOpsError} `config` at once for a URL of another origin, which would see the player's cookies misused.
 */
export function tokenFrom(
  tokenUrl: string,
  base = typeof document === 'undefined' ? '' : document.baseURI,
  fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init),
): GetToken {
  const url = toSameOriginUrl(tokenUrl, base);
  return async ({reason}) => {
    url.searchParams.set('reason', reason);
    const response = await fetch(url.href, {credentials: 'same-origin', cache: 'no-store', redirect: 'error'});
    if (!response.ok) throw new LiveOpsError('auth-required', `No token: token-url answered HTTP ${response.status}.`);
    const body = (await response.json()) as {token: string; expires_in?: number} | null;
    return {token: body?.token ?? '', expiresInSec: Number(body?.expires_in)};
  };
}

function toSameOriginUrl(tokenUrl: string, base: string): URL {
  try {
    const url = new URL(tokenUrl, base);
    if (url.origin === new URL(base).origin && url.origin !== 'null') return url;
  } catch {
    // An unreadable URL gets the same message.
  }
  throw new LiveOpsError('config', '`tokenUrl` must be a URL of the page’s own origin.');
}
