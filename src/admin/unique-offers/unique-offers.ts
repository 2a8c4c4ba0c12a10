import type {PageOptions} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {externalIdIn} from '../input/external-id.js';
import {createPromotionCodes, type PromotionCodes} from '../promotion-codes/codes.js';
import {createRecords} from '../records/records.js';
import {created, offer, offerPage, toUpdate, unknownIn} from './answers.js';
import {offerInput, offerUpdate} from './checks.js';
import type {UniqueOffer, UniqueOfferInput, UniqueOfferUpdate} from './offer.js';

/** The codes that open a unique catalog offer. */
export type OfferCodes = PromotionCodes;

/** Unique catalog offers of the project: items that only players with a code see. */
export type UniqueOffers = {
  /** Creates an offer, which is disabled at first (`admin-create-unique-catalog-offer`). */
  create(input: UniqueOfferInput): Promise<{external_id: string}>;
  /** All of them, page by page (`get-unique-catalog-offers`). */
  list(options?: PageOptions): AsyncIterable<UniqueOffer>;
  /** Rejects with `not-found` (`get-unique-catalog-offer`). */
  get(externalId: string): Promise<UniqueOffer>;
  /**
   * Replaces everything except its codes and whether it is enabled (`update-unique-catalog-offer-promotion`). See
   * `change`.
   */
  update(externalId: string, input: UniqueOfferUpdate): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged. If two changes run at the same time, the later one wins.
   */
  change(
    externalId: string,
    how: (current: UniqueOfferUpdate) => UniqueOfferUpdate | Promise<UniqueOfferUpdate>,
  ): Promise<void>;
  /** Deletes it permanently (`delete-unique-catalog-offer-promotion`). */
  delete(externalId: string): Promise<void>;
  /** `activate-unique-catalog-offer`; an active one stays active. */
  activate(externalId: string): Promise<void>;
  /** `deactivate-unique-catalog-offer`. */
  deactivate(externalId: string): Promise<void>;
  /** Its codes. */
  readonly codes: OfferCodes;
};

const LIST = 'unique_catalog_offer';

export function createUniqueOffers(calls: PromotionCalls): UniqueOffers {
  return {
    ...createRecords(calls, {
      list: [LIST],
      pathOf: externalId => [LIST, externalIdIn(externalId)],
      input: offerInput,
      update: offerUpdate,
      created,
      answer: offer,
      page: offerPage,
      toUpdate,
      unknownIn,
    }),
    codes: createPromotionCodes(calls.stayed, LIST),
  };
}
