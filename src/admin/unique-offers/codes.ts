import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {inPath} from '../input/fields.js';
import {addedCode, codePage, generated} from './answers.js';
import * as check from './checks.js';

/** The codes that open a unique catalog offer. */
export type OfferCodes = {
  /**
   * 1 to 128 letters and digits, case-sensitive. Rejects with `invalid`, 9803, if it exists
   * (`create-unique-catalog-offer-code`).
   */
  add(externalId: string, code: string): Promise<{code: string}>;
  /** All of them, page by page (`get-unique-catalog-offer-codes`). */
  list(externalId: string, options?: PageOptions): AsyncIterable<string>;
  /** Creates 1 to 100,000 codes; `list` returns them (`generate-unique-catalog-offer-codes`). */
  generate(externalId: string, count: number): Promise<{count: number}>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createOfferCodes(sendCall: SendCall): OfferCodes {
  const pathOf = (externalId: string, ...rest: readonly string[]) =>
    ['unique_catalog_offer', checked(inPath(check.externalId), externalId, 'externalId'), 'code', ...rest] as const;
  return {
    async add(externalId, code) {
      const body = {coupon_code: checked(check.code, code, 'code')};
      return read(addedCode, await sendCall({method: 'POST', path: pathOf(externalId), body}));
    },
    list: (externalId, options) =>
      rowsOf(async window => {
        const answer = await sendCall({method: 'GET', path: pathOf(externalId), query: window});
        const {codes, total_count} = read(codePage, answer);
        return {rows: codes.map(({code}) => code), total: total_count};
      }, options),
    async generate(externalId, count) {
      const body = {count: checked(check.count, count, 'count')};
      return read(generated, await sendCall({method: 'PUT', path: pathOf(externalId, 'generate'), body}));
    },
  };
}
