import type {Reset} from '../http/resets.js';
import type {Reward} from '../model.js';
import type {PointsGiven, Price} from '../offers.js';

/** How often something can still be had; only where the server says it. */
export type ItemLimit = {
  /** How often from now on; 0 for not at all. */
  available: number;
  /** How often in all, in one period of the limit. */
  total?: number;
  /** When the limit starts again. */
  reset?: Reset;
};

/** A price in a virtual currency, which is an item of the project and never an ISO 4217 code. */
export type VirtualPrice = {
  /** The SKU of the currency. */
  sku: string;
  name: string;
  /** Digits as the server wrote them, such as `100`. */
  amount: string;
  imageUrl?: string;
};

/** A discount or bonus that applies to an item for this player. The vendor gives it no id. */
export type ItemPromotion = {
  name: string;
  /** Start and end, milliseconds since 1970; absent means no limit. */
  startsAt?: number;
  endsAt?: number;
  /** As the server states it, already part of the item's price: a percentage such as `20`, or an amount. */
  discount?: {percent?: string; value?: string};
  /** What comes with the purchase. */
  gifts: readonly Reward[];
  /** How often this player can still use the promotion. */
  limit?: ItemLimit;
};

/** An item of the catalog, as one player sees it. */
export type CatalogItem = {
  sku: string;
  name: string;
  /** `virtual_good`, `virtual_currency`, `bundle`, `game_key` or `physical_good` today; the vendor may add kinds. */
  type: string;
  description?: string;
  imageUrl?: string;
  /** `standard` or `virtual_currency_package`; only for bundles. */
  bundleType?: string;
  /** The ids of the groups that it is in. */
  groups: readonly string[];
  /** Whether it costs nothing. */
  free: boolean;
  /** Whether the server says that this player can buy it now. */
  buyable: boolean;
  /** The price in real money; absent if there is none, and if unreadable. */
  price?: Price;
  /** Prices in virtual currencies, the default one first. */
  virtualPrices: readonly VirtualPrice[];
  promotions: readonly ItemPromotion[];
  /** How often this player can still buy it. */
  userLimit?: ItemLimit;
  /** How many are left for all players. */
  stock?: ItemLimit;
  /** When it is on sale, milliseconds since 1970; empty means always. */
  periods: readonly {from?: number; until?: number}[];
  /** Value points that buying it gives. */
  points: readonly PointsGiven[];
  /** What is in a bundle; empty for anything else, and where the server does not say it. */
  content: readonly Reward[];
  /** What the content would cost by itself, where the server says it. */
  contentPrice?: Price;
};

/** How much a player has of a virtual currency. */
export type CurrencyBalance = {sku: string; name: string; /** Digits as the server wrote them. */ amount: string};

/**
 * An order of a free item, or for a virtual currency, whose answer was lost: it was carried out or not, and nothing but the
 * player's inventory can say which. Nothing is sent again.
 */
export type UnansweredOrder = {
  readonly id: string;
  readonly sku: string;
  /** The SKU of the virtual currency that it cost; absent for a free item. */
  readonly currencySku?: string;
  /** When it was sent, by the device's clock, milliseconds since 1970. */
  readonly at: number;
};
