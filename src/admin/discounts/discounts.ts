import type {PromotionCalls} from '../connection/versions.js';
import {created} from '../bonuses/answers.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import type {ItemPromotionCalls} from '../promotion-fields/item-promotion.js';
import {createRecords} from '../records/records.js';
import {createPromotionLimits} from '../user-limits/promotion-limits.js';
import {discount, discountPage, toInput, unknownIn} from './answers.js';
import {discountInput, RELATED_FIELDS} from './checks.js';
import type {Discount, DiscountInput} from './discount.js';

/** Discounts on items of the project, which the vendor calls item promotions. */
export type Discounts = ItemPromotionCalls<DiscountInput, Discount>;

export function createDiscounts(calls: PromotionCalls): Discounts {
  const pathOf = (promotionId: number) => ['promotion', checked(whole(1), promotionId, 'promotionId')];
  return {
    ...createRecords(calls, {
      list: ['promotion', 'item'],
      pathOf: promotionId => [...pathOf(promotionId), 'item'],
      switchOf: pathOf,
      input: discountInput,
      update: discountInput,
      related: RELATED_FIELDS,
      created,
      answer: discount,
      page: discountPage,
      toUpdate: toInput,
      unknownIn,
    }),
    userLimits: createPromotionLimits(calls.stayed),
  };
}
