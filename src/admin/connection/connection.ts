import ky from 'ky';
import {readCapped} from '../../api/body.js';
import {isLiveOpsError, LiveOpsError} from '../../errors.js';
import {within} from '../../time-limit.js';
import {type Answer, type Context, toFailure} from './failures.js';

/** One call. `path` is below the base, in parts that are encoded one by one. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: readonly (string | number)[];
  readonly query?: Readonly<Record<string, number | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
};

/**
 * Sends exactly one request and gives the body of its answer. A call that only changes something need not look at it: the
 * status says that it did.
 *
 * @throws {LiveOpsError} for every status but 2xx, and where no whole answer came.
 */
export type Send = (call: Call) => Promise<string>;

export type ConnectionOptions = {
  readonly base: string;
  /** The name in Basic authorization: a project's or a company's id. */
  readonly user: number;
  readonly apiKey: string;
  readonly fetch: typeof fetch | undefined;
  readonly timeoutMs: number;
  readonly onRefusedKey: string;
};

const LARGEST_ANSWER = 8 * 1024 * 1024;

/** Codes of Node's for connections that never came about, so that nothing can have been applied. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * The only place of the server side that speaks HTTP, and the only one that holds the key: in a closure, where neither
 * `inspect` nor `JSON.stringify` finds it. Nothing is ever sent twice, and no redirect is followed.
 */
export function connect({base, user, apiKey, fetch, timeoutMs, onRefusedKey}: ConnectionOptions): Send {
  const credentials = btoa(`${user}:${apiKey}`);
  const context: Context = {onRefusedKey, secrets: [credentials, apiKey]};
  const client = ky.create({
    retry: {limit: 0, methods: []},
    timeout: false,
    throwHttpErrors: false,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    ...(fetch && {fetch: (input, init) => fetch(input, init)}),
  });

  const exchange = async ({method, path, query, body}: Call, signal: AbortSignal): Promise<Answer> => {
    const response = await client(`${base}/${path.map(encodeURIComponent).join('/')}${toQuery(query)}`, {
      method,
      signal,
      headers: {
        authorization: `Basic ${credentials}`,
        accept: 'application/json',
        ...(body !== undefined && JSON_CONTENT),
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    const {status, headers} = response;
    return {status, headers, text: await readCapped(response, LARGEST_ANSWER)};
  };

  /** Not `AbortSignal.timeout`: followed by another signal alone, as in a `Request`, Node collects it before it fires. */
  const exchangeInTime = async (call: Call): Promise<Answer> => {
    const end = new AbortController();
    const late = new LiveOpsError('timeout', `No answer within ${timeoutMs} ms.`);
    return await within(timeoutMs, () => exchange(call, end.signal), late).finally(() => end.abort());
  };

  return async call => {
    const answer = await exchangeInTime(call).catch((error: unknown) => Promise.reject(toTrouble(error, call)));
    if (answer.status < 200 || answer.status > 299) throw toFailure(answer, context);
    return answer.text;
  };
}

const JSON_CONTENT = {'content-type': 'application/json'};

function toQuery(query: Call['query'] = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  return pairs.length ? `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}` : '';
}

/** No whole answer came. Errors of fetch keep the request, key included, within reach: only the kind is kept. */
function toTrouble(error: unknown, {method}: Call): LiveOpsError {
  const wasSent = !NOT_SENT.includes(systemCodeOf(error));
  if (method !== 'GET' && wasSent) {
    return new LiveOpsError('outcome-unknown', `No whole answer to ${method}: it may have been applied. Look first.`);
  }
  return isLiveOpsError(error) ? error : new LiveOpsError('network', 'Xsolla cannot be reached.');
}

/** A stand-in for `fetch` may reject with anything, or nothing. */
function systemCodeOf(error: unknown): string {
  const code = (error as {cause?: {code?: unknown}} | undefined)?.cause?.code;
  return typeof code === 'string' ? code : '';
}
