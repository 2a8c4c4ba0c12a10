import type {ReadableAtom} from 'nanostores';
import type {Reward} from '../model.js';
import type {Cart} from './cart.js';
import type {CodeChoices, CodeContents, RedeemedCode, VerifiedCode} from './contents.js';

/** A promo code that is applied to a cart. It is spent when the cart is paid. */
export type AppliedPromoCode = CodeContents & {readonly code: string; readonly cart: Cart};

export type RedeemOptions = {
  /** What the player has chosen of each reward with `units`; a single unit needs no choice. */
  readonly choices?: CodeChoices;
};

export type CartOptions = {
  /** The vendor's id of the cart. Default `current`, the one that every player has. */
  readonly cartId?: string;
};

/**
 * What became of one coupon of this player on this device: kept over reloads, and shown in all tabs, until the player has
 * acknowledged it, and then as the player's history.
 */
export type CodeReceipt = {
  readonly id: string;
  /** As it was sent, in its case. */
  readonly code: string;
  /**
   * `redeemed`: the server has said so. `probably-redeemed`: its answer was lost, and the code is used up now. `unknown`: the
   * answer was lost, and nothing says what happened. For both of these the player's inventory has the truth.
   */
  readonly end: 'redeemed' | 'probably-redeemed' | 'unknown';
  /** What the code gives; with `source` `answer` if the server has listed it, else `expected`. */
  readonly rewards: readonly Reward[];
  /** When it was sent, by the device's clock, milliseconds since 1970. */
  readonly at: number;
  readonly acknowledged: boolean;
  /** Whether it outlives the page. */
  readonly durable: boolean;
};

/**
 * Coupons, promo codes and unique offers. Each call takes a code as the player has it, and takes away outer and invisible
 * white space; `readCode` has the rules. One call at a time is sent.
 *
 * Each rejects with a `LiveOpsError`; `codeReasonOf(error)` says why in one word: `code-unknown`, `code-limit`,
 * `code-expired` or `code-region` for a code that this player cannot use; `invalid` for one that the vendor takes no
 * request for; `rate-limited` after five unknown codes, with the seconds to wait; `auth-required`, `network`, `timeout`,
 * `server` …; `aborted` once the player has left.
 */
export type Codes = {
  /** The kind of a code, and what it gives, if this player may use it now. Changes nothing. */
  verify(code: string): Promise<VerifiedCode>;
  /** What a code gives. Verifies the code first, unless this session has. Changes nothing. */
  rewards(code: string): Promise<CodeContents>;
  /**
   * Redeems a coupon. The code is verified first, and nothing is sent for one that the player cannot use, that is no coupon,
   * or that lacks a choice. Sent once, in turn with all that the player claims or orders, in all tabs; calls for a code
   * that is being redeemed get the same promise.
   *
   * If the answer is lost, the code is verified again, and nothing is sent again. Rejects then with `outcome-unknown`:
   * with the reason `probably-redeemed` if the code is used up now, else with `no-answer`. The player's inventory has the
   * truth; trying again may use the code a second time.
   *
   * Every end but a refusal is in `$receipts`, also when the page was closed before the answer came. A code that another
   * tab redeems meanwhile, of the same player, gets that tab's end and is not sent again.
   */
  redeem(code: string, options?: RedeemOptions): Promise<RedeemedCode>;
  /**
   * Applies a promo code to a cart, in place of one that is there. Spends nothing. If the answer is lost, the cart is read,
   * and a change of its prices or gifts is a success. Rejects with `outcome-unknown` if it has none: applying again is safe.
   */
  applyPromoCode(code: string, options?: RedeemOptions & CartOptions): Promise<AppliedPromoCode>;
  /** Takes the promo code out of a cart. A lost answer is as with `applyPromoCode`, and removing again is safe. */
  removePromoCode(options?: CartOptions): Promise<Cart>;
  /**
   * Keeps a promo code, or the code of a unique offer, for the player's next order of an item (`orders.order`), in place of one
   * that is kept. Verifies it, and changes nothing at the server. A promo code whose gifts need a choice is for the cart only:
   * then it rejects with `invalid` and the reason `choice`, since an order of an item has no room for one.
   */
  keepPromoCode(code: string): Promise<VerifiedCode>;
  /** Lets go of the kept code. An order that has taken it along stays as it is. */
  dropPromoCode(): void;
  /** The kept code: until an order has taken it along, it is dropped, or the player or the page is gone. */
  readonly $promoCode: ReadableAtom<string | undefined>;
  /**
   * The receipts of this player on this device, the newest first; empty until they are read. While somebody listens, a
   * redemption that an earlier page did not see the end of is checked, once.
   */
  readonly $receipts: ReadableAtom<readonly CodeReceipt[]>;
  /** The player has seen the receipt; it stays as history, the latest 20 of 90 days. Does nothing for an unknown id. */
  acknowledge(receiptId: string): Promise<void>;
};
