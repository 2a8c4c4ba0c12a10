import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {externalIdIn} from '../input/external-id.js';
import type {PromoCode} from '../promo-codes/promo-code.js';
import {promoCode} from '../promo-codes/answers.js';
import {codeLimitPage} from './answers.js';
import * as check from './checks.js';
import {createPromotionCodes, type PromotionCodes} from './codes.js';

/** How often a code may be used, and how often it has been. An unpaid order reserves its use of a promo code. */
export type CodeLimit = {
  readonly code: string;
  readonly per_code: {
    readonly total: number;
    readonly available: number;
    readonly used: number;
    readonly reserved: number;
  };
};

/** Which codes of {@link LimitedCodes.limits}; all without any. */
export type CodeLimitOptions = PageOptions & {readonly codes?: readonly string[] | undefined};

/** The codes of a coupon or promo code. */
export type LimitedCodes = PromotionCodes & {
  /**
   * The limits of all codes or of some, page by page; of a coupon or promo code with `redeem_code_limit`
   * (`get-coupon-code-limit`, `get-promo-code-code-limit`).
   */
  limits(externalId: string, options?: CodeLimitOptions): AsyncIterable<CodeLimit>;
  /**
   * The coupon or promo code that has this code, of either kind; only promo codes have the fields of discounts. The answer has no conditions: `get` has them. Rejects
   * with `not-found`, 9811 (`get-redeemable-promotion-by-code`).
   */
  find(code: string): Promise<PromoCode>;
};

/**
 * @param sendCall - Takes paths below the project's `admin`.
 * @param kind - The first part of the path.
 */
export function createLimitedCodes(sendCall: SendCall, kind: 'coupon' | 'promocode'): LimitedCodes {
  return {
    ...createPromotionCodes(sendCall, kind),
    limits: (externalId, {codes, ...options} = {}) =>
      rowsOf(async window => {
        const path = ['code', 'limit', kind, 'external_id', externalIdIn(externalId)];
        const query = {...window, 'codes[]': checked(check.codes, codes, 'codes')};
        const {items, total_items_count, has_more} = read(codeLimitPage, await sendCall({method: 'GET', path, query}));
        return {rows: items, total: total_items_count, hasMore: has_more};
      }, options),
    async find(code) {
      const path = ['promotion', 'redeemable', 'code', checked(check.code, code, 'code')];
      return read(promoCode, await sendCall({method: 'GET', path}));
    },
  };
}
