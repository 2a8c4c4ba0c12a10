import type {LiveOpsError} from './errors.js';

/** A member of the player's clan on the board of one reward chain. */
export type Contributor = {
  /** Position from 1; players with the same amount share it under the `competition` and `dense` rankings. */
  rank: number;
  /** The name to show: control characters removed, at most 64 characters. Not a key: names may repeat. */
  name: string;
  /** Value points given to the chain; `null` when the server sent something unreadable, shown as a dash. */
  amount: number | null;
  /**
   * A whole `amount` of 16 to 20 digits as the server wrote it, since numbers are exact up to 2^53 only. Absent in
   * engines that don't give the source of a number (before Chromium 114, Safari 18.4, Firefox 135). Ranks, ties and
   * distances compare `amount` alone.
   */
  digits?: string;
  /** Whether the row has the session's `playerName`. */
  own: boolean;
  /**
   * Ranks that the player has gained (or lost, if negative) since the last visit, on the own row only. Absent without a
   * change, at the first visit, and where the device keeps nothing. Counts ranks as in competitions.
   */
  rankChange?: number;
};

/** An item that the player received, can claim, or was due to receive. */
export type Reward = {
  sku: string;
  name: string;
  /** `virtual_good`, `virtual_currency` or `bundle` today; the vendor may add kinds. */
  type: string;
  description?: string;
  imageUrl?: string;
  /** A whole number from 1; absent when the server sent none or something unreadable. */
  quantity?: number;
  /** `standard` or `virtual_currency_package`; only for bundles. */
  bundleType?: string;
  /**
   * Where the row comes from: the server's own list, the check after a lost answer, or the rewards that the player was
   * due.
   */
  source: 'answer' | 'recovered' | 'expected';
};

/** One step of a reward chain. */
export type RewardChainStep = {
  id: number;
  name: string;
  /** Value points that the chain must reach in total (a cumulative threshold); `null` if unreadable. */
  price: number | null;
  /** Whether this player has claimed the step. */
  claimed: boolean;
  imageUrl?: string;
  rewards: readonly Reward[];
};

/** The points a reward chain counts: the clan's on a clan chain, else the player's own. */
export type ValuePoint = {
  sku: string;
  name: string;
  /** Current points; `null` if unreadable. */
  amount: number | null;
  /** Whether the points are the clan's; `undefined` if the answer does not say. */
  isClan?: boolean;
  imageUrl?: string;
};

/** A text by the vendor's two-letter language key (`en`, `de`, also `cn`, `tw` and `ph`). */
export type LocalizedText = Readonly<Record<string, string>>;

/** A reward chain as one player sees it. */
export type RewardChain = {
  id: number;
  name: string;
  description?: string;
  imageUrl?: string;
  /** Place among the chains, ascending. */
  order: number;
  /** Start and end, milliseconds since 1970; absent means no limit. */
  startsAt?: number;
  endsAt?: number;
  /** The project's word for a clan (`guild`, `tribe` …; the list is open), or `null`. */
  clanType: string | null;
  valuePoint: ValuePoint;
  steps: readonly RewardChainStep[];
  /** Top rows in the server's order, as in the chain list. */
  topContributors: readonly ContributorRow[];
  /** When a recurring chain resets next, milliseconds since 1970, and the vendor's name for the interval. */
  reset?: {interval: string; at: number};
  /** Texts that explain to a player without a clan how to join one. */
  howToJoin?: {header: LocalizedText; instruction: LocalizedText; imageUrl?: string};
};

/** One day of a daily chain, as one player sees it. */
export type DailyStep = {
  /** The day's number, from 1. */
  number: number;
  /**
   * `missed` only if a later day is claimed or can be claimed; `unknown` for any other value from the vendor's server,
   * whose list may grow.
   */
  status: 'claimed' | 'claimable' | 'upcoming' | 'missed' | 'unknown';
  /** When the day opens, or opened, milliseconds since 1970; absent if that depends on a future claim. */
  unlocksAt?: number;
  rewards: readonly Reward[];
};

/** A daily chain as one player sees it. */
export type DailyChain = {
  id: number;
  name: string;
  description?: string;
  /** Place among the chains, ascending. */
  order: number;
  /** `calendar_hard`, where each step has its own day, or `rolling`; the vendor may add kinds. */
  type: string;
  /** Start and end, milliseconds since 1970; absent means open. */
  startsAt?: number;
  endsAt?: number;
  /** Sorted by number. */
  steps: readonly DailyStep[];
};

/** A row of the board as the server sent it: no rank, no mark for the own row. */
export type ContributorRow = {
  name: string;
  amount: number | null;
  digits?: string;
  /** Whether the row has the session's `playerName`. Only in sessions that mask or replace names, where `name` does not show it. */
  own?: boolean;
};

/** The rewards that a clan switch granted or may have granted; kept until the player has acknowledged them. */
export type Receipt = {
  id: string;
  rewards: readonly Reward[];
  /** Whether the list is known to be complete; if not, rewards with `source: 'expected'` may not have been granted. */
  complete: boolean;
  /** Whether the receipt outlives the page. */
  durable: boolean;
  /** ISO 8601. */
  receivedAt: string;
};

/**
 * How a clan switch ended: with rewards, without rewards, with an unknown end, or without any effect because nothing
 * was sent or the server refused.
 */
export type SwitchOutcome = 'rewarded' | 'nothing' | 'uncertain' | 'not-sent';

/** A clan chain as it was before a switch. */
export type ChainSnapshot = {
  id: number;
  name: string;
  /** The old clan's points, which stay with it; `null` if unreadable. */
  points: number | null;
  /** The steps that the player could claim, and that a switch would claim. */
  claimable: readonly {stepId: number; price: number; rewards: readonly Reward[]}[];
  /** The players on the board, to distinguish one clan from another. */
  contributors: readonly ContributorRow[];
  /** When the chain was to be reset next, milliseconds since 1970; distinguishes one period from another. */
  resetAt?: number;
  /** Whether the chain had ended. It is not documented whether a switch still claims on it. */
  ended: boolean;
};

/** The rewards that a switch is expected to grant, saved before the request: the server lists them only once. */
export type Snapshot = readonly ChainSnapshot[];

/** The state of the clan switch; receipts are separate. */
export type SwitchState =
  /** `unchanged` when the last switch found the player in the same clan as before, so that nothing was granted. */
  | {readonly status: 'settled'; readonly unchanged?: true}
  /** The game names another clan than the last switch did. */
  | {readonly status: 'pending'; readonly unchanged?: true}
  /** `slow` once the answer takes so long that players need a message. */
  | {readonly status: 'switching'; readonly slow: boolean}
  /**
   * A switch was sent and its end is not known yet; we are checking. `expected` lists the rewards that it may have
   * granted.
   */
  | {readonly status: 'recovering'; readonly expected: readonly Reward[]}
  /**
   * Nothing was sent, or the server refused. The code `storage-unavailable` means that the receipt could not have been
   * stored; `switchClan({allowVolatile: true})` sends the switch anyway.
   */
  | {readonly status: 'failed'; readonly error: LiveOpsError};

/** A value from the server, in each of its states. */
export type Resource<T> =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'}
  | {
      readonly status: 'ready';
      readonly value: T;
      /** When the value arrived, milliseconds since 1970. */
      readonly at: number;
      /** Whether a later attempt failed, so that the value may be out of date; `error` says why. */
      readonly stale: boolean;
      readonly error?: LiveOpsError;
      /** Whether polling has stopped after that failure, so that the page or the player has to request the value. */
      readonly ended?: boolean;
    }
  | {readonly status: 'failed'; readonly error: LiveOpsError};
