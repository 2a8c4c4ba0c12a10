import ky from 'ky';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import {readCapped} from './body.js';
import {type Limits, type Timing, withLimits} from './deadline.js';
import {toFailure} from './failures.js';
import {createRetries} from './retries.js';

/** One call, below any idea of what it means. `path` is relative to the base and built from checked parts only. */
export type HttpRequest = Limits & {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  query?: Readonly<Record<string, number>>;
  /** Cap on the decoded body, bytes. */
  maxBytes: number;
};

/** An answer whose headers and body arrived whole, whatever its status. */
export type Answer = {status: number; headers: Headers; text: string};

/** No whole answer: the server may or may not have acted. */
export type Unknown = {unknown: LiveOpsError};

/** A request that only reads, so that it may be sent again. */
export type ReadRequest = Omit<HttpRequest, 'method' | 'timeoutMs'>;

/** Where tokens come from; see `TokenBroker`. */
export type TokenSource = {
  token(): Promise<string>;
  /** A token to use instead of one that the server refused. */
  refresh(rejected: string): Promise<string>;
};

export type Http = {
  /** Sends exactly one request and never throws for trouble on the way. */
  send(request: HttpRequest, token: string): Promise<Answer | Unknown>;
  /**
   * A GET with the player's token, repeated once with a fresh token after a 401, and up to twice where the trouble may
   * pass.
   *
   * @throws {LiveOpsError} for every status but 2xx, and where no whole answer came.
   */
  read(request: ReadRequest): Promise<Answer>;
};

export type HttpOptions = {
  /** Absolute URL that paths are appended to. */
  base: string;
  tokens: TokenSource;
  /** The one seam for tests and scenarios; default the page's own. */
  fetch?: typeof fetch | undefined;
  timing: Timing;
  /** Hears how each request ended: time, method, path, status or error code, duration. A path holds ids only. */
  onTrace?: ((line: string) => void) | undefined;
  /** Limit for one attempt at a `read`, headers and body, milliseconds. */
  readTimeoutMs?: number | undefined;
};

/**
 * The only place that speaks HTTP. ky's own retries stay off, since it would repeat a PUT and knows no budget, and so
 * does its timeout, which would end at the headers. Nothing but the bearer token identifies the player.
 */
export function createHttp({base, tokens, fetch, timing, onTrace, readTimeoutMs = 8_000}: HttpOptions): Http {
  const retries = createRetries(timing);
  const client = ky.create({
    retry: {limit: 0, methods: []},
    timeout: false,
    throwHttpErrors: false,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    // Called unbound: `window.fetch` refuses any other `this`.
    ...(fetch && {fetch: (input, init) => fetch(input, init)}),
  });

  const send: Http['send'] = async (request, token) => {
    const from = timing.now();
    const answer = await withLimits(request, timing, async signal => {
      const response = await client(`${base}/${request.path}${toQuery(request.query)}`, {
        method: request.method,
        signal,
        headers: {authorization: `Bearer ${token}`, accept: 'application/json'},
      });
      const {status, headers} = response;
      return {status, headers, text: await readCapped(response, request.maxBytes)};
    }).catch(toUnknown);
    const outcome = 'unknown' in answer ? answer.unknown.code : answer.status;
    const ms = Math.round(timing.now() - from);
    onTrace?.(`${new Date().toISOString()} ${request.method} ${request.path} ${outcome} ${ms} ms`);
    return answer;
  };

  const read: Http['read'] = async request => {
    let token = await tokens.token();
    let refreshed = false;
    const attempt = async (timeoutMs: number): Promise<Answer | Unknown> => {
      const answer = await send({...request, method: 'GET', timeoutMs}, token);
      if (refreshed || !('status' in answer) || answer.status !== 401) return answer;
      refreshed = true;
      token = await tokens.refresh(token);
      return send({...request, method: 'GET', timeoutMs}, token);
    };
    return settled(await retries(attempt, {timeoutMs: readTimeoutMs, signal: request.signal}));
  };

  return {send, read};
}

function toQuery(query: HttpRequest['query']): string {
  // Numbers become their digits; the type knows texts only.
  return query ? `?${String(new URLSearchParams(query as never))}` : '';
}

/** The answer, if there is one and it is a success. @throws {LiveOpsError} otherwise. */
export function settled(answer: Answer | Unknown): Answer {
  if ('unknown' in answer) throw answer.unknown;
  const failure = toFailure(answer);
  if (failure) throw failure;
  return answer;
}

/** Errors of fetch name the URL, and some engines more; only the kind of trouble is kept. */
function toUnknown(error: unknown): Unknown {
  return {unknown: isLiveOpsError(error) ? error : new LiveOpsError('network', 'The LiveOps API cannot be reached.')};
}
