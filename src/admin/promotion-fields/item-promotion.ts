import type {AnsweredCondition} from '../answers/fields.js';
import type {AnsweredDates} from '../answers/periods.js';
import type {PageOptions} from '../connection/pages.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';
import type {PromotionUserLimits} from '../user-limits/promotion-limits.js';
import type {AnsweredLimits, AnsweredPriceCondition, PromotionLimits} from './fields.js';

/** What a bonus and a discount have in common in requests. */
export type ItemPromotionFields = WithPeriods & {
  readonly name: RegionalTexts;
  readonly limits?: PromotionLimits | undefined;
  /** Ids of promotions that can't be combined with this one. */
  readonly excluded_promotions?: readonly number[] | undefined;
};

/** What a bonus and a discount have in common in the vendor's answers. */
export type AnsweredItemPromotion = AnsweredDates & {
  readonly id: number;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
  readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  readonly limits?: AnsweredLimits | null | undefined;
  readonly price_conditions?: readonly AnsweredPriceCondition[] | null | undefined;
  readonly excluded_promotions?: readonly number[] | null | undefined;
};

/**
 * The calls that bonuses and discounts have in common. In the names of the vendor's calls, `*` is `bonus` or `item`,
 * which is its word for discounts.
 */
export type ItemPromotionCalls<Input, Answer> = {
  /** Creates a promotion, which is disabled at first (`create-*-promotion`). Sent twice, it creates two. */
  create(input: Input): Promise<{promotion_id: number}>;
  /** All of them, page by page (`get-*-promotion-list`). */
  list(options?: PageOptions): AsyncIterable<Answer>;
  /** Rejects with `not-found` (`get-*-promotion`). */
  get(promotionId: number): Promise<Answer>;
  /** Replaces **everything**: fields missing from the input are removed (`update-*-promotion`). See `change`. */
  update(promotionId: number, input: Input): Promise<void>;
  /**
   * Reads the promotion, lets `how` return the new version, and replaces it. Only what `how` changes is checked; the
   * rest is sent back unchanged, including fields that this version does not know. If two changes run at the same time,
   * the later one wins.
   */
  change(promotionId: number, how: (current: Input) => Input | Promise<Input>): Promise<void>;
  /** Deletes it permanently (`delete-*-promotion`). */
  delete(promotionId: number): Promise<void>;
  /** `activate-promotion`; an active one stays active. */
  activate(promotionId: number): Promise<void>;
  /** `deactivate-promotion`. */
  deactivate(promotionId: number): Promise<void>;
  /** How often players may still use it; only for a promotion with `limits.per_user`. */
  readonly userLimits: PromotionUserLimits;
};
