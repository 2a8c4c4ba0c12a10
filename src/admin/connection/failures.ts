import {toRetryAfterSec} from '../../http/retry-after.js';
import {LiveOpsError, type LiveOpsErrorCode} from '../../errors.js';

const BY_STATUS: ReadonlyMap<number, LiveOpsErrorCode> = new Map([
  [401, 'auth-required'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [429, 'rate-limited'],
]);

const LONGEST_TEXT = 300;

/** An answer whose headers and body arrived whole. */
export type Answer = {readonly status: number; readonly headers: Headers; readonly text: string};

/** What is known about a call, apart from its answer. */
export type Context = {
  /** The beginning of the message for a 401. */
  readonly onRefusedKey: string;
  /** Must not appear in a message, even if the server echoes them. */
  readonly secrets: readonly string[];
};

/**
 * The error for a status other than 2xx. The status decides: the vendor's docs show bodies with a different
 * `statusCode`. The vendor's text is for people and is kept in the message.
 */
export function toFailure({status, headers, text}: Answer, {onRefusedKey, secrets}: Context): LiveOpsError {
  const {vendorCode, words} = readEnvelope(text);
  const hint = status === 401 ? `${onRefusedKey} ` : '';
  const harmless = secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), words);
  const detail = harmless ? `: ${shorten(harmless)}` : '.';
  const details = {
    status,
    vendorCode,
    retryAfterSec: toRetryAfterSec(headers.get('retry-after') ?? '', headers.get('date')),
  };
  return new LiveOpsError(toCode(status), `${hint}Xsolla answered HTTP ${status}${detail}`, details);
}

function toCode(status: number): LiveOpsErrorCode {
  return BY_STATUS.get(status) ?? (status >= 400 && status < 500 ? 'invalid' : 'server');
}

/** In the vendor's answers, 0 means "no code". */
function readEnvelope(text: string): {vendorCode?: number | undefined; words: string} {
  const body = parse(text);
  if (typeof body !== 'object' || body === null) return {words: ''};
  const {errorCode, errorMessage, message} = body as Record<string, unknown>;
  const isCode = Number.isSafeInteger(errorCode) && (errorCode as number) > 0;
  return {
    vendorCode: isCode ? (errorCode as number) : undefined,
    words: [errorMessage, message].find(value => typeof value === 'string') ?? '',
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shorten(words: string): string {
  const line = words.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}
