import {LiveOpsError} from '../errors.js';
import {readCapped} from '../http/body.js';
import {toUncacheable} from '../http/uncacheable.js';
import {withTimeout} from '../with-timeout.js';
import type {GetToken, TokenGrant} from './token.js';

/** Shorter than the limit of `getToken`. */
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 64 * 1024;

/** The parts of a page that this needs. */
type Page = {readonly document: {readonly baseURI: string}; readonly origin: string; readonly fetch: typeof fetch};

/**
 * A `getToken` for pages without script: calls a same-origin endpoint, which knows the player by its cookie and answers
 * `{token, expires_in}` with the life in seconds. The query `reason` contains the reason. With a one-time code in the
 * page's URL (see `GetToken`), the call is a POST with the form field `code`; otherwise a GET.
 *
 * Nobody is signed in after 401, after 403 unless it is a web page, after a redirect (to a sign-in form), and after an
 * object without a token or `null`. Everything else may come from a gateway and counts as temporary: it rejects with
 * `network` if no complete answer arrives within 8 seconds, with `server` for another status from 400 and a 403 that is
 * a web page, and with `bad-answer` for a success of another shape.
 *
 * ky is not needed for one request without retries, and does not support the opaque answer to a redirect.
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

/** A code goes into the body, since URLs end up in logs. */
function bodyOf(code: string | undefined): RequestInit {
  return code === undefined ? {} : {method: 'POST', body: new URLSearchParams({code})};
}

type Answer = {status: number; isRedirect: boolean; type: string; text: string};

function toGrant({status, isRedirect, type, text}: Answer): TokenGrant {
  if (isRedirect) throw new LiveOpsError('auth-required', '`token-url` redirects, so there is no token.');
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
 * The answer, if it has the documented shape; the media type is not checked, since PHP sends JSON as `text/html` by
 * default. An endpoint that has no token for the player leaves the field out (`JSON.stringify({token: undefined})` is
 * `{}`).
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

/** Resolved as the request will be, but compared with the page's own origin: a `<base>` may point anywhere. */
function toOwnUrl(tokenUrl: string, {document, origin}: Page): URL {
  try {
    const url = new URL(tokenUrl, document.baseURI);
    if (url.href.startsWith(`${origin}/`)) return url;
  } catch {
    // An invalid URL gets the same message, and so does a URL without a page.
  }
  throw new LiveOpsError('config', '`tokenUrl` must be a URL of the page’s own origin.');
}
