import type {Reward} from '../model.js';

/** One of the things that an item can be chosen as, such as a game's key for one platform. */
export type CodeUnit = {
  sku: string;
  name: string;
  /** The platform in the vendor's words, such as `Steam`; absent where the server has none. */
  platform?: string;
};

/** Something that a code gives. */
export type CodeReward = Reward & {
  /** What a bundle has in it, where the server says so. */
  content?: readonly Reward[];
  /** The player has to choose one of these; send its SKU in `choices` under the reward's own. */
  units?: readonly CodeUnit[];
};

/** What a code gives, before anything is redeemed or bought. */
export type CodeContents = {
  readonly rewards: readonly CodeReward[];
  /** Percent off the whole purchase, as the server wrote it, such as `10.00`; only from promo codes. */
  readonly discount?: string;
  /** Items with a separate discount; only from promo codes. */
  readonly discountedItems?: readonly {readonly sku: string; readonly discount: string}[];
};

/** A code that this player may use now. */
export type VerifiedCode = CodeContents & {
  /** As it was sent, in its case. */
  readonly code: string;
  /**
   * `coupon`: gives its items for nothing, with `redeem`. `promo-code`: for a purchase, with `applyPromoCode`.
   * `unique-offer`: shows hidden items in the catalog. `unknown`: a kind that we don't know.
   */
  readonly kind: 'coupon' | 'promo-code' | 'unique-offer' | 'unknown';
};

/** What a player has received for a coupon. */
export type RedeemedCode = {
  readonly code: string;
  /** With `source` `answer`, or, if the answer lists nothing, `expected` from the check before. */
  readonly rewards: readonly Reward[];
};

/** For each item that comes in several units: its SKU, and the SKU of the unit that the player has chosen. */
export type CodeChoices = Readonly<Record<string, string>>;
