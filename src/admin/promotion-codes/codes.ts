import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {externalIdIn} from '../input/external-id.js';
import {addedCode, codePage, generated} from './answers.js';
import * as check from './checks.js';

/** The codes of a coupon, promo code or unique catalog offer, which is named by its `external_id`. */
export type PromotionCodes = {
  /**
   * Adds one code: 1 to 128 letters and digits, case-sensitive. Rejects with `invalid`, 9803, if it exists
   * (`create-coupon-code`, `create-promo-code-code`, `create-unique-catalog-offer-code`).
   */
  add(externalId: string, code: string): Promise<{code: string}>;
  /** All of them, page by page (`get-coupon-codes`, `get-promocode-codes`, `get-unique-catalog-offer-codes`). */
  list(externalId: string, options?: PageOptions): AsyncIterable<string>;
  /**
   * **Adds** 1 to 100,000 new codes, each time it is called; `list` returns them. After `outcome-unknown`, count the
   * codes first: the vendor's call is a PUT, but a second one adds as many codes again (`generate-coupon-codes`,
   * `generate-promo-code-codes`, `generate-unique-catalog-offer-codes`).
   */
  generate(externalId: string, count: number): Promise<{count: number}>;
};

/**
 * @param sendCall - Takes paths below the project's `admin`.
 * @param kind - The first part of the path.
 */
export function createPromotionCodes(sendCall: SendCall, kind: string): PromotionCodes {
  const pathOf = (externalId: string, ...rest: readonly string[]) => [kind, externalIdIn(externalId), 'code', ...rest];
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
