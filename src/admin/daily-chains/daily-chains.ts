import type {SendCall} from '../connection/connection.js';
import type {PageOptions} from '../connection/pages.js';
import type {Confirmation} from '../input/confirmation.js';
import {createChainCalls} from '../records/chains.js';
import {created, dailyChain, dailyChainPage, toUpdate, unknownIn} from './answers.js';
import {dailyChainInput, dailyChainUpdate} from './checks.js';
import type {AnsweredDailyChain, DailyChainInput, DailyChainRow, DailyChainUpdate} from './daily-chain.js';

/** Daily chains of the project: a reward for each day. */
export type DailyChains = {
  /** `admin-create-daily-chain`. Not idempotent: a second call creates another chain. */
  create(input: DailyChainInput): Promise<{daily_chain_id: number}>;
  /** All of them, page by page, at most 10 per page, as the vendor's other lists of chains (`admin-get-daily-chains`). */
  list(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<DailyChainRow>;
  /** Rejects with `not-found` (`admin-get-daily-chain`). */
  get(chainId: number): Promise<AnsweredDailyChain>;
  /** Replaces everything (`admin-update-daily-chain`): a day whose id is missing is deleted. See `change`. */
  update(chainId: number, input: DailyChainUpdate): Promise<void>;
  /**
   * Reads the chain, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the rest
   * is sent back unchanged, including fields that this version does not know. If two changes run at the same time, the
   * later one wins.
   */
  change(
    chainId: number,
    how: (current: DailyChainUpdate) => DailyChainUpdate | Promise<DailyChainUpdate>,
  ): Promise<void>;
  /** Deletes it permanently, with all progress (`admin-delete-daily-chain`). */
  delete(chainId: number): Promise<void>;
  /**
   * Enables it, unless it is enabled: reads first, because the vendor's call flips the switch
   * (`admin-toggle-daily-chain`). Two of these at the same time may cancel each other.
   */
  enable(chainId: number): Promise<void>;
  /** Disables it, unless it is disabled. As `enable`. */
  disable(chainId: number): Promise<void>;
  /**
   * Clears the progress of **all** players; of rolling chains only (`admin-reset-daily-chain`). It cannot be undone. To
   * confirm, pass `{confirm: 'all players'}`.
   */
  reset(chainId: number, confirmation: Confirmation): Promise<void>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createDailyChains(sendCall: SendCall): DailyChains {
  return createChainCalls<
    {daily_chain_id: number},
    DailyChainRow,
    AnsweredDailyChain,
    DailyChainInput,
    DailyChainUpdate
  >(sendCall, {
    name: 'daily_chain',
    inputCheckOf: () => dailyChainInput,
    updateCheckOf: () => dailyChainUpdate,
    created,
    answer: dailyChain,
    page: dailyChainPage,
    toUpdate,
    unknownIn,
  });
}
