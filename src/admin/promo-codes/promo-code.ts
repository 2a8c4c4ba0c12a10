import type {Coupon, CouponUpdate} from '../coupons/coupon.js';
import type {AnsweredPriceCondition, PercentOff, PriceCondition} from '../promotion-fields/fields.js';

/** A discount on one item. */
export type DiscountedItem = {readonly sku: string; readonly discount: PercentOff};

/** The replaceable fields of a promo code (`Promotions_promocode-update` of the vendor's definition). */
export type PromoCodeUpdate = CouponUpdate & {
  /** On the whole purchase. */
  readonly discount?: PercentOff | {readonly percent: null} | null | undefined;
  /** On single items; at least one. */
  readonly discounted_items?: readonly DiscountedItem[] | null | undefined;
  /** On the price of the whole cart; all must be met. */
  readonly price_conditions?: readonly PriceCondition[] | null | undefined;
  /** On the price of each item; all must be met. */
  readonly item_price_conditions?: readonly PriceCondition[] | null | undefined;
  /** Ids of promotions that can't be combined with this one. */
  readonly excluded_promotions?: readonly number[] | undefined;
};

/** A promo code to create. */
export type PromoCodeInput = PromoCodeUpdate & {
  /** The promo code's own id in the project: 1 to 255 letters, digits, dots, dashes and underscores. */
  readonly external_id: string;
};

/** A promo code in the vendor's answer (`get-promo-code`). */
export type PromoCode = Coupon & {
  readonly discount?: {readonly percent?: string | null | undefined} | null | undefined;
  readonly discounted_items?:
    readonly {readonly sku: string; readonly discount: {readonly percent: string}}[] | null | undefined;
  readonly price_conditions?: readonly AnsweredPriceCondition[] | null | undefined;
  readonly item_price_conditions?: readonly AnsweredPriceCondition[] | null | undefined;
  readonly excluded_promotions?: readonly number[] | null | undefined;
};
