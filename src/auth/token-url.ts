import {LiveOpsError} from '../errors.js';
import {readCapped} from '../http/body.js';
import {toUncacheable} from '../http/uncacheable.js';
import {withTimeout} from '../with-timeout.js';
import type {GetToken, TokenGrant} from './token.js';

/** Shorter than the limit of `getToken`, after which the player counts as signed out. */
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 64 * 1024;

/** What of a page this needs. */
type Page = {readonly document: {readonly baseURI: string}; readonly origin: string; readonly fetch: typeof fetch};

/**
 * A `getToken` for pages without script: asks an endpoint of the page's own origin, which knows the player by its cookie
 * and answers `{token, expires_in}` with the life in seconds. The reason goes along as the query `reason`. A one-time code
 * of the page's address (see `GetToken`) goes along as the form field `code` of a POST; without one it is a GET.
 *
 * Nobody is signed in after 401, after 403 unless it is a web page, after a redirect (to a form for signing in), and after an
 * object without a token or `null`. Everything else may come from something between the page and the endpoint, and passes:
 * it rejects with `network` where nothing whole came within 8 seconds, with `server` for another status from 400 and a
 * 403 that is a web page, and with `bad-answer` for a success of another shape.
 *
 * ky is not needed for one request without retries, and cannot carry the answer that stands for a redirect.
 *
 * @throws {LiveOpsError} `config` at once for a URL of another origin, which would see the player's cookies misused.
 */
export function tokenFrom(tokenUrl: string, page: Page = globalThis): GetToken {
  const url = toOwnUrl(tokenUrl, page);
  const ask = async (code: string | undefined): Promise<Answer> => {
    const {href} = url;
    const init = {credentials: 'same-origin', cache: 'no-store', redirect: 'manual', ...bodyOf(code)} as const;
    const response = await page.fetch(toUncacheable(href), init);
    const {status, headers, type} = response;
    const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400);
    return {status, isRedirect, type: headers.get('content-type') ?? '', text: await readCapped(response, MAX_BYTES)};
  };
  return async ({reason, code}) => {
    url.searchParams.set('reason', reason);
    const answer = await withTimeout(TIMEOUT_MS, () => ask(code)).catch(() => {
      throw new LiveOpsError('network', '`token-url` cannot be reached.');
    });
    return toGrant(answer);
  };
}

/** A code goes into the body, since addresses end up in logs. */
function bodyOf(code: string | undefined): RequestInit {
  return code === undefined ? {} : {method: 'POST', body: new URLSearchParams({code})};
}

type Answer = {status: number; isRedirect: boolean; type: string; text: string};

function toGrant({status, isRedirect, type, text}: Answer): TokenGrant {
  if (isRedirect) throw new LiveOpsError('auth-required', 'No token: token-url redirects.');
  if (status >= 400) {
    const isOwn = status === 401 || (status === 403 && !(text && /^text\/html\b/i.test(type)));
    const code = isOwn ? 'auth-required' : 'server';
    throw new LiveOpsError(code, `No token: token-url answered HTTP ${status}.`, {status});
  }
  const body = toGranted(text);
  if (!body) throw new LiveOpsError('bad-answer', '`token-url` answered with something other than a token.');
  return {token: body.token as string, expiresInSec: Number(body.expires_in)};
}

type Granted = {token?: unknown; expires_in?: unknown};

/**
 * The answer, if it has the documented shape; the media type is not asked, since PHP calls its JSON `text/html`. An
 * endpoint that has no token for the player leaves the field out (`JSON.stringify({token: undefined})` is `{}`).
 */
function toGranted(text: string): Granted | undefined {
  const body = toJson(text);
  if (body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body)) return undefined;
  const isOwn = Object.keys(body).length === 0 || 'token' in body || 'expires_in' in body;
  return isOwn ? body : undefined;
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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
