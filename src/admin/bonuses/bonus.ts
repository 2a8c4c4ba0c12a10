import type {AnsweredDates} from '../answers/periods.js';
import type {AttributeConditions} from '../input/conditions.js';
import type {BonusItem, PriceCondition} from '../promotion-fields/fields.js';
import type {AnsweredItemPromotion, ItemPromotionFields} from '../promotion-fields/item-promotion.js';

type BonusFields = ItemPromotionFields & {
  /** The items that come with the purchase. */
  readonly bonus: readonly BonusItem[] | null;
  /** Which players it is for. */
  readonly attribute_conditions?: AttributeConditions | undefined;
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
export type BonusPromotion = AnsweredItemPromotion & {
  readonly condition?: readonly {readonly sku: string}[] | null | undefined;
  readonly bonus?: readonly BonusItem[] | null | undefined;
};

/** A row of the list of all kinds of promotions: `get-promotion-list`. */
export type AnyPromotion = AnsweredDates & {
  readonly id: number;
  /** `item_bonus`, `item_discount`, `coupon_bonus` and others. */
  readonly type: string;
  readonly name: Readonly<Record<string, string | null>>;
  readonly is_enabled: boolean;
};
