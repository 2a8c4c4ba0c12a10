import {isLiveOpsError, LiveOpsError} from '../errors.js';
import type {CodeNote} from './note.js';
import {codeReasonOf} from './refusals.js';

/** What one more check of a coupon says after a redemption that was sent: used up, or nothing that helps. */
export type Recheck = () => Promise<'used-up' | 'unclear'>;

/**
 * What to say of a redemption that was sent after the server had said that the player may use the code. The first line that
 * applies decides:
 *
 * | the request ended in | the code is used up now | the end is | because |
 * |---|---|---|---|
 * | used up | not checked | probably redeemed | it was not used up before: the browser may have sent the request twice |
 * | no answer | yes | probably redeemed | nobody else uses the player's own limit; the last of many may be another's |
 * | no answer | anything else | unknown | a code may be used several times, and nothing lists what a player has redeemed |
 * | 429, or a 422 that says nothing of the code | yes | probably redeemed | as above: the refusal may be of a second copy |
 * | any other refusal | not checked | refused | the server says that it did nothing |
 */
export async function endOfRedeem(error: unknown, recheck: Recheck): Promise<unknown> {
  if (!isLiveOpsError(error)) return error;
  const reason = codeReasonOf(error);
  const isVague = reason === 'no-answer' || reason === 'too-many' || (reason === 'other' && error.status === 422);
  const isUsedUp = error.code === 'code-limit';
  if (!isUsedUp && !isVague) return error;
  const seen = isUsedUp ? 'used-up' : await recheck();
  return seen === 'used-up' ? probablyRedeemed() : error;
}

/** What the receipt of a redemption says that ended so; `undefined` for one that the server has refused. */
export function endStateOf(error: unknown): 'probably-redeemed' | 'unknown' | undefined {
  if (!isLiveOpsError(error)) return 'unknown';
  const reason = codeReasonOf(error);
  if (reason === 'probably-redeemed') return reason;
  return reason === 'no-answer' ? 'unknown' : undefined;
}

/** The error of a redemption that has ended so on another page. */
export function endError(state: CodeNote['state']): LiveOpsError {
  if (state === 'probably-redeemed') return probablyRedeemed();
  return new LiveOpsError('outcome-unknown', 'The coupon was sent before, and no answer says what became of it.');
}

function probablyRedeemed(): LiveOpsError {
  const message = 'No answer says that the coupon was redeemed, but it is used up now. Check the inventory.';
  return new LiveOpsError('outcome-unknown', message, {reason: 'probably-redeemed'});
}
