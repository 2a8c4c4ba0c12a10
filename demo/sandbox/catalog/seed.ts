import type {Condition} from '../players/attribute-conditions.js';
import type {SeedPrice, SeedReward} from '../seed/fields.js';
import type {Interval} from '../world/rounds.js';

/** Something in a bundle, or a gift. */
export type SeedPart = Omit<SeedReward, 'attribute_conditions'>;

/** How often something can be had. It starts again first in this number of hours, then at each interval. */
export type SeedLimit = {
  readonly total: number;
  readonly interval_type: Exclude<Interval, 'hourly'> | null;
  readonly resets_in_hours: number | null;
};

/** A stretch of time, in hours from the start of the server; `null` is open. */
export type SeedPeriod = {readonly from_in_hours: number | null; readonly until_in_hours: number | null};

/** Points that buying something gives, on a reward chain. */
export type SeedItemPoints = {readonly reward_chain_id: number; readonly amount: number};

/** An item of the catalog. It is free where it has neither a price nor virtual prices. */
export type SeedCatalogItem = Omit<SeedPart, 'quantity'> & {
  /** The external ids of its groups. */
  readonly groups: readonly string[];
  readonly price: SeedPrice | null;
  /** Prices in virtual currencies; the first one is the default. */
  readonly virtual_prices: readonly {readonly sku: string; readonly amount: number}[];
  readonly user_limit: SeedLimit | null;
  /** How many there are for all players. */
  readonly stock: number | null;
  readonly periods: readonly SeedPeriod[];
  readonly points: readonly SeedItemPoints[];
  /** What is in a bundle. */
  readonly content: readonly SeedPart[];
  /** The code of a unique offer without which nobody sees the item. */
  readonly code: string | null;
  /** Which players see it; absent means all. */
  readonly attribute_conditions?: readonly Condition[];
};

/** A discount or bonus. Of two that exclude each other, the one with the lower id applies. */
export type SeedPromotion = {
  readonly id: number;
  readonly name: string;
  readonly skus: readonly string[];
  /** Percent off the price; `null` is no discount. */
  readonly discount: number | null;
  readonly bonus: readonly SeedPart[];
  readonly period: SeedPeriod;
  readonly user_limit: SeedLimit | null;
  readonly excluded_promotions: readonly number[];
  readonly attribute_conditions?: readonly Condition[];
};

/** What a player has bought, and when. */
export type SeedPurchase = {
  readonly user: string;
  readonly sku: string;
  readonly quantity: number;
  readonly bought_in_hours: number;
};

/** What a player has of a virtual currency. */
export type SeedBalance = {readonly user: string; readonly sku: string; readonly amount: number};

/** What a seed says of the catalog. */
export type CatalogSeed = {
  readonly catalog_items: readonly SeedCatalogItem[];
  readonly promotions: readonly SeedPromotion[];
  /** The items that are suggested to players, by their SKUs. */
  readonly upsell: readonly string[];
  readonly purchases: readonly SeedPurchase[];
  readonly balances: readonly SeedBalance[];
};
