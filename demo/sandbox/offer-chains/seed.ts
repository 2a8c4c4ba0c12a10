import type {Condition} from '../players/attribute-conditions.js';
import type {SeedReward} from '../seed/fields.js';

/** What a step gives; a bundle may say what is in it. */
export type SeedOfferItem = Omit<SeedReward, 'attribute_conditions'> & {readonly content?: readonly SeedOfferItem[]};

/** Points that a step gives, on a reward chain. */
export type SeedOfferPoints = {readonly reward_chain_id: number; readonly amount: number};

/** One step of an offer chain. It is free where it has no `price`. */
export type SeedOfferStep = {
  readonly step_number: number;
  /** What the item costs in real money, and the currency by its ISO 4217 code. */
  readonly price: {readonly amount: number; readonly currency: string} | null;
  readonly item: SeedOfferItem;
  readonly points?: readonly SeedOfferPoints[];
};

/** When an offer chain starts again for everybody: first in this number of hours, then again and again. */
export type SeedOfferSchedule = {
  readonly interval_type: 'hourly' | 'weekly' | 'monthly';
  readonly resets_in_hours: number;
};

/** One offer chain. Times are hours from the start of the server, so that a seed never grows old. */
export type SeedOfferChain = {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly order: number;
  readonly starts_in_hours: number;
  /** `null` is a chain without an end. */
  readonly ends_in_hours: number | null;
  readonly recurrent_schedule: SeedOfferSchedule | null;
  readonly steps: readonly SeedOfferStep[];
  /** Which players see the chain; absent is all. */
  readonly attribute_conditions?: readonly Condition[];
  /** Of a chain without conditions: `false` shows it only to players who see no chain with conditions. */
  readonly is_always_visible?: boolean;
};

/** A step that a player has claimed or bought, and when. */
export type SeedOfferClaim = {
  readonly user: string;
  readonly offer_chain_id: number;
  readonly step_number: number;
  readonly claimed_in_hours: number;
};

/** What a seed says of offer chains. */
export type OfferChainsSeed = {
  readonly offer_chains: readonly SeedOfferChain[];
  readonly offer_claims: readonly SeedOfferClaim[];
};
