import type {PageOptions} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {created} from '../bonuses/answers.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {createRecords} from '../records/records.js';
import {createPromotionLimits, type PromotionUserLimits} from '../user-limits/promotion-limits.js';
import {discount, discountPage, toInput, unknownIn} from './answers.js';
import {discountInput, RELATED_FIELDS} from './checks.js';
import type {Discount, DiscountInput} from './discount.js';

/** Discounts on items of the project, which the vendor calls item promotions. */
export type Discounts = {
  /** Creates a discount, which is disabled at first (`create-item-promotion`). Sent twice, it creates two. */
  create(input: DiscountInput): Promise<{promotion_id: number}>;
  /** All of them, page by page (`get-item-promotion-list`). */
  list(options?: PageOptions): AsyncIterable<Discount>;
  /** Rejects with `not-found` (`get-item-promotion`). */
  get(promotionId: number): Promise<Discount>;
  /** Replaces **everything**: fields missing from the input are removed (`update-item-promotion`). See `change`. */
  update(promotionId: number, input: DiscountInput): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged, including fields that this version does not know. If two changes run at the same time, the later one
   * wins.
   */
  change(promotionId: number, how: (current: DiscountInput) => DiscountInput | Promise<DiscountInput>): Promise<void>;
  /** Deletes it permanently (`delete-item-promotion`). */
  delete(promotionId: number): Promise<void>;
  /** `activate-promotion`; an active one stays active. */
  activate(promotionId: number): Promise<void>;
  /** `deactivate-promotion`. */
  deactivate(promotionId: number): Promise<void>;
  /** How often players may still use it; only for a discount with `limits.per_user`. */
  readonly userLimits: PromotionUserLimits;
};

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
