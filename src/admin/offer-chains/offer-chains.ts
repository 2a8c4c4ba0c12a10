import type {SendCall} from '../connection/connection.js';
import type {PageOptions} from '../connection/pages.js';
import {createChainCalls} from '../records/chains.js';
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

/** @param sendCall - Takes paths below the project's `admin`. */
export function createOfferChains(sendCall: SendCall): OfferChains {
  const {reset: _, ...calls} = createChainCalls<
    {offer_chain_id: number},
    OfferChainRow,
    AnsweredOfferChain,
    OfferChainInput,
    OfferChainUpdate
  >(sendCall, {
    name: 'offer_chain',
    inputCheckOf: () => offerChainInput,
    updateCheckOf: () => offerChainUpdate,
    created,
    answer: offerChain,
    page: offerChainPage,
    toUpdate,
    unknownIn,
  });
  return calls;
}
