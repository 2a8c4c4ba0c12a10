import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {inPath} from '../input/fields.js';
import {created, offer, offerPage, toUpdate, unknownIn} from './answers.js';
import {externalId as anyExternalId, offerInput, offerUpdate} from './checks.js';
import {createOfferCodes, type OfferCodes} from './codes.js';
import type {UniqueOffer, UniqueOfferInput, UniqueOfferUpdate} from './offer.js';

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
  activate(externalId: string): Promise<void>;
  deactivate(externalId: string): Promise<void>;
  readonly codes: OfferCodes;
};

const LIST = ['unique_catalog_offer'];

/** @param sendCall - Takes paths below the project's `admin`. */
export function createUniqueOffers(sendCall: SendCall): UniqueOffers {
  const pathOf = (externalId: string, ...rest: readonly string[]) =>
    [...LIST, checked(inPath(anyExternalId), externalId, 'externalId'), ...rest] as const;

  const get = async (externalId: string): Promise<UniqueOffer> =>
    read(offer, await sendCall({method: 'GET', path: pathOf(externalId)}));

  const put = async (path: readonly string[], body?: object): Promise<void> => {
    await sendCall({method: 'PUT', path, body});
  };

  return {
    get,
    async create(input) {
      const body = checked(offerInput, input);
      return read(created, await sendCall({method: 'POST', path: LIST, body}));
    },
    list: options =>
      rowsOf(async window => {
        const {items, total_promotions_count} = read(
          offerPage,
          await sendCall({method: 'GET', path: LIST, query: window}),
        );
        return {rows: items, total: total_promotions_count};
      }, options),
    async update(externalId, input) {
      await put(pathOf(externalId), checked(offerUpdate, input));
    },
    async change(externalId, how) {
      const current = await get(externalId);
      const next = await editedBy({current: toUpdate(current), how, schemaOf: () => offerUpdate});
      await put(pathOf(externalId), {...unknownIn(current), ...next});
    },
    async delete(externalId) {
      await sendCall({method: 'DELETE', path: pathOf(externalId)});
    },
    activate: async externalId => await put(pathOf(externalId, 'activate')),
    deactivate: async externalId => await put(pathOf(externalId, 'deactivate')),
    codes: createOfferCodes(sendCall),
  };
}
