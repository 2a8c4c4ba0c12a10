import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {isEnabledIn, switchesOver} from '../connection/switches.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
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
  /** Clears the progress of **all** players; of rolling chains only (`admin-reset-daily-chain`). */
  reset(chainId: number): Promise<void>;
};

const LIST = ['daily_chain'];
const LARGEST_PAGE = 10;

/** @param sendCall - Takes paths below the project's `admin`. */
export function createDailyChains(sendCall: SendCall): DailyChains {
  const pathOf = (chainId: number, ...rest: readonly string[]) =>
    [...LIST, 'id', checked(whole(1), chainId, 'chainId'), ...rest] as const;

  const get = async (chainId: number): Promise<AnsweredDailyChain> =>
    read(dailyChain, await sendCall({method: 'GET', path: pathOf(chainId)}));

  const put = async (path: readonly (string | number)[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };

  return {
    get,
    async create(input) {
      const body = checked(dailyChainInput, input);
      return read(created, await sendCall({method: 'POST', path: LIST, body}));
    },
    list: listOver(sendCall),
    async update(chainId, input) {
      await put(pathOf(chainId), checked(dailyChainUpdate, input));
    },
    async change(chainId, how) {
      const current = await get(chainId);
      const next = await editedBy({current: toUpdate(current), how, schemaOf: () => dailyChainUpdate});
      await put(pathOf(chainId), {...unknownIn(current), ...next});
    },
    async delete(chainId) {
      await sendCall({method: 'DELETE', path: pathOf(chainId)});
    },
    ...switchesOver(
      async chainId => isEnabledIn(await get(chainId)),
      async chainId => await put(pathOf(chainId, 'toggle')),
    ),
    async reset(chainId) {
      await sendCall({method: 'POST', path: pathOf(chainId, 'reset')});
    },
  };
}

function listOver(sendCall: SendCall): DailyChains['list'] {
  return options =>
    rowsOf(
      async window => {
        const query = {...window, enabled: flagOf(options)};
        const {items, has_more} = read(dailyChainPage, await sendCall({method: 'GET', path: LIST, query}));
        return {rows: items, hasMore: has_more};
      },
      options,
      LARGEST_PAGE,
    );
}
