/* What an element says of a code, in words. */
import type {CodeReceipt} from '../../src/codes/codes.js';
import type {CodeContents, VerifiedCode} from '../../src/codes/contents.js';
import type {CodeReason} from '../../src/errors.js';
import {fill, type MessageKey, messages} from '../../src/text/messages.js';
import {formatMoney} from '../../src/text/money.js';
import {isOffline} from '../shared/failure.js';
import type {CodeAction, CodeState, Problem} from './code-state.js';

/** The reason in words, and what the player can do about it. */
const REASONS: Readonly<Record<CodeReason, MessageKey>> = {
  'not-a-code': 'codeCharacters',
  unknown: 'codeUnknownHint',
  expired: 'codeExpired',
  limit: 'codeLimitHint',
  region: 'codeRegionHint',
  'wrong-kind': 'codeWrongKind',
  choice: 'codeChoose',
  'sign-in': 'codeSignedOut',
  'not-available': 'codeGone',
  cart: 'codeCart',
  'too-many': 'codeTooMany',
  unreachable: 'codeUnreachable',
  'probably-redeemed': 'codeProbable',
  'no-answer': 'codeUncertain',
  other: 'codeOther',
};

const UNSAFE: readonly CodeReason[] = ['no-answer', 'probably-redeemed'];

/** The receipts that the player has not acknowledged, and the others. */
export function sortReceipts(receipts: readonly CodeReceipt[]) {
  return {
    open: receipts.filter(({acknowledged}) => !acknowledged),
    past: receipts.filter(({acknowledged}) => acknowledged),
  };
}

/** Why nothing came of what the player did; empty where a receipt says it. */
export function problemText(problem: Problem | undefined, text: string, receipts: readonly CodeReceipt[]): string {
  if (!problem) return '';
  if ('input' in problem) return inputText(problem.input);
  const {reason, error, action} = problem;
  const own = receipts.filter(({code}) => code === text);
  if (UNSAFE.includes(reason) && action === 'redeem' && own.some(({acknowledged}) => !acknowledged)) return '';
  if (reason === 'limit' && own.some(({end}) => end === 'redeemed')) return messages.codeUsedByYou;
  if (reason === 'no-answer' && action !== 'redeem') return messages.codeMayBeApplied;
  if (reason === 'unreachable' && isOffline(error)) return messages.codeOffline;
  if (reason === 'too-many') return tooManyText(error.retryAfterSec);
  return reason === 'other' && error.vendorCode ? supportText(error.vendorCode) : messages[REASONS[reason]];
}

function inputText(input: Extract<Problem, {input: unknown}>['input']): string {
  if (input.status === 'empty') return messages.codeEmpty;
  if (input.status === 'grouped') return fill(messages.codeGrouped, {code: input.code});
  return input.because === 'length' ? messages.codeTooLong : messages.codeCharacters;
}

function tooManyText(seconds: number | undefined): string {
  return seconds === undefined ? messages.codeTooMany : fill(messages.codeTooManyFor, {seconds});
}

function supportText(vendorCode: number): string {
  return fill(messages.codeSupport, {number: `0401-${String(vendorCode).padStart(4, '0')}`});
}

/** What the code is, before the player agrees to anything. */
export function kindText({kind, rewards}: VerifiedCode, action: CodeAction | undefined): string {
  if (kind === 'unique-offer') return messages.codeUnlocks;
  if (kind === 'promo-code') return action ? messages.codePromo : messages.codeForCheckout;
  if (kind === 'unknown' && !action) return messages.codeKindUnknown;
  if (!action) return messages.codeForItems;
  return rewards.length ? messages.codeGives : messages.codeGivesUnlisted;
}

/** What a promo code takes off, in the server's figures. */
export function discountText({discount, discountedItems = []}: CodeContents, locale: string): string {
  if (discount) return fill(messages.codeDiscount, {percent: Number(discount)}, locale);
  return discountedItems.length ? fill(messages.codeItemDiscounts, {count: discountedItems.length}, locale) : '';
}

/** What the cart costs now, in the server's figures. */
export function appliedText(
  {verified, cart}: Extract<CodeState, {kind: 'applied' | 'removing'}>,
  locale: string,
): string {
  if (verified.kind === 'unique-offer') return messages.codeUnlocked;
  if (!cart) return messages.codeKept;
  const {price} = cart;
  if (!price) return messages.codeApplied;
  const now = formatMoney(price, locale);
  if (price.withoutDiscount === undefined) return fill(messages.codeAppliedAt, {price: now});
  const before = formatMoney({...price, amount: price.withoutDiscount}, locale);
  return fill(messages.codeAppliedDown, {price: now, before});
}

const COMMIT: Readonly<Record<CodeAction, MessageKey>> = {
  check: 'codeCheck',
  redeem: 'codeRedeem',
  apply: 'codeApply',
  keep: 'codeKeep',
  remove: 'codeRemove',
};

/** What the button says. */
export function buttonText(action: CodeAction, kind?: VerifiedCode['kind']): string {
  return kind === 'unique-offer' ? messages.codeUnlock : messages[COMMIT[action]];
}

/** What is known of a coupon that was sent. */
export function receiptText({end, rewards}: CodeReceipt): string {
  if (end === 'probably-redeemed') return messages.codeProbable;
  if (end === 'unknown') return messages.codeUncertain;
  return rewards.length ? messages.codeRedeemed : messages.codeRedeemedUnlisted;
}
