import type {Reward} from './model.js';

/** Value points that a step gives. */
export type PointsGiven = {
  sku: string;
  name: string;
  /** `null` when unreadable. */
  amount: number | null;
  /** Whether the points are the clan's; the vendor leaves it out where they are not. */
  isClan: boolean;
  imageUrl?: string;
};

/** What a step of an offer chain gives; a bundle says what is in it, where the server does. */
export type OfferReward = Reward & {content?: readonly Reward[]};

/** One step of an offer chain, as the server has it for one player. */
export type OfferStep = {
  /** The step's number, from 1. */
  number: number;
  /** Whether the step is claimed without a payment. */
  free: boolean;
  /** What a paid step costs; absent for a free one, and where the server sent nothing readable. */
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
  /** Start and end, milliseconds since 1970; absent means open. */
  startsAt?: number;
  endsAt?: number;
  /** Whether every step is done. */
  finished: boolean;
  /** By their numbers, ascending. */
  steps: readonly OfferStep[];
  /** When the chain starts again for everybody, milliseconds since 1970, and the vendor's word for how often. */
  reset?: {interval: string; at: number};
};

/**
 * An amount of real money: decimal text as the server wrote it, such as `4.99`, and the currency's ISO 4217 code. Format
 * it with `Intl.NumberFormat`; calculate nothing with it.
 */
export type Money = {amount: string; currency: string};

/** What an order buys: an item of the catalog, `quantity` pieces of it (default 1), or a paid step of an offer chain. */
export type OrderTarget =
  {readonly sku: string; readonly quantity?: number} | {readonly offerChainId: number; readonly stepNumber: number};

/** An order of the player. Its payment token is stored apart, and is in no `Order`. */
export type Order = {
  readonly id: number;
  readonly target: OrderTarget;
  /**
   * `new`: waits for its payment, which may also arrive after the payment page was closed. `paid`: the payment is there,
   * the goods are on their way. `done`, `canceled` and `expired` are final. `unknown`: the server has not said, or says
   * something new; the order still counts as waiting.
   */
  readonly status: 'new' | 'paid' | 'done' | 'canceled' | 'expired' | 'unknown';
  /** When this device got the order, ISO 8601. */
  readonly createdAt: string;
  /** When this device saw that it is over, ISO 8601; absent while it is open. */
  readonly endedAt?: string;
  /** Whether its payment page could not be opened; call `orders.checkout(id)` when the player presses a button. */
  readonly blocked?: true;
};
