import {LiveOpsError} from '../errors.js';
import type {Answer, NoAnswer} from './answer.js';
import {isDefinitive, toFailure} from './failures.js';
import type {Http} from './http.js';
import {retryAfterOf} from './retry-after.js';

/** A POST that claims one step or makes an order that is done at once. */
export type ClaimRequest = {
  /** Relative to the base, built from checked parts only. */
  path: string;
  /** Sent as JSON; by default there is no body. */
  body?: object | undefined;
  /** What was sent, for the error of a lost answer; default a claim. */
  what?: 'claim' | 'order' | undefined;
  /** Whether a 2xx with this body is the documented success; a portal answers 200 with its own page. */
  isSuccess(answer: Answer): boolean;
  signal?: AbortSignal | undefined;
};

/** After this time we check what happened to the claim; a longer limit would delay every other claim. */
const CLAIM_TIMEOUT_MS = 30_000;

/**
 * Sends a claim, once.
 *
 * @throws {LiveOpsError} the vendor's refusal, or `outcome-unknown` if no complete answer came from the vendor, so the
 *   claim may have been carried out; with `retryAfterSec` if the answer requests a wait.
 */
export async function sendClaim(http: Http, request: ClaimRequest, token: string): Promise<void> {
  const {path, body, what = 'claim', isSuccess, signal} = request;
  const limits = {maxBytes: 64 * 1024, timeoutMs: CLAIM_TIMEOUT_MS, body, signal};
  const answer = await http.send({method: 'POST', path, ...limits}, token);
  const isSure = !('error' in answer) && isDefinitive(answer) && (answer.status >= 300 || isSuccess(answer));
  const failure = isSure ? toFailure(answer) : unknownOutcome(answer, what);
  if (failure) throw failure;
}

/** A gateway that answers instead of the server may also request a wait, with a 503. */
function unknownOutcome(answer: Answer | NoAnswer, what: string): LiveOpsError {
  const retryAfterSec = 'error' in answer ? undefined : retryAfterOf(answer.headers);
  return new LiveOpsError('outcome-unknown', `The ${what} got no readable answer, so it may or may not have worked.`, {
    retryAfterSec,
  });
}
