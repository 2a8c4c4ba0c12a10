import {isLiveOpsError, type LiveOpsError} from '../errors.js';
import {type ClaimEnd, isCertain, type StepEvidence, verdictOf} from './verdict.js';

/** One claim, and how to find out what became of it. */
export type ClaimSteps = {
  /**
   * Sends the claim once.
   *
   * @throws {LiveOpsError} `already-claimed`; `outcome-unknown` when no answer says what happened; any other code when
   *   it was not carried out.
   */
  send(): Promise<void>;
  /** Reads from the server what became of it. @throws {LiveOpsError} when nothing could be read. */
  check(): Promise<StepEvidence>;
};

/**
 * Claims with one request, or two where the first was lost and the server shows that it was not carried out.
 *
 * @throws {LiveOpsError} that of the first request, when the server does not show the step as claimed.
 */
export async function settleClaim({send, check}: ClaimSteps): Promise<void> {
  const first = await attempt(send);
  if (isCertain(first.end, true)) return finish(first);
  const verdict = verdictOf(first.end, await look(check), true);
  if (verdict === 'claimed') return;
  if (verdict === 'failed') throw first.error;
  const {end} = await attempt(send);
  if (isCertain(end, false)) return;
  if (verdictOf(end, await look(check), false) !== 'claimed') throw first.error;
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
  const {code, retryAfterSec}: Partial<LiveOpsError> = isLiveOpsError(error) ? error : {};
  if (code === 'already-claimed') return 'claimed';
  if (code === 'outcome-unknown') return retryAfterSec === undefined ? 'lost' : 'put-off';
  return code === 'rate-limited' ? 'doubted' : 'refused';
}

function finish({end, error}: Attempt): void {
  if (end !== 'claimed') throw error;
}

/** The error of a look says less than that of the claim. */
async function look(check: ClaimSteps['check']): Promise<StepEvidence> {
  return check().catch(() => 'unclear');
}
