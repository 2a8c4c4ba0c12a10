import type {Cart} from '../../src/codes/cart.js';
import type {CodeInput} from '../../src/codes/code-input.js';
import type {VerifiedCode} from '../../src/codes/contents.js';
import type {CodeReason, LiveOpsError} from '../../src/errors.js';
import {PromoCodeAppliedEvent} from './events.js';

/** What the player does with a code. */
export type CodeAction = 'check' | 'redeem' | 'apply' | 'keep' | 'remove';

/** What one code of the player has come to. */
export type CodeState =
  | {readonly kind: 'typing'}
  | {readonly kind: 'checking'}
  /** The player sees what the code gives, and has not agreed to anything. */
  | {readonly kind: 'checked'; readonly verified: VerifiedCode}
  | {readonly kind: 'sending'; readonly verified: VerifiedCode}
  /** Without a cart it is kept for the next order. */
  | {readonly kind: 'applied' | 'removing'; readonly verified: VerifiedCode; readonly cart?: Cart | undefined};

/** Why nothing came of the last thing that the player did; `input` where nothing was sent for what is in the field. */
export type Problem =
  | {readonly action: CodeAction; readonly reason: CodeReason; readonly error: LiveOpsError}
  | {readonly action: 'check'; readonly input: Exclude<CodeInput, {status: 'code'}>};

export const TYPING: CodeState = {kind: 'typing'};

/** What a step has come to, and what the page learns of it. */
export type Outcome = {readonly next: CodeState; readonly event?: Event};

/** The player can do something about these, and try again with what is on the screen. */
const TO_MEND: readonly CodeReason[] = ['choice', 'cart', 'unreachable', 'sign-in', 'too-many'];

/** Whether a refusal ends what the player was doing with this code. */
export function isAnswered(action: CodeAction, reason: CodeReason): boolean {
  if (action === 'remove') return false;
  // Applying it again is safe, redeeming it again may not be.
  return !(TO_MEND.includes(reason) || (reason === 'no-answer' && action === 'apply'));
}

export function toApplied(verified: VerifiedCode, cart?: Cart): Outcome {
  return {
    next: {kind: 'applied', verified, cart},
    event: new PromoCodeAppliedEvent({discount: undefined, ...verified}),
  };
}
