import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {switchesOver} from '../connection/switches.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
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
   * players lose unclaimed rewards.
   */
  reset(chainId: number): Promise<void>;
};

const LIST = ['reward_chain'];
const LARGEST_PAGE = 10;

/** @param sendCall - Takes paths below the project's `admin`. */
export function createRewardChains(sendCall: SendCall): RewardChains {
  const pathOf = (chainId: number, ...rest: readonly string[]) =>
    [...LIST, 'id', checked(whole(1), chainId, 'chainId'), ...rest] as const;

  const get = async (chainId: number): Promise<AnsweredRewardChain> =>
    read(rewardChain, await sendCall({method: 'GET', path: pathOf(chainId)}));

  const put = async (path: readonly (string | number)[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };

  return {
    get,
    async create(input) {
      const body = checked(inputCheckOf(input), input);
      return read(created, await sendCall({method: 'POST', path: LIST, body}));
    },
    list: listOver(sendCall),
    async update(chainId, input) {
      await put(pathOf(chainId), checked(updateCheckOf(input), input));
    },
    async change(chainId, how) {
      const current = await get(chainId);
      const next = await editedBy({current: toUpdate(current), how, schemaOf: updateCheckOf});
      await put(pathOf(chainId), {...unknownIn(current), ...next});
    },
    async delete(chainId) {
      await sendCall({method: 'DELETE', path: pathOf(chainId)});
    },
    ...switchesOver(
      async chainId => (await get(chainId)).is_enabled,
      async chainId => await put(pathOf(chainId, 'toggle')),
    ),
    async reset(chainId) {
      await sendCall({method: 'POST', path: pathOf(chainId, 'reset')});
    },
  };
}

function listOver(sendCall: SendCall): RewardChains['list'] {
  return options =>
    rowsOf(
      async window => {
        const query = {...window, enabled: flagOf(options)};
        const {items, has_more} = read(rewardChainPage, await sendCall({method: 'GET', path: LIST, query}));
        return {rows: items, hasMore: has_more};
      },
      options,
      LARGEST_PAGE,
    );
}
