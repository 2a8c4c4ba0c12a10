import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import {isEnabledIn, switchesOver} from '../connection/switches.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {created, offerChain, offerChainPage, toUpdate, unknownIn} from './answers.js';
import {offerChainInput, offerChainUpdate} from './checks.js';
import type {AnsweredOfferChain, OfferChainInput, OfferChainRow, OfferChainUpdate} from './offer-chain.js';

/** Offer chains of the project: steps that are free or cost money, one after the other. */
export type OfferChains = {
  /** `admin-create-offer-chain`. Not idempotent: a second call creates another chain. */
  create(input: OfferChainInput): Promise<{offer_chain_id: number}>;
  /** All of them without their steps, page by page, at most 10 per page (`admin-get-offer-chains`). */
  list(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<OfferChainRow>;
  /** Rejects with `not-found` (`admin-get-offer-chain`). */
  get(chainId: number): Promise<AnsweredOfferChain>;
  /** Replaces everything (`admin-update-offer-chain`): a step whose id is missing is deleted. See `change`. */
  update(chainId: number, input: OfferChainUpdate): Promise<void>;
  /**
   * Reads the chain, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the rest
   * is sent back unchanged, including fields that this version does not know. If two changes run at the same time, the
   * later one wins.
   */
  change(
    chainId: number,
    how: (current: OfferChainUpdate) => OfferChainUpdate | Promise<OfferChainUpdate>,
  ): Promise<void>;
  /** Deletes it permanently, with all progress; what players got stays theirs (`admin-delete-offer-chain`). */
  delete(chainId: number): Promise<void>;
  /**
   * Enables it, unless it is enabled: reads first, because the vendor's call flips the switch
   * (`admin-toggle-offer-chain`). Two of these at the same time may cancel each other.
   */
  enable(chainId: number): Promise<void>;
  /** Disables it, unless it is disabled: players don't see it, and keep their progress. As `enable`. */
  disable(chainId: number): Promise<void>;
};

const LIST = ['offer_chain'];
const LARGEST_PAGE = 10;

/** @param sendCall - Takes paths below the project's `admin`. */
export function createOfferChains(sendCall: SendCall): OfferChains {
  const pathOf = (chainId: number, ...rest: readonly string[]) =>
    [...LIST, 'id', checked(whole(1), chainId, 'chainId'), ...rest] as const;

  const get = async (chainId: number): Promise<AnsweredOfferChain> =>
    read(offerChain, await sendCall({method: 'GET', path: pathOf(chainId)}));

  const put = async (path: readonly (string | number)[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };

  return {
    get,
    async create(input) {
      const body = checked(offerChainInput, input);
      return read(created, await sendCall({method: 'POST', path: LIST, body}));
    },
    list: listOver(sendCall),
    async update(chainId, input) {
      await put(pathOf(chainId), checked(offerChainUpdate, input));
    },
    async change(chainId, how) {
      const current = await get(chainId);
      const next = await editedBy({current: toUpdate(current), how, schemaOf: () => offerChainUpdate});
      await put(pathOf(chainId), {...unknownIn(current), ...next});
    },
    async delete(chainId) {
      await sendCall({method: 'DELETE', path: pathOf(chainId)});
    },
    ...switchesOver(
      async chainId => isEnabledIn(await get(chainId)),
      async chainId => await put(pathOf(chainId, 'toggle')),
    ),
  };
}

function listOver(sendCall: SendCall): OfferChains['list'] {
  return options =>
    rowsOf(
      async window => {
        const query = {...window, enabled: flagOf(options)};
        const {items, has_more} = read(offerChainPage, await sendCall({method: 'GET', path: LIST, query}));
        return {rows: items, hasMore: has_more};
      },
      options,
      LARGEST_PAGE,
    );
}
