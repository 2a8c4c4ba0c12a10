import type {AttributeConditions} from '../input/conditions.js';
import type {PercentOff, PriceCondition} from '../promotion-fields/fields.js';
import type {AnsweredItemPromotion, ItemPromotionFields} from '../promotion-fields/item-promotion.js';

type DiscountFields = ItemPromotionFields & {
  readonly discount: PercentOff;
  /**
   * Which players it is for. Unlike elsewhere, a list of lists, each with conditions of one type; all must be met. The
   * answer has one list.
   */
  readonly attribute_conditions?: readonly AttributeConditions[] | undefined;
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

/** A discount on items in the vendor's answer (`get-item-promotion`). Its conditions of all types are in one list. */
export type Discount = AnsweredItemPromotion & {
  readonly discount?: {readonly percent?: string | null | undefined} | null | undefined;
  readonly items?: readonly {readonly sku: string}[] | null | undefined;
};
