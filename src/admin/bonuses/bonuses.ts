import {read} from '../answers/read.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import type {ItemPromotionCalls} from '../promotion-fields/item-promotion.js';
import {createRecords} from '../records/records.js';
import {createPromotionLimits} from '../user-limits/promotion-limits.js';
import {bonus, bonusPage, created, promotionPage, toInput, unknownIn} from './answers.js';
import type {AnyPromotion, BonusPromotion, BonusPromotionInput} from './bonus.js';
import {bonusInput, RELATED_FIELDS} from './checks.js';

/** Bonus promotions of the project: items given with a purchase. */
export type Bonuses = ItemPromotionCalls<BonusPromotionInput, BonusPromotion> & {
  /** Promotions of every kind, including bonus promotions (`get-promotion-list`). */
  listAll(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<AnyPromotion>;
};

export function createBonuses(calls: PromotionCalls): Bonuses {
  const pathOf = (promotionId: number) => ['promotion', checked(whole(1), promotionId, 'promotionId')];
  return {
    ...createRecords(calls, {
      list: ['promotion', 'bonus'],
      pathOf: promotionId => [...pathOf(promotionId), 'bonus'],
      switchOf: pathOf,
      input: bonusInput,
      update: bonusInput,
      related: RELATED_FIELDS,
      created,
      answer: bonus,
      page: bonusPage,
      toUpdate: toInput,
      unknownIn,
    }),
    listAll: options =>
      rowsOf(async window => {
        const query = {...window, enabled: flagOf(options)};
        return read(promotionPage, await calls.moved({method: 'GET', path: ['promotion'], query}));
      }, options),
    userLimits: createPromotionLimits(calls.stayed),
  };
}
