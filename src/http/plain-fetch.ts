import {readCapped} from './body.js';
import {toUncacheable} from './uncacheable.js';

export type Fetch = typeof fetch;

export type PlainFetchOptions = {
  /** Default: the page's `fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
  /** Cap on the decoded body, bytes. */
  maxBytes: number;
  /** Whether each GET gets a unique URL. */
  uncacheable?: boolean;
};

/** Statuses whose `Response` must not have a body. */
const BODILESS = [204, 205, 304];

/**
 * A `fetch` for ky that settles once the whole body has arrived, so that ky's time limit and retries cover the body,
 * too.
 *
 * ky hands over a `Request`. The page's `fetch` gets a string and a plain object instead: wrappers that add a header or
 * log the URL are written for these. With a `Request`, they drop the token or request `[object Request]`.
 *
 * @throws {LiveOpsError} `bad-answer` above the cap. Errors of `fetch` and of the body pass through. If the request's
 *   signal fires, it rejects at once with the signal's reason.
 */
export function plainFetch({fetch, maxBytes, uncacheable = false}: PlainFetchOptions): Fetch {
  return async input => {
    const request = input as Request;
    const exchange = async (): Promise<Response> => {
      const url = uncacheable && request.method === 'GET' ? toUncacheable(request.url) : request.url;
      const init = await toInit(request);
      // A replaced `fetch` may not check the signal.
      if (request.signal.aborted) throw request.signal.reason;
      // Called unbound: `window.fetch` refuses any other `this`.
      const response = await (fetch ?? globalThis.fetch)(url, init);
      const {status, headers} = response;
      const text = await readCapped(response, maxBytes);
      return new Response(BODILESS.includes(status) ? null : text, {status, headers});
    };
    return untilAborted(request.signal, exchange());
  };
}

async function toInit(request: Request): Promise<RequestInit> {
  const {method, headers, signal, credentials, cache, redirect, referrerPolicy} = request;
  const body = method === 'GET' ? '' : await request.text();
  return {
    method,
    headers: Object.fromEntries(headers),
    signal,
    credentials,
    cache,
    redirect,
    referrerPolicy,
    ...(body && {body}),
  };
}

/** A replaced `fetch` may not support signals. */
function untilAborted<T>(signal: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- The reason is the caller's.
    signal.addEventListener('abort', () => reject(signal.reason), {once: true});
    task.then(resolve, reject);
  });
}
