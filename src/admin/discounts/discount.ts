import type {AnsweredCondition} from '../answers/fields.js';
import type {AnsweredDates} from '../answers/periods.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';
import type {
  AnsweredLimits,
  AnsweredPriceCondition,
  PercentOff,
  PriceCondition,
  PromotionLimits,
} from '../promotion-fields/fields.js';

type DiscountFields = WithPeriods & {
  readonly name: RegionalTexts;
  readonly discount: PercentOff;
  /**
   * Which players it is for. Unlike elsewhere, a list of lists, each with conditions of one type; all must be met. The
   * answer has one list.
   */
  readonly attribute_conditions?: readonly AttributeConditions[] | undefined;
  readonly limits?: PromotionLimits | undefined;
  /** Ids of promotions that can't be combined with this one. */
  readonly excluded_promotions?: readonly number[] | undefined;
};

type ForItems = {
  /** The items with the discount. The vendor's examples have an empty list where `price_conditions` choose. */
  readonly items: readonly {readonly sku: string}[];
  readonly price_conditions?: readonly PriceCondition[] | null | undefined;
};

type ForPrices = {
  /** `null` means all items whose price meets the conditions. */
  readonly items: null;
  /** At least one. */
  readonly price_conditions: readonly PriceCondition[];
};

/** A discount on items in a request: `Promotions_create-update-item-promotion` of the vendor's definition. */
export type DiscountInput = DiscountFields & (ForItems | ForPrices);

/** A discount on items in the vendor's answer (`get-item-promotion`). */
export type Discount = AnsweredDates & {
  readonly id: number;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
  readonly discount?: {readonly percent?: string | null | undefined} | null | undefined;
  readonly items?: readonly {readonly sku: string}[] | null | undefined;
  /** Conditions of all types in one list. */
  readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  readonly limits?: AnsweredLimits | null | undefined;
  readonly price_conditions?: readonly AnsweredPriceCondition[] | null | undefined;
  readonly excluded_promotions?: readonly number[] | null | undefined;
};
