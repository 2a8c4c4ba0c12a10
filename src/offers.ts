import type {Reward} from './model.js';

/** Value points that a step grants. */
export type PointsGiven = {
  sku: string;
  name: string;
  /** `null` when unreadable. */
  amount: number | null;
  /** Whether the points are the clan's; the vendor leaves it out if they are not. */
  isClan: boolean;
  imageUrl?: string;
};

/** A reward of an offer chain's step; a bundle lists its content, if the server sends it. */
export type OfferReward = Reward & {content?: readonly Reward[]};

/** One step of an offer chain, as one player sees it. */
export type OfferStep = {
  /** The step's number, from 1. */
  number: number;
  /** Whether the step can be claimed without a payment. */
  free: boolean;
  /** The price of a paid step; absent for a free one, and if unreadable. */
  price?: Money;
  /** `next` is the one step that can be claimed or bought now. */
  state: 'done' | 'next' | 'locked';
  rewards: readonly OfferReward[];
  points: readonly PointsGiven[];
};

/** An offer chain as one player sees it. */
export type OfferChain = {
  id: number;
  name: string;
  description?: string;
  /** Place among the chains, ascending. */
  order: number;
  /** Start and end, milliseconds since 1970; absent means no limit. */
  startsAt?: number;
  endsAt?: number;
  /** Whether every step is done. */
  finished: boolean;
  /** Sorted by number. */
  steps: readonly OfferStep[];
  /** When the chain restarts for everyone, milliseconds since 1970, and the vendor's name for the interval. */
  reset?: {interval: string; at: number};
};

/**
 * An amount of real money: a decimal string as the server wrote it, such as `4.99`, and the currency's ISO 4217 code.
 * Format it with `Intl.NumberFormat`; calculate nothing with it.
 */
export type Money = {amount: string; currency: string};

/** What the player pays, and, where the server's is higher, what it would be without any discount. */
export type Price = Money & {withoutDiscount?: string};

/**
 * What an order buys: an item of the catalog, `quantity` pieces of it (default 1) and with a promo code or the code of a unique
 * offer, or a paid step of an offer chain, which takes none.
 */
export type OrderTarget =
  | {readonly sku: string; readonly quantity?: number; readonly promoCode?: string}
  | {readonly offerChainId: number; readonly stepNumber: number};

/** An order of the player. Its payment token is stored separately and never part of an `Order`. */
export type Order = {
  readonly id: number;
  readonly target: OrderTarget;
  /**
   * `new`: waits for its payment, which may arrive even after the payment page was closed. `paid`: the payment has
   * arrived, the goods have not. `done`, `canceled` and `expired` are final. `unknown`: the server has sent no status
   * or an unknown one; the order still counts as waiting.
   */
  readonly status: 'new' | 'paid' | 'done' | 'canceled' | 'expired' | 'unknown';
  /** When this device received the order, ISO 8601. */
  readonly createdAt: string;
  /** When this device saw that the order had ended, ISO 8601; absent while it is open. */
  readonly endedAt?: string;
  /** Whether its payment page could not be opened; call `orders.checkout(id)` when the player presses a button. */
  readonly blocked?: true;
};
