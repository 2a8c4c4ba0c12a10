import type {AnsweredCondition} from '../answers/fields.js';
import type {AnsweredDates} from '../answers/periods.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {RegionalTexts} from '../input/fields.js';
import type {WithPeriods} from '../input/periods.js';
import type {
  AnsweredLimits,
  AnsweredPriceCondition,
  BonusItem,
  PriceCondition,
  PromotionLimits,
} from '../promotion-fields/fields.js';

type BonusFields = WithPeriods & {
  readonly name: RegionalTexts;
  /** The items that come with the purchase. */
  readonly bonus: readonly BonusItem[] | null;
  /** Which players it is for. */
  readonly attribute_conditions?: AttributeConditions | undefined;
  readonly limits?: PromotionLimits | undefined;
  /** Ids of promotions that can't be combined with this one. */
  readonly excluded_promotions?: readonly number[] | undefined;
};

type BoughtItems = {
  /** Items that the purchase must contain; `null` means any purchase. */
  readonly condition: readonly {readonly sku: string}[] | null;
  readonly price_conditions?: null | undefined;
};

type BoughtForPrice = {
  /** Price conditions are allowed only for any purchase. */
  readonly condition: null;
  readonly price_conditions: readonly PriceCondition[];
};

/** A bonus promotion in a request: `Promotions_create-update-bonus-promotion` of the vendor's definition. */
export type BonusPromotionInput = BonusFields & (BoughtItems | BoughtForPrice);

/** A bonus promotion in the vendor's answer: `get-bonus-promotion`. */
export type BonusPromotion = AnsweredDates & {
  readonly id: number;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
  readonly condition?: readonly {readonly sku: string}[] | null | undefined;
  readonly bonus?: readonly BonusItem[] | null | undefined;
  readonly attribute_conditions?: readonly AnsweredCondition[] | null | undefined;
  readonly limits?: AnsweredLimits | null | undefined;
  readonly price_conditions?: readonly AnsweredPriceCondition[] | null | undefined;
  readonly excluded_promotions?: readonly number[] | null | undefined;
};

/** A row of the list of all kinds of promotions: `get-promotion-list`. */
export type AnyPromotion = AnsweredDates & {
  readonly id: number;
  /** `item_bonus`, `item_discount`, `coupon_bonus` and others. */
  readonly type: string;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
};
