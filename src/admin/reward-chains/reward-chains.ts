import type {SendCall} from '../connection/connection.js';
import type {PageOptions} from '../connection/pages.js';
import type {Confirmation} from '../input/confirmation.js';
import {createChainCalls} from '../records/chains.js';
import {created, rewardChain, rewardChainPage, toUpdate, unknownIn} from './answers.js';
import {inputCheckOf, updateCheckOf} from './checks.js';
import type {AnsweredRewardChain, RewardChainInput, RewardChainRow, RewardChainUpdate} from './reward-chain.js';

/** Reward chains of the project. A chain with popups and a value point for clans is a clan chain. */
export type RewardChains = {
  /** `admin-create-reward-chain`. Not idempotent: a second call creates another chain. */
  create(input: RewardChainInput): Promise<{reward_chain_id: number}>;
  /** All of them without their steps, page by page, at most 10 per page (`admin-get-reward-chains`). */
  list(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<RewardChainRow>;
  /** Rejects with `not-found` (`admin-get-reward-chain`). */
  get(chainId: number): Promise<AnsweredRewardChain>;
  /**
   * Replaces everything except the value point (`admin-update-reward-chain`): a step whose id is missing is deleted.
   * See `change`.
   */
  update(chainId: number, input: RewardChainUpdate): Promise<void>;
  /**
   * Reads the chain, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the rest
   * is sent back unchanged, including fields that this version does not know. If two changes run at the same time, the
   * later one wins.
   */
  change(
    chainId: number,
    how: (current: RewardChainUpdate) => RewardChainUpdate | Promise<RewardChainUpdate>,
  ): Promise<void>;
  /** `admin-delete-reward-chain`. */
  delete(chainId: number): Promise<void>;
  /**
   * Enables the chain. Reads it first, and sends `admin-toggle-reward-chain` only if it is disabled: the vendor has no
   * other call, and that one flips whatever it finds. If two run at the same time, one may undo the other.
   */
  enable(chainId: number): Promise<void>;
  /** Disables the chain; as `enable`. */
  disable(chainId: number): Promise<void>;
  /**
   * Clears points and progress of **all** players (`admin-reset-reward-chain`). Don't call it while the chain runs:
   * players lose unclaimed rewards. It cannot be undone. To confirm, pass `{confirm: 'all players'}`.
   */
  reset(chainId: number, confirmation: Confirmation): Promise<void>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createRewardChains(sendCall: SendCall): RewardChains {
  return createChainCalls<
    {reward_chain_id: number},
    RewardChainRow,
    AnsweredRewardChain,
    RewardChainInput,
    RewardChainUpdate
  >(sendCall, {
    name: 'reward_chain',
    inputCheckOf: inputCheckOf,
    updateCheckOf: updateCheckOf,
    created,
    answer: rewardChain,
    page: rewardChainPage,
    toUpdate,
    unknownIn,
  });
}
