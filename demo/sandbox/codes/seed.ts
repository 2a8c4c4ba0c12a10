import type {SeedReward} from '../seed/fields.js';

/** Something that a code gives. */
export type SeedGift = Omit<SeedReward, 'attribute_conditions'>;

/** A game whose key comes for one platform, which the player chooses. */
export type SeedUnit = {
  readonly sku: string;
  readonly name: string;
  readonly keys: readonly {readonly sku: string; readonly drm_name: string; readonly drm_sku: string}[];
};

/** A coupon, a promo code or a unique offer, with its one code. Times are hours from the start of the server. */
export type SeedCode = {
  /** Letters and digits, 1 to 128; upper and lower case differ. */
  readonly code: string;
  readonly type: 'coupon' | 'promocode' | 'unique_catalog_offer';
  readonly starts_in_hours: number | null;
  readonly ends_in_hours: number | null;
  /** How often one player may use it, and all players; `null` is no limit. */
  readonly user_limit: number | null;
  readonly total_limit: number | null;
  /** Where it can be used, by the player's attribute `country`; `null` is everywhere. */
  readonly countries: readonly string[] | null;
  readonly bonus: readonly SeedGift[];
  readonly units: readonly SeedUnit[];
  /** Percent off the purchase; only of promo codes. */
  readonly discount: number | null;
};

/** How often a player has used a code. */
export type SeedCodeUse = {readonly user: string; readonly code: string; readonly times: number};

/** What a seed says of codes. */
export type CodesSeed = {readonly codes: readonly SeedCode[]; readonly code_uses: readonly SeedCodeUse[]};
