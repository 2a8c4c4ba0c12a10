import {read} from '../answers/read.js';
import {flagOf, type PageOptions, rowsOf} from '../connection/pages.js';
import type {PromotionCalls} from '../connection/versions.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import {createRecords} from '../records/records.js';
import {createPromotionLimits, type PromotionUserLimits} from '../user-limits/promotion-limits.js';
import {bonus, bonusPage, created, promotionPage, toInput, unknownIn} from './answers.js';
import type {AnyPromotion, BonusPromotion, BonusPromotionInput} from './bonus.js';
import {bonusInput, RELATED_FIELDS} from './checks.js';

/** Bonus promotions of the project: items given with a purchase. */
export type Bonuses = {
  /** Creates a promotion, which is disabled at first (`create-bonus-promotion`). Sent twice, it creates two. */
  create(input: BonusPromotionInput): Promise<{promotion_id: number}>;
  /** All of them, page by page (`get-bonus-promotion-list`). */
  list(options?: PageOptions): AsyncIterable<BonusPromotion>;
  /** Promotions of every kind, including bonus promotions (`get-promotion-list`). */
  listAll(options?: PageOptions & {enabled?: boolean | undefined}): AsyncIterable<AnyPromotion>;
  /** Rejects with `not-found` (`get-bonus-promotion`). */
  get(promotionId: number): Promise<BonusPromotion>;
  /** Replaces **everything**: fields missing from the input are removed (`update-bonus-promotion`). See `change`. */
  update(promotionId: number, input: BonusPromotionInput): Promise<void>;
  /**
   * Reads the promotion, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the
   * rest is sent back unchanged, including fields that this version does not know. If two changes run at the same time,
   * the later one wins.
   */
  change(
    promotionId: number,
    how: (current: BonusPromotionInput) => BonusPromotionInput | Promise<BonusPromotionInput>,
  ): Promise<void>;
  /** Deletes it permanently (`delete-bonus-promotion`). */
  delete(promotionId: number): Promise<void>;
  /** `activate-promotion`; an active one stays active. */
  activate(promotionId: number): Promise<void>;
  /** `deactivate-promotion`. */
  deactivate(promotionId: number): Promise<void>;
  /** How often players may still use it; only for a promotion with `limits.per_user`. */
  readonly userLimits: PromotionUserLimits;
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
