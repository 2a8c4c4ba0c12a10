import {LiveOpsError} from '../errors.js';
import {within} from '../time-limit.js';
import type {GetToken} from './token-broker.js';

/** Shorter than the limit of `getToken`, after which the player counts as signed out. */
const TIMEOUT_MS = 8_000;

/** What of a page this needs. */
type Page = {readonly document: {readonly baseURI: string}; readonly origin: string; readonly fetch: typeof fetch};

/**
 * A `getToken` for pages without script: asks an endpoint of the page's own origin, which knows the player by its cookie
 * and answers `{token, expires_in}` with the life in seconds. The reason goes along as the query `reason`.
 *
 * It rejects with `network` where nothing whole came within 8 seconds and with `server` for a status from 400, since both
 * may pass. 401, 403, a redirect (to a form for signing in) and an answer without a token mean that nobody is signed in.
 *
 * @throws {LiveOpsError} `config` at once for a URL of another origin, which would see the player's cookies misused.
 */
export function tokenFrom(tokenUrl: string, page: Page = globalThis): GetToken {
  const url = toOwnUrl(tokenUrl, page);
  const ask = async () => {
    const response = await page.fetch(url.href, {credentials: 'same-origin', cache: 'no-store', redirect: 'manual'});
    return {status: response.status, text: await response.text()};
  };
  return async ({reason}) => {
    url.searchParams.set('reason', reason);
    const {status, text} = await within(TIMEOUT_MS, ask).catch(() => {
      throw new LiveOpsError('network', '`token-url` cannot be reached.');
    });
    if (status >= 400) {
      const code = status === 401 || status === 403 ? 'auth-required' : 'server';
      throw new LiveOpsError(code, `No token: token-url answered HTTP ${status}.`, {status});
    }
    const body = JSON.parse(text) as {token: string; expires_in?: number} | null;
    return {token: body?.token as string, expiresInSec: Number(body?.expires_in)};
  };
}

/** Judged as it will be asked for, and by the page's own origin: a `<base>` leads anywhere. */
function toOwnUrl(tokenUrl: string, {document, origin}: Page): URL {
  try {
    const url = new URL(tokenUrl, document.baseURI);
    if (url.href.startsWith(`${origin}/`)) return url;
  } catch {
    // An unreadable URL gets the same message, and so does one without any page.
  }
  throw new LiveOpsError('config', '`tokenUrl` must be a URL of the page’s own origin.');
}
