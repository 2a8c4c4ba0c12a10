import {LiveOpsError} from '../../errors.js';
import {createClient, toTrouble} from '../../http/client.js';
import {plainFetch} from '../../http/plain-fetch.js';
import {type Context, toFailure} from './failures.js';

/** One call. `path` is relative to the base, in parts that are encoded one by one. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: readonly (string | number)[];
  /** A list is sent as one parameter for each of its values. */
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it changes nothing, although it isn't a GET. */
  readonly isRead?: boolean;
  /** Whether anyone may make it: it is sent without the key. */
  readonly isPublic?: boolean;
};

/**
 * Sends exactly one request and returns the body of its answer. A call that only changes something can ignore the body:
 * a 2xx status means success.
 *
 * @throws {LiveOpsError} for every status but 2xx, and if no complete answer arrives.
 */
export type SendCall = (call: Call) => Promise<string>;

export type ConnectionOptions = {
  readonly base: string;
  /** The name in Basic authorization: a project's or a company's id. */
  readonly user: number;
  readonly apiKey: string;
  readonly fetch: typeof fetch | undefined;
  readonly timeoutMs: number;
  readonly onRefusedKey: string;
};

const UNREACHABLE = 'Xsolla cannot be reached.';
const LARGEST_ANSWER = 8 * 1024 * 1024;

/** Node's codes for connections that were never established, so nothing can have been applied. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * The only server-side code that uses HTTP, and the only code that has the key: in a closure, where neither `inspect`
 * nor `JSON.stringify` finds it. No request is sent twice, and no redirect is followed.
 */
export function connect({base, user, apiKey, fetch, timeoutMs, onRefusedKey}: ConnectionOptions): SendCall {
  const credentials = btoa(`${user}:${apiKey}`);
  const context: Context = {onRefusedKey, secrets: [credentials, apiKey]};
  const client = createClient({
    prefixUrl: base,
    timeout: timeoutMs,
    headers: {accept: 'application/json'},
    fetch: plainFetch({fetch, maxBytes: LARGEST_ANSWER}),
  });
  const authorized = client.extend({
    hooks: {beforeRequest: [request => request.headers.set('authorization', `Basic ${credentials}`)]},
  });

  return async ({method, path, query, body, headers, isRead = method === 'GET', isPublic = false}) => {
    const parts = path.map(encodeURIComponent).join('/');
    const options = {
      method,
      ...(headers && {headers}),
      ...(query && {searchParams: toKnown(query)}),
      ...(body !== undefined && {json: body}),
    };
    const response = await (isPublic ? client : authorized)(parts, options).catch((error: unknown) => {
      throw isRead ? toTrouble(error, UNREACHABLE, timeoutMs) : toFailedWrite(error, method, timeoutMs);
    });
    const answer = {status: response.status, headers: response.headers, text: await response.text()};
    if (!response.ok) throw toFailure(answer, context);
    return answer.text;
  };
}

/** Drops filters that are not set: ky leaves them out, too, but would add a bare `?` if there are no others. */
function toKnown(query: NonNullable<Call['query']>): string[][] {
  return Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map(each => [name, String(each)]));
}

/** No complete answer came. A request that changes something may have been applied. */
function toFailedWrite(error: unknown, method: Call['method'], timeoutMs: number): LiveOpsError {
  if (!NOT_SENT.includes(systemCodeOf(error))) {
    return new LiveOpsError(
      'outcome-unknown',
      `No complete answer to ${method}: it may have been applied. Read before you send it again.`,
    );
  }
  return toTrouble(error, UNREACHABLE, timeoutMs);
}

/** A replaced `fetch` may reject with anything, or nothing. */
function systemCodeOf(error: unknown): string {
  const code = (error as {cause?: {code?: unknown}} | undefined)?.cause?.code;
  return typeof code === 'string' ? code : '';
}
