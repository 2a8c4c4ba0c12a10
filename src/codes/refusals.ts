import {type CodeReason, LiveOpsError, type LiveOpsErrorCode} from '../errors.js';
import type {Answer} from '../http/answer.js';
import {toFailure} from '../http/failures.js';
import {toRecord} from '../http/parse.js';

type Meaning = readonly [code: LiveOpsErrorCode, reason: CodeReason];

const UNKNOWN: Meaning = ['code-unknown', 'unknown'];
const GONE: Meaning = ['not-available', 'not-available'];
const LIMIT: Meaning = ['limit-exceeded', 'limit'];
const CART: Meaning = ['invalid', 'cart'];

/**
 * The vendor's refusals of codes, by status and code. Its documents have another code for an unknown code with each call:
 * 9811 with `verify`, 4001 with the text code 9807 with `rewards` and `redeem`, 9802 with orders. 9810 is documented for
 * orders only; the codes from 1000 to 2503 are in its list of errors, without a call.
 */
const MEANINGS: Readonly<Record<number, ReadonlyMap<number, Meaning>>> = {
  403: new Map([[0, ['forbidden', 'sign-in']]]),
  404: new Map([
    [9811, UNKNOWN],
    [9807, UNKNOWN],
    [9802, UNKNOWN],
    [4001, UNKNOWN],
    [9502, GONE],
  ]),
  405: new Map([[0, ['invalid', 'not-a-code']]]),
  422: new Map<number, Meaning>([
    [9804, ['code-limit', 'limit']],
    [9808, ['code-region', 'region']],
    [9810, ['code-expired', 'expired']],
    [1601, ['code-region', 'region']],
    [1200, ['invalid', 'wrong-kind']],
    [1401, CART],
    [1411, CART],
    [1421, CART],
    [1000, LIMIT],
    [1460, LIMIT],
    [1424, GONE],
    [1455, GONE],
    [1456, GONE],
    [1459, GONE],
    [1468, LIMIT],
  ]),
};

/** Codes that say little by themselves; the one in the text is the finer one. */
const GENERIC: readonly number[] = [0, 1102, 4001];

/**
 * The error that a refused call about a code stands for: the status counts first, then `errorCode`, then the code that the
 * text begins with, `[0401-9807]`. The words of the text never count.
 */
export function toCodeFailure(answer: Answer): LiveOpsError | undefined {
  const failure = toFailure(answer);
  if (!failure) return undefined;
  const body = toRecord(answer.text);
  const own = body?.['errorCode'];
  if (typeof own !== 'number') return failure;
  const finer = GENERIC.includes(own) ? textCodeOf(body?.['errorMessage']) : undefined;
  if (answer.status === 404 && own === 4001 && finer === 4001) return toError(failure, GONE, 4001);
  const known = MEANINGS[answer.status];
  const byText = finer === undefined ? undefined : known?.get(finer);
  const meaning = byText ?? known?.get(own);
  return meaning ? toError(failure, meaning, byText ? finer : own) : failure;
}

function toError(
  {message, status, retryAfterSec}: LiveOpsError,
  [code, reason]: Meaning,
  vendorCode = 0,
): LiveOpsError {
  return new LiveOpsError(code, message, {status, vendorCode: vendorCode || undefined, retryAfterSec, reason});
}

function textCodeOf(message: unknown): number | undefined {
  const digits = typeof message === 'string' ? /^\[0401-(\d{4})\]/.exec(message)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

const BY_CODE: Readonly<Partial<Record<LiveOpsErrorCode, CodeReason>>> = {
  'auth-required': 'sign-in',
  'code-unknown': 'unknown',
  'code-limit': 'limit',
  'limit-exceeded': 'limit',
  'code-expired': 'expired',
  'code-region': 'region',
  'not-available': 'not-available',
  'rate-limited': 'too-many',
  network: 'unreachable',
  timeout: 'unreachable',
  server: 'unreachable',
  'bad-answer': 'unreachable',
  'outcome-unknown': 'no-answer',
};

/** Why a call of `session.codes` was refused, for an error that it rejected with. */
export function codeReasonOf({code, reason}: Pick<LiveOpsError, 'code' | 'reason'>): CodeReason {
  return reason ?? BY_CODE[code] ?? 'other';
}
