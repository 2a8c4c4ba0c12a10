/*
 * The package without any UI: no side effect, no DOM needed. Deliberately not exported: the HTTP layer, the decoders
 * and the token broker, which change with the vendor; `startSession`, which has options for our tests; the element
 * classes, which `components/<name>/define.js` loads.
 */
import {addTable} from './text/tables.js';
import {allFamilies} from './families.js';
import type {SessionOptions} from './session/options.js';
import {type Session, startSession} from './session/session.js';
import type {Messages} from './text/messages.js';

export type {Session, SessionOptions};
export type {Checkout} from './session/session.js';
export type {HostName} from './session/options.js';
export type {DisplayName, NamedPlayer} from './boards/shown-names.js';
export type {HostStorage} from './storage/host-storage.js';
export type {GetToken, TokenGrant, TokenReason} from './auth/token.js';
export {isLiveOpsError, LiveOpsError} from './errors.js';
export type {CodeReason, LiveOpsErrorCode, LiveOpsErrorDetails} from './errors.js';
export {climbOf, rankBy} from './boards/ranking.js';
export type {Climb, Ranking} from './boards/ranking.js';
export type {ResourceStore} from './stores/resource.js';
export {climbWith} from './catalog/climb.js';
export type {Gap, ItemClimb} from './catalog/climb.js';
export type {
  CatalogItem,
  CurrencyBalance,
  ItemLimit,
  ItemPromotion,
  UnansweredOrder,
  VirtualPrice,
} from './catalog/items.js';
export type {CatalogQuery} from './catalog/query.js';
export {codeReasonOf} from './codes/refusals.js';
export {readCode} from './codes/code-input.js';
export type {CodeInput} from './codes/code-input.js';
export type {AppliedPromoCode, CartOptions, CodeReceipt, Codes, RedeemOptions} from './codes/codes.js';
export type {Cart, CartItem, CartPrice} from './codes/cart.js';
export type {CodeChoices, CodeContents, CodeReward, CodeUnit, RedeemedCode, VerifiedCode} from './codes/contents.js';
export type {MessageKey, Messages} from './text/messages.js';
export type {Orders, PlaceOptions} from './orders/orders.js';
export type {ClanSwitch} from './clan-switch/clan-switch.js';
export type {SwitchOptions} from './clan-switch/switch-options.js';
export type {
  ChainSnapshot,
  Contributor,
  ContributorRow,
  DailyChain,
  DailyStep,
  LocalizedText,
  Receipt,
  Resource,
  Reward,
  RewardChain,
  RewardChainStep,
  Snapshot,
  SwitchOutcome,
  SwitchState,
  ValuePoint,
} from './model.js';
export type {Money, OfferChain, OfferReward, OfferStep, Order, OrderTarget, PointsGiven, Price} from './offers.js';

/**
 * Starts a session. It sends no request until a store has a listener.
 *
 * @throws {LiveOpsError} `config`, naming the option that is wrong.
 */
export function createSession(options: SessionOptions): Session {
  return startSession(options, {families: allFamilies});
}

/**
 * Replaces our texts in a language, all or some of them, in every element of the page; `en` for the English ones. What is
 * missing stays as it is: from `dist/languages`, if the page has loaded that file, else in English. The keys, and what may
 * be in braces, are those of `Messages`.
 *
 * @param language - A tag of BCP 47, such as `de` or `zh-Hant`.
 * @throws {TypeError} if that is no tag.
 */
export function addMessages(language: string, messages: Partial<Messages>): void {
  addTable(language, messages);
}
