import {LiveOpsError, type LiveOpsErrorCode} from '../errors.js';
import type {Answer} from './answer.js';
import {toRetryAfterSec} from './retry-after.js';
import {toRecord} from './parse.js';

/** An answer, or a stored part of one, in which `retryAfter` and `date` replace its headers. */
type AnyAnswer = Pick<Answer, 'status' | 'text'> & {
  readonly headers?: Headers;
  readonly retryAfter?: string | null | undefined;
  readonly date?: string | null | undefined;
};

/** Vendor codes that are more precise than their status (`claim-user-reward-chain-step-reward`, 422). */
const BY_VENDOR_CODE: Readonly<Partial<Record<number, LiveOpsErrorCode>>> = {
  9912: 'already-claimed',
  9913: 'not-enough-points',
};

const BY_STATUS: Readonly<Partial<Record<number, LiveOpsErrorCode>>> = {
  401: 'auth-required',
  403: 'forbidden',
  404: 'not-found',
  // Sent by a proxy or a server that timed out.
  408: 'timeout',
  429: 'rate-limited',
};

/**
 * The error for a status other than 2xx. The status decides, since the body's own `statusCode` may differ; the vendor's
 * `errorCode` only refines it.
 */
export function toFailure({
  status,
  text,
  headers,
  retryAfter = headers?.get('retry-after'),
  date = headers?.get('date'),
}: AnyAnswer): LiveOpsError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const vendorCode = toVendorCode(text);
  const refined = status === 422 && vendorCode ? BY_VENDOR_CODE[vendorCode] : undefined;
  const code = refined ?? BY_STATUS[status] ?? byClass(status);
  const shown = vendorCode ? `, code 0401-${vendorCode}` : '';
  const retryAfterSec = toRetryAfterSec(retryAfter ?? '', date);
  return new LiveOpsError(code, `The LiveOps API answered HTTP ${status}${shown}.`, {
    status,
    vendorCode,
    retryAfterSec,
  });
}

function byClass(status: number): LiveOpsErrorCode {
  return status >= 400 && status < 500 ? 'invalid' : 'server';
}

/** Refusals that, with the vendor's own error object, mean that nothing was done. A 401 means so even without it. */
const REFUSALS: readonly number[] = [400, 403, 404, 405, 422, 429];

/**
 * Whether an answer to a call that changes something is definitive: a success, or the vendor's own refusal.
 * Anything else may come from a proxy, a portal or a server that failed half-way, and proves nothing.
 */
export function isDefinitive({status, text}: AnyAnswer): boolean {
  if (status === 401 || (status >= 200 && status < 300)) return true;
  return REFUSALS.includes(status) && toErrorCode(text) !== undefined;
}

/** In the vendor's answers, 0 means "no code". */
function toVendorCode(text: string): number | undefined {
  return toErrorCode(text) || undefined;
}

function toErrorCode(text: string): number | undefined {
  const code = toRecord(text)?.['errorCode'];
  return Number.isSafeInteger(code) && (code as number) >= 0 ? (code as number) : undefined;
}
