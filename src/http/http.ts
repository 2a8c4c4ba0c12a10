import {isHTTPError, type AfterResponseHook, type BeforeRequestHook, type Options} from 'ky';
import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {Answer, NoAnswer} from './answer.js';
import {createClient, toTrouble} from './client.js';
import {toFailure} from './failures.js';
import {aborted, type Limits, withLimits} from './limits.js';
import {type Fetch, plainFetch} from './plain-fetch.js';
import {createRetryBudget, READ_LIMIT_MS, retryWithin} from './retries.js';
import {hasServiceWorker} from './uncacheable.js';

/** One API call. `path` is relative to the base and built from checked parts only. */
export type HttpRequest = Limits & {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  /** The path for support, where `path` contains what must not be logged. */
  shownPath?: string | undefined;
  query?: Readonly<Record<string, number | string>> | undefined;
  /** Sent as JSON; by default there is no body. */
  body?: object | undefined;
  /** Cap on the decoded body, bytes. */
  maxBytes: number;
};

/** A request that only reads, so it may be sent again. */
export type ReadRequest = Omit<HttpRequest, 'method' | 'timeoutMs' | 'body'> & {
  /** For public data: sends no token. Default false. */
  isPublic?: boolean | undefined;
  /**
   * For data that is only shown, and decides nothing: its URL is the same each time, so that the browser asks only once
   * whether the page may request it, unless a service worker could answer. Default false.
   */
  isShownOnly?: boolean | undefined;
  /** The error that a refusal stands for; default `toFailure`. */
  toFailure?: ((answer: Answer) => LiveOpsError | undefined) | undefined;
};

/** Where tokens come from; see `TokenBroker`. */
export type TokenSource = {
  token(): Promise<string>;
  /** Returns a token to replace one that the server refused. */
  refresh(rejected: string): Promise<string>;
};

export type Http = {
  /** Sends exactly one request and never throws for network failures. */
  send(request: HttpRequest, token: string): Promise<Answer | NoAnswer>;
  /**
   * A GET with the player's token, repeated once with a fresh token after a 401, and up to twice after a temporary
   * failure.
   *
   * @throws {LiveOpsError} for every status but 2xx, and if no complete answer arrives.
   */
  read(request: ReadRequest): Promise<Answer>;
};

export type HttpOptions = {
  /** Absolute URL that paths are appended to. */
  base: string;
  tokens: TokenSource;
  /** The one seam for tests and scenarios; default the page's own. */
  fetch?: Fetch | undefined;
  /** A number from 0 up to 1, for the waits before retries; default `Math.random`. */
  random?: (() => number) | undefined;
  /** Called at the end of each request with its time, method, path, status or error code, and duration. */
  onTrace?: ((line: string) => void) | undefined;
  /** Called with each answer to a `read`. */
  onRead?: ((answer: Answer) => void) | undefined;
  /** Limit for one attempt at a `read`, headers and body, milliseconds. */
  readTimeoutMs?: number | undefined;
};

const UNREACHABLE = 'The LiveOps API cannot be reached.';

/**
 * The only client-side code that uses HTTP; docs/internals/http.md says which parts are ky's. Only the bearer token
 * identifies the player.
 */
export function createHttp({base, tokens, fetch, random, onTrace, onRead, readTimeoutMs = 8_000}: HttpOptions): Http {
  const client = createClient({prefixUrl: base, headers: {accept: 'application/json'}});
  const budget = createRetryBudget();
  const toOptions = optionsOver(fetch, onTrace);

  const send: Http['send'] = async (request, token) => {
    const {method, path, timeoutMs, body} = request;
    const json = body && {json: body};
    const options = {...toOptions(request, method, () => token), ...json, method, timeout: timeoutMs ?? false} as const;
    return withLimits({signal: request.signal}, async signal =>
      toAnswer(await client(path, {...options, signal})),
    ).catch((error: unknown) => ({error: toTrouble(error, UNREACHABLE, timeoutMs)}));
  };

  const read: Http['read'] = async request => {
    // The caller no longer waits, so no token is requested.
    if (request.signal?.aborted) throw aborted();
    let token = request.isPublic ? '' : await tokens.token();
    const options = {...toOptions(request, 'GET', () => token), timeout: readTimeoutMs};

    const readWithin = async (signal: AbortSignal): Promise<Answer> => {
      const replay = onceAfter401(async () => {
        token = await tokens.refresh(token);
        return client.get(request.path, {...options, signal});
      });
      const retry = retryWithin(budget, signal, random);
      const hooks = {...options.hooks, afterResponse: request.isPublic ? [] : [replay]};
      const all = {...options, hooks, signal, retry, throwHttpErrors: true};
      return toAnswer(await client.get(request.path, all));
    };

    try {
      const answer = await withLimits({timeoutMs: READ_LIMIT_MS, signal: request.signal}, readWithin);
      budget.earn();
      onRead?.(answer);
      return answer;
    } catch (error) {
      throw await toReadFailure(error, readTimeoutMs, request.toFailure);
    }
  };

  return {send, read};
}

/** How ky sends one request. */
const optionsOver =
  (fetch: HttpOptions['fetch'], onTrace: HttpOptions['onTrace']) =>
  (request: ReadRequest, method: string, toToken: () => string): Options => {
    const {path, shownPath = path, query, maxBytes, isShownOnly = false} = request;
    const uncacheable = !isShownOnly || hasServiceWorker();
    return {
      searchParams: query,
      hooks: {beforeRequest: [bearer(toToken)]},
      fetch: traced(plainFetch({fetch, maxBytes, uncacheable}), `${method} ${shownPath}`, onTrace),
    };
  };

const bearer =
  (toToken: () => string): BeforeRequestHook =>
  request => {
    const token = toToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
  };

/** Replaces the first 401 with the answer to a second request. */
function onceAfter401(sendAgain: () => Promise<Response>): AfterResponseHook {
  let isReplayed = false;
  return async (_request, _options, {status}) => {
    if (status !== 401 || isReplayed) return undefined;
    isReplayed = true;
    return sendAgain();
  };
}

/** Logs how each request ends. An aborted request ends at that moment, whatever happens on the wire. */
function traced(call: Fetch, name: string, onTrace: HttpOptions['onTrace'] = () => undefined): Fetch {
  return async (input, init) => {
    const from = performance.now();
    const note = (outcome: string | number): void =>
      onTrace(`${new Date().toISOString()} ${name} ${outcome} ${Math.round(performance.now() - from)} ms`);
    try {
      const response = await call(input, init);
      note(response.status);
      return response;
    } catch (error) {
      note(toTraceCode(error, (input as Request).signal));
      throw error;
    }
  };
}

/** An abort without one of our reasons is ky's time limit. */
function toTraceCode(error: unknown, signal: AbortSignal): string {
  if (isLiveOpsError(error)) return error.code;
  return signal.aborted ? 'timeout' : 'network';
}

async function toAnswer(response: Response): Promise<Answer> {
  const {status, headers} = response;
  return {status, headers, text: await response.text()};
}

async function toReadFailure(
  error: unknown,
  timeoutMs: number,
  toError?: ReadRequest['toFailure'],
): Promise<LiveOpsError> {
  const failure = isHTTPError(error) ? toRefusal(await toAnswer(error.response), toError) : undefined;
  return failure ?? toTrouble(error, UNREACHABLE, timeoutMs);
}

/** A gateway's sign-in page says nothing about the player's token: the API answers in JSON. */
function toRefusal(answer: Answer, toError: ReadRequest['toFailure'] = toFailure): LiveOpsError | undefined {
  const {status, headers} = answer;
  const isGate = status === 401 && /^text\/html\b/i.test(headers.get('content-type') ?? '');
  return isGate
    ? new LiveOpsError('server', 'The server answered HTTP 401 with a web page.', {status})
    : toError(answer);
}
