import * as v from 'valibot';
import {type Reader, read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {checked} from '../input/check.js';
import {inPath, whole} from '../input/fields.js';
import type {CampaignFilters, CouponCampaign, CouponCampaignInput, SubscriptionCoupon} from './campaign.js';
import * as check from './checks.js';

/**
 * Coupon campaigns of the Subscriptions API, and their coupons. They have nothing to do with the coupons that
 * `<liveops-redeem-code>` redeems. The API key must be valid in all projects of the company.
 */
export type CouponCampaigns = {
  /** Creates a campaign, without codes (`create-campaign`). Not idempotent: a second call creates another one. */
  create(input: CouponCampaignInput): Promise<{id: number}>;
  /** All of them, page by page, at most 20 per page. Only in the vendor's PHP client (`ListCouponPromotions`). */
  list(options?: PageOptions & CampaignFilters): AsyncIterable<CouponCampaign>;
  /** Adds a code to a campaign (`add-coupon-to-campaign`). */
  addCode(campaignId: number, code: string): Promise<void>;
  /** A coupon by its code (`get-coupon-details`). */
  details(projectId: number, code: string): Promise<SubscriptionCoupon>;
  /**
   * Redeems a coupon for a player (`redeem-coupon`). **Not idempotent**: each call is another redemption, as far
   * as its limits allow. After `outcome-unknown`, compare `details`.
   */
  redeem(projectId: number, code: string, userId: string): Promise<SubscriptionCoupon>;
};

const LARGEST_PAGE = 20;

const created = v.looseObject({id: v.number()});
const rows: Reader<CouponCampaign[]> = v.array(
  v.looseObject({id: v.number(), campaign_code: v.optional(v.string()), project_id: v.optional(v.number())}),
);
const optionalNumber = v.nullish(v.number());
const coupon: Reader<SubscriptionCoupon> = v.looseObject({
  coupon_code: v.optional(v.string()),
  campaign_code: v.optional(v.string()),
  project_id: v.optional(v.number()),
  is_active: v.optional(v.union([v.number(), v.boolean()])),
  redeems_count_remain: optionalNumber,
  redeems_count_for_user: optionalNumber,
  expiration_date: v.nullish(v.string()),
  virtual_currency_amount: optionalNumber,
  virtual_items: v.nullish(v.array(v.unknown())),
});

/**
 * @param inCompany - Takes paths below the company.
 * @param sendCall - Takes paths of the whole API: the calls of coupons name a project.
 */
export function createCouponCampaigns(inCompany: SendCall, sendCall: SendCall): CouponCampaigns {
  const pathOf = (projectId: number, code: string, call: string) =>
    [
      ...['projects', checked(whole(1), projectId, 'projectId')],
      ...['coupons', checked(inPath(check.code), code, 'code'), call],
    ] as const;
  return {
    async create(input) {
      const body = checked(check.campaignInput, input);
      return read(created, await inCompany({method: 'POST', path: ['coupon_promotions'], body}));
    },
    list: ({pageSize, offset, onProgress, ...filters} = {}) =>
      rowsOf(
        async window => {
          const query = {...window, ...checked(check.filters, filters)};
          return {rows: read(rows, await inCompany({method: 'GET', path: ['coupon_promotions'], query}))};
        },
        {pageSize, offset, onProgress},
        LARGEST_PAGE,
      ),
    async addCode(campaignId, code) {
      const path = ['coupon_promotions', checked(whole(1), campaignId, 'campaignId'), 'coupons'];
      await inCompany({method: 'POST', path, body: {coupon_code: checked(check.code, code, 'code')}});
    },
    async details(projectId, code) {
      return read(coupon, await sendCall({method: 'GET', path: pathOf(projectId, code, 'details')}));
    },
    async redeem(projectId, code, userId) {
      const body = {user_id: checked(check.userId, userId, 'userId')};
      return read(coupon, await sendCall({method: 'POST', path: pathOf(projectId, code, 'redeem'), body}));
    },
  };
}
