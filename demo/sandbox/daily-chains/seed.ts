import type {SeedReward} from '../seed/fields.js';

/** A reward of a day; a bundle may list its content. */
export type SeedDailyItem = Omit<SeedReward, 'attribute_conditions'> & {readonly content?: readonly SeedDailyItem[]};

/** One day of a daily chain. */
export type SeedDailyStep = {readonly step_number: number; readonly items: readonly SeedDailyItem[]};

/** One daily chain. Times are hours from the start of the server, so that a seed never goes out of date. */
export type SeedDailyChain = {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly order: number;
  readonly type: 'calendar_hard' | 'rolling';
  /** Whether the chain restarts after its last day. */
  readonly is_recurrent: boolean;
  readonly starts_in_hours: number;
  readonly steps: readonly SeedDailyStep[];
};

/** A day that a player has claimed, and when. */
export type SeedDailyClaim = {
  readonly user: string;
  readonly daily_chain_id: number;
  readonly step_number: number;
  readonly claimed_in_hours: number;
};

/** The daily chains in a seed. */
export type DailyChainsSeed = {
  readonly daily_chains: readonly SeedDailyChain[];
  readonly daily_claims: readonly SeedDailyClaim[];
};
