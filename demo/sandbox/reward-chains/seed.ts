import type {Condition} from '../players/attribute-conditions.js';
import type {LocaleMap, SeedImage, SeedReward} from '../seed/fields.js';

/** One step of a chain. `price.amount` is cumulative: the points that the chain must have in total. */
export type SeedStep = {
  readonly step_id: number;
  readonly name: string;
  readonly image_url: SeedImage;
  readonly price: {readonly amount: number};
  readonly reward: readonly SeedReward[];
};

/** What a chain counts. With `is_clan` the points are the clan's and the chain is a clan chain; else the player's. */
export type SeedValuePoint = {
  readonly sku: string;
  readonly name: string;
  readonly image_url: SeedImage;
  readonly description: string | null;
  readonly long_description: string | null;
  readonly is_clan: boolean;
};

/** One reward chain. Times are hours from the start of the server, so that a seed never goes out of date. */
export type SeedChain = {
  readonly reward_chain_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly long_description: string | null;
  readonly image_url: SeedImage | null;
  readonly order: number;
  readonly starts_in_hours: number;
  /** `null` means a chain without an end. */
  readonly ends_in_hours: number | null;
  readonly clan_type: string | null;
  readonly value_point: SeedValuePoint;
  readonly steps: readonly SeedStep[];
  readonly recurrent_schedule: {readonly interval_type: string; readonly resets_in_hours: number} | null;
  readonly popup_header: LocaleMap | null;
  readonly popup_instruction: LocaleMap | null;
  readonly popup_image_url: SeedImage | null;
  /** Which players see the chain; absent means all. */
  readonly attribute_conditions?: readonly Condition[];
  /** For a chain without conditions: `false` shows it only to players who see no chain with conditions. */
  readonly is_always_visible?: boolean;
};

/** Points that a player gave to a chain. `clan` is the player's clan at that time, `null` on an individual chain. */
export type SeedContribution = {
  readonly user: string;
  readonly clan: string | null;
  readonly reward_chain_id: number;
  readonly amount: number;
};

/** A step that a player has claimed. `clan` is the player's clan at that time, `null` on an individual chain. */
export type SeedClaim = {
  readonly user: string;
  readonly clan: string | null;
  readonly reward_chain_id: number;
  readonly step_id: number;
};

/** The reward chains in a seed. */
export type RewardChainsSeed = {
  readonly chains: readonly SeedChain[];
  readonly contributions: readonly SeedContribution[];
  readonly claims: readonly SeedClaim[];
};
