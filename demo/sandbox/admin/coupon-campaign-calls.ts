import {invalidProperty} from '../http/envelopes.js';
import {toInteger} from '../http/numbers.js';
import {COMPANY} from './company-routes.js';
import type {Campaign, CampaignInput, Coupon} from './coupon-campaigns.js';
import {pageOf} from './pages.js';
import * as refuse from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn, noContent} from './routes.js';

const LIST = `${COMPANY}/coupon_promotions`;
const COUPON = '/projects/:project_id/coupons/:code';

/** The vendor documents no maximum; its PHP client's test asks for 20. */
const PAGE_SIZE = 20;

/**
 * The calls of coupon campaigns. Of refusals, only 403 for a campaign of somebody else is known. The vendor's PHP client
 * reads a coupon without `/details`.
 */
export function addCouponCampaignCalls(add: AddAdminCalls): void {
  add(LIST, {GET: list, POST: create});
  add(`${LIST}/:campaign_id/coupons`, {POST: addCode});
  add(COUPON, {GET: details});
  add(`${COUPON}/details`, {GET: details});
  add(`${COUPON}/redeem`, {POST: redeem});
}

const create: AdminCall = async ({c, office}) => {
  const input = await readBody<CampaignInput>(c, 'coupon-campaign/input');
  if (input.project_id !== office.projectId) throw invalidProperty('project_id', 'must be a project of the company');
  return c.json({id: office.couponCampaigns.create(input)}, 201);
};

/** A bare list, as of promotions. The values of `status` and `has_reward` are not documented, and are not read. */
const list: AdminCall = ({c, office}) => {
  const project = c.req.query('project_id');
  const code = c.req.query('campaign_code');
  const isWanted = ({project_id, campaign_code}: Campaign): boolean =>
    (project === undefined || toInteger(project, 'project_id') === project_id) &&
    (code === undefined || code === campaign_code);
  return c.json(pageOf(c, office.couponCampaigns.all.filter(isWanted), PAGE_SIZE).rows);
};

const addCode: AdminCall = async ({c, office}) => {
  const campaign = office.couponCampaigns.get(idIn(c, 'campaign_id'));
  if (!campaign) throw refuse.campaignDenied();
  const {coupon_code} = await readBody<{coupon_code: string}>(c, 'coupon-campaign/newCode');
  if (!office.couponCampaigns.addCode(campaign, coupon_code)) throw invalidProperty('coupon_code', 'is taken');
  return noContent(c);
};

const details: AdminCall = request => request.c.json(toAnswer(request, couponOf(request)));

const redeem: AdminCall = async request => {
  const coupon = couponOf(request);
  const {user_id} = await readBody<{user_id: string}>(request.c, 'coupon-campaign/redemption');
  const refusal = request.office.couponCampaigns.redeem(coupon, user_id);
  if (refusal) throw invalidProperty('code', refusal === 'expired' ? 'has expired' : 'is used up');
  return request.c.json(toAnswer(request, coupon));
};

function couponOf({c, office}: AdminRequest): Coupon {
  const coupon = office.couponCampaigns.coupon(c.req.param('code') ?? '');
  if (!coupon || coupon.campaign.project_id !== idIn(c, 'project_id')) throw refuse.subscriptionCouponNotFound();
  return coupon;
}

/** As in the tests of the vendor's PHP client. */
function toAnswer({office}: AdminRequest, coupon: Coupon): object {
  const {campaign_code, project_id, virtual_currency_amount = null, virtual_items = [], ...rest} = coupon.campaign;
  const {expiration_date = null, redeems_count_for_user = null} = rest;
  return {
    coupon_id: coupon.id,
    project_id,
    coupon_code: coupon.code,
    campaign_code,
    virtual_currency_amount,
    is_active: office.couponCampaigns.isExpired(coupon.campaign) ? 0 : 1,
    redeems_count_remain: office.couponCampaigns.remaining(coupon),
    redeems_count_for_user,
    expiration_date,
    virtual_items,
  };
}
