import type {LocaleMap} from '../input/fields.js';

/** A coupon campaign to create (`create-campaign` of the Subscriptions API). No call changes it afterwards. */
export type CouponCampaignInput = {
  readonly campaign_code: string;
  readonly project_id: number;
  readonly campaign_names: LocaleMap;
  /** Date and time with an offset; absent or `null` is a campaign without an end. */
  readonly expiration_date?: string | null | undefined;
  /**
   * Redemptions of one code, of one code by one player, and of all codes by one player: a whole number from 1, `null`
   * for no limit.
   */
  readonly redeems_count?: number | null | undefined;
  readonly redeems_count_for_user?: number | null | undefined;
  readonly campaign_redeems_count_for_user?: number | null | undefined;
  /** An amount of the project's virtual currency. */
  readonly virtual_currency_amount?: number | null | undefined;
  /** Items. The vendor's pages show the fields of each, the name of the list is that of its answers. */
  readonly virtual_items?: readonly {readonly sku: string; readonly quantity: number}[] | undefined;
  /** A trial of a subscription, days. */
  readonly subscription_coupon?:
    {readonly plan_id: number; readonly product_id: number; readonly trial_period: number} | null | undefined;
};

/** A coupon campaign in the vendor's list. Its answer is not documented: only its id is certain. */
export type CouponCampaign = {
  readonly id: number;
  readonly campaign_code?: string | undefined;
  readonly project_id?: number | undefined;
  readonly [field: string]: unknown;
};

/** Filters of the list of campaigns, as in the vendor's PHP client, which doesn't document the values. */
export type CampaignFilters = {
  readonly project_id?: number | undefined;
  readonly campaign_code?: string | undefined;
  readonly status?: string | undefined;
  readonly has_reward?: string | undefined;
};

/**
 * A coupon in the vendor's answers to `get-coupon-details` and `redeem-coupon`, as its PHP client's tests have it. The
 * vendor documents no field.
 */
export type SubscriptionCoupon = {
  readonly coupon_code?: string | undefined;
  readonly campaign_code?: string | undefined;
  readonly project_id?: number | undefined;
  readonly is_active?: number | boolean | undefined;
  readonly redeems_count_remain?: number | null | undefined;
  readonly redeems_count_for_user?: number | null | undefined;
  readonly expiration_date?: string | null | undefined;
  readonly virtual_currency_amount?: number | null | undefined;
  readonly virtual_items?: readonly unknown[] | null | undefined;
};
