import {isLiveOpsError, type LiveOpsError} from '../errors.js';
import {type ClaimEnd, isCertain, type StepEvidence, verdictOf} from './verdict.js';

/** One claim, and how to find out how it ended. */
export type ClaimSteps = {
  /**
   * Reads the step before anything is sent. Absent: the claim is sent without this check.
   *
   * @throws {LiveOpsError} why the step cannot be claimed, or why nothing could be read.
   */
  before?(): Promise<'claimed' | 'claimable'>;
  /**
   * Sends the claim once.
   *
   * @throws {LiveOpsError} `already-claimed`; `outcome-unknown` when no answer says what happened; any other code when
   *   it was not carried out.
   */
  send(): Promise<void>;
  /** Reads from the server how it ended. @throws {LiveOpsError} if nothing could be read. */
  check(): Promise<StepEvidence>;
};

/**
 * Claims with one request, or with two if the first was lost and the server shows that it was not carried out.
 *
 * @throws {LiveOpsError} the first request's error, if the server does not show the step as claimed; or the error of
 *   `before`, and then nothing was sent.
 */
export async function settleClaim({before, send, check}: ClaimSteps): Promise<void> {
  if ((await before?.()) === 'claimed') return;
  const first = await attempt(send);
  if (isCertain(first.end, true)) return finish(first);
  const verdict = verdictOf(first.end, await checkChain(check), true);
  if (verdict === 'claimed') return;
  if (verdict === 'failed') throw first.error;
  const {end} = await attempt(send);
  if (isCertain(end, false)) return;
  if (verdictOf(end, await checkChain(check), false) !== 'claimed') throw first.error;
}

type Attempt = {readonly end: ClaimEnd; readonly error?: unknown};

async function attempt(send: ClaimSteps['send']): Promise<Attempt> {
  try {
    await send();
    return {end: 'claimed'};
  } catch (error) {
    return {end: endOf(error), error};
  }
}

function endOf(error: unknown): ClaimEnd {
  const {code, status, retryAfterSec}: Partial<LiveOpsError> = isLiveOpsError(error) ? error : {};
  if (code === 'already-claimed') return 'claimed';
  if (code === 'outcome-unknown') return retryAfterSec === undefined ? 'lost' : 'put-off';
  // Not every family documents a code for "claimed already", whose status is 422.
  const isVague = code === 'invalid' && status === 422;
  return isVague || code === 'rate-limited' ? 'doubted' : 'refused';
}

function finish({end, error}: Attempt): void {
  if (end !== 'claimed') throw error;
}

/** The error of a check says less than that of the claim. */
async function checkChain(check: ClaimSteps['check']): Promise<StepEvidence> {
  return check().catch(() => 'unclear');
}
