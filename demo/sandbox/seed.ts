import type {Condition} from './attribute-conditions.js';

/** A text by the vendor's two-letter language key; a language without a text is `null`. */
export type LocaleMap = Readonly<Record<string, string | null>>;

/**
 * Where a picture is: an `https` address, or one of the sandbox's own, such as `/sandbox/images/gem.svg`, which answers
 * show with the origin they were asked at.
 */
export type SeedImage = string;

/** Something a step gives. `bundle_type` belongs to bundles and is shown by `user-clan-update` only. */
export type SeedReward = {
  readonly sku: string;
  readonly name: string;
  readonly type: 'virtual_good' | 'virtual_currency' | 'bundle';
  readonly description: string;
  readonly image_url: SeedImage;
  readonly quantity: number;
  readonly bundle_type?: 'standard' | 'virtual_currency_package';
  /** Which players get it; absent is all. */
  readonly attribute_conditions?: readonly Condition[];
};

/** One step of a chain. `price.amount` is cumulative: the points the chain must have in all. */
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

/** One reward chain. Times are hours from the start of the server, so that a seed never grows old. */
export type SeedChain = {
  readonly reward_chain_id: number;
  readonly name: string;
  readonly description: string | null;
  readonly long_description: string | null;
  readonly image_url: SeedImage | null;
  readonly order: number;
  readonly starts_in_hours: number;
  /** `null` is a chain without an end. */
  readonly ends_in_hours: number | null;
  readonly clan_type: string | null;
  readonly value_point: SeedValuePoint;
  readonly steps: readonly SeedStep[];
  readonly recurrent_schedule: {readonly interval_type: string; readonly resets_in_hours: number} | null;
  readonly popup_header: LocaleMap | null;
  readonly popup_instruction: LocaleMap | null;
  readonly popup_image_url: SeedImage | null;
  /** Which players see the chain; absent is all. */
  readonly attribute_conditions?: readonly Condition[];
  /** Of a chain without conditions: `false` shows it only to players who see no chain with conditions. */
  readonly is_always_visible?: boolean;
};

/** A player and the clan they are in, as attribute and as membership; `null` is no clan. */
export type SeedPlayer = {readonly user: string; readonly clan: string | null};

/** Points a player gave to a chain. `clan` is the clan they were given in, `null` on an individual chain. */
export type SeedContribution = {
  readonly user: string;
  readonly clan: string | null;
  readonly reward_chain_id: number;
  readonly amount: number;
};

/** A step a player has claimed. `clan` is the clan they were in, `null` on an individual chain. */
export type SeedClaim = {
  readonly user: string;
  readonly clan: string | null;
  readonly reward_chain_id: number;
  readonly step_id: number;
};

/** Everything the sandbox starts from: plain data, fit for a JSON file. */
export type Seed = {
  readonly project_id: number;
  readonly players: readonly SeedPlayer[];
  readonly chains: readonly SeedChain[];
  readonly contributions: readonly SeedContribution[];
  readonly claims: readonly SeedClaim[];
};
