import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {backEnd, MERCHANT, PROJECT} from './back-end.js';
import {CHANGES, PUBLIC, READS, WRITES} from './every-call.js';

/**
 * The requests of every call, by the vendor's paths: `v2` and `v3` are those of the project, `company` that of the
 * company, `merchant` those of the Subscriptions API.
 */
const REQUESTS: Readonly<Record<string, string>> = {
  'promotions.create': 'POST company/promotions',
  'promotions.update': 'PUT company/promotions/17840',
  'promotions.delete': 'DELETE company/promotions/17840',
  'promotions.setSubject': 'PUT company/promotions/17840/subject',
  'promotions.setRewards': 'PUT company/promotions/17840/rewards',
  'promotions.attachCampaigns': 'PUT company/promotions/17840/coupons',
  'couponCampaigns.create': 'POST company/coupon_promotions',
  'couponCampaigns.addCode': 'POST company/coupon_promotions/1/coupons',
  'couponCampaigns.redeem': 'POST merchant/projects/44056/coupons/X/redeem',
  'promotions.setPaymentSystems': 'PUT company/promotions/17840/payment_systems',
  'promotions.setPeriods': 'PUT company/promotions/17840/periods',
  'bonuses.create': 'POST v3/admin/promotion/bonus',
  'bonuses.update': 'PUT v3/admin/promotion/1/bonus',
  'bonuses.delete': 'DELETE v3/admin/promotion/1/bonus',
  'bonuses.activate': 'PUT v2/admin/promotion/1/activate',
  'bonuses.deactivate': 'PUT v2/admin/promotion/1/deactivate',
  'bonuses.userLimits.add': 'POST v2/admin/user/limit/promotion/id/1',
  'bonuses.userLimits.set': 'PUT v2/admin/user/limit/promotion/id/1',
  'bonuses.userLimits.remove': 'DELETE v2/admin/user/limit/promotion/id/1',
  'bonuses.userLimits.reset': 'DELETE v2/admin/user/limit/promotion/id/1/all',
  'bonuses.userLimits.resetForEveryone': 'DELETE v2/admin/user/limit/promotion/id/1/all',
  'bonuses.userLimits.resetAllOf': 'DELETE v2/admin/user/limit/promotion/all',
  'discounts.create': 'POST v3/admin/promotion/item',
  'discounts.update': 'PUT v3/admin/promotion/1/item',
  'discounts.delete': 'DELETE v3/admin/promotion/1/item',
  'discounts.activate': 'PUT v2/admin/promotion/1/activate',
  'discounts.deactivate': 'PUT v2/admin/promotion/1/deactivate',
  'discounts.userLimits.add': 'POST v2/admin/user/limit/promotion/id/1',
  'discounts.userLimits.set': 'PUT v2/admin/user/limit/promotion/id/1',
  'discounts.userLimits.remove': 'DELETE v2/admin/user/limit/promotion/id/1',
  'discounts.userLimits.reset': 'DELETE v2/admin/user/limit/promotion/id/1/all',
  'discounts.userLimits.resetForEveryone': 'DELETE v2/admin/user/limit/promotion/id/1/all',
  'discounts.userLimits.resetAllOf': 'DELETE v2/admin/user/limit/promotion/all',
  'coupons.create': 'POST v3/admin/coupon',
  'coupons.update': 'PUT v3/admin/coupon/x',
  'coupons.delete': 'DELETE v3/admin/coupon/x',
  'coupons.activate': 'PUT v2/admin/coupon/x/activate',
  'coupons.deactivate': 'PUT v2/admin/coupon/x/deactivate',
  'coupons.codes.add': 'POST v2/admin/coupon/x/code',
  'coupons.codes.generate': 'PUT v2/admin/coupon/x/code/generate',
  'coupons.userLimits.add': 'POST v2/admin/user/limit/coupon/external_id/x',
  'coupons.userLimits.set': 'PUT v2/admin/user/limit/coupon/external_id/x',
  'coupons.userLimits.remove': 'DELETE v2/admin/user/limit/coupon/external_id/x',
  'promoCodes.create': 'POST v3/admin/promocode',
  'promoCodes.update': 'PUT v3/admin/promocode/x',
  'promoCodes.delete': 'DELETE v3/admin/promocode/x',
  'promoCodes.activate': 'PUT v2/admin/promocode/x/activate',
  'promoCodes.deactivate': 'PUT v2/admin/promocode/x/deactivate',
  'promoCodes.codes.add': 'POST v2/admin/promocode/x/code',
  'promoCodes.codes.generate': 'PUT v2/admin/promocode/x/code/generate',
  'promoCodes.userLimits.add': 'POST v2/admin/user/limit/promocode/external_id/x',
  'promoCodes.userLimits.set': 'PUT v2/admin/user/limit/promocode/external_id/x',
  'promoCodes.userLimits.remove': 'DELETE v2/admin/user/limit/promocode/external_id/x',
  'uniqueOffers.create': 'POST v3/admin/unique_catalog_offer',
  'uniqueOffers.update': 'PUT v3/admin/unique_catalog_offer/x',
  'uniqueOffers.delete': 'DELETE v3/admin/unique_catalog_offer/x',
  'uniqueOffers.activate': 'PUT v2/admin/unique_catalog_offer/x/activate',
  'uniqueOffers.deactivate': 'PUT v2/admin/unique_catalog_offer/x/deactivate',
  'uniqueOffers.codes.add': 'POST v2/admin/unique_catalog_offer/x/code',
  'uniqueOffers.codes.generate': 'PUT v2/admin/unique_catalog_offer/x/code/generate',
  'personalization.create': 'POST v2/admin/user/attribute/rule',
  'personalization.replace': 'PUT v2/admin/user/attribute/rule/1',
  'personalization.patch': 'PATCH v2/admin/user/attribute/rule/1',
  'personalization.delete': 'DELETE v2/admin/user/attribute/rule/1',
  'valuePoints.create': 'POST v2/admin/items/value_points',
  'valuePoints.update': 'PUT v2/admin/items/value_points/sku/x',
  'valuePoints.delete': 'DELETE v2/admin/items/value_points/sku/x',
  'valuePoints.items.replace': 'PUT v2/admin/items/com.xsolla.value_point_1/value_points/rewards',
  'valuePoints.items.patch': 'PATCH v2/admin/items/com.xsolla.value_point_1/value_points/rewards',
  'valuePoints.items.clear': 'DELETE v2/admin/items/com.xsolla.value_point_1/value_points/rewards',
  'upsell.create': 'POST v2/admin/items/upsell',
  'upsell.update': 'PUT v2/admin/items/upsell',
  'upsell.activate': 'PUT v2/admin/items/upsell/activate',
  'upsell.deactivate': 'PUT v2/admin/items/upsell/deactivate',
  'orders.createToken': 'POST v3/admin/payment/token',
  'tokens.create': 'POST company/token',
  'dailyChains.create': 'POST v2/admin/daily_chain',
  'dailyChains.update': 'PUT v2/admin/daily_chain/id/201',
  'dailyChains.delete': 'DELETE v2/admin/daily_chain/id/201',
  'dailyChains.reset': 'POST v2/admin/daily_chain/id/202/reset',
  'offerChains.create': 'POST v2/admin/offer_chain',
  'offerChains.update': 'PUT v2/admin/offer_chain/id/301',
  'offerChains.delete': 'DELETE v2/admin/offer_chain/id/301',
  'rewardChains.create': 'POST v3/admin/reward_chain',
  'rewardChains.update': 'PUT v3/admin/reward_chain/id/101',
  'rewardChains.delete': 'DELETE v3/admin/reward_chain/id/102',
  'rewardChains.reset': 'POST v3/admin/reward_chain/id/101/reset',
  'promotions.get': 'GET company/promotions/17840',
  'promotions.list': 'GET company/promotions',
  'promotions.review': 'GET company/promotions/17840/review',
  'promotions.getSubject': 'GET company/promotions/17840/subject',
  'promotions.getPeriods': 'GET company/promotions/17840/periods',
  'promotions.getRewards': 'GET company/promotions/17840/rewards',
  'couponCampaigns.list': 'GET company/coupon_promotions',
  'couponCampaigns.details': 'GET merchant/projects/44056/coupons/X/details',
  'promotions.getPaymentSystems': 'GET company/promotions/17840/payment_systems',
  'bonuses.get': 'GET v3/admin/promotion/1/bonus',
  'bonuses.list': 'GET v2/admin/promotion/bonus',
  'bonuses.listAll': 'GET v3/admin/promotion',
  'bonuses.userLimits.get': 'GET v2/admin/user/limit/promotion/id/1',
  'discounts.get': 'GET v3/admin/promotion/1/item',
  'discounts.list': 'GET v2/admin/promotion/item',
  'discounts.userLimits.get': 'GET v2/admin/user/limit/promotion/id/1',
  'coupons.get': 'GET v3/admin/coupon/x',
  'coupons.list': 'GET v2/admin/coupon',
  'coupons.codes.list': 'GET v2/admin/coupon/x/code',
  'coupons.codes.limits': 'GET v2/admin/code/limit/coupon/external_id/x',
  'coupons.codes.find': 'GET v2/admin/promotion/redeemable/code/X',
  'coupons.userLimits.get': 'GET v2/admin/user/limit/coupon/external_id/x',
  'promoCodes.get': 'GET v3/admin/promocode/x',
  'promoCodes.list': 'GET v2/admin/promocode',
  'promoCodes.codes.list': 'GET v2/admin/promocode/x/code',
  'promoCodes.codes.limits': 'GET v2/admin/code/limit/promocode/external_id/x',
  'promoCodes.codes.find': 'GET v2/admin/promotion/redeemable/code/X',
  'promoCodes.userLimits.get': 'GET v2/admin/user/limit/promocode/external_id/x',
  'uniqueOffers.get': 'GET v3/admin/unique_catalog_offer/x',
  'uniqueOffers.list': 'GET v2/admin/unique_catalog_offer',
  'uniqueOffers.codes.list': 'GET v2/admin/unique_catalog_offer/x/code',
  'personalization.get': 'GET v2/admin/user/attribute/rule/1',
  'personalization.list': 'GET v2/admin/user/attribute/rule',
  'personalization.all': 'GET v2/admin/user/attribute/rule/all',
  'valuePoints.get': 'GET v2/admin/items/value_points/sku/x',
  'valuePoints.list': 'GET v2/admin/items/value_points, GET v2/admin/items/value_points',
  'valuePoints.items.list': 'GET v2/admin/items/x/value_points/rewards',
  'upsell.get': 'GET v2/admin/items/upsell',
  'orders.search': 'POST v3/admin/order/search',
  'dailyChains.get': 'GET v2/admin/daily_chain/id/201',
  'dailyChains.list': 'GET v2/admin/daily_chain',
  'offerChains.get': 'GET v2/admin/offer_chain/id/301',
  'offerChains.list': 'GET v2/admin/offer_chain',
  'rewardChains.get': 'GET v3/admin/reward_chain/id/101',
  'rewardChains.list': 'GET v3/admin/reward_chain',
  'catalog.items': 'GET v2/items',
  'catalog.item': 'GET v2/items/sku/x',
  'bonuses.change': 'GET v3/admin/promotion/503/bonus, PUT v3/admin/promotion/503/bonus',
  'discounts.change': 'GET v3/admin/promotion/501/item, PUT v3/admin/promotion/501/item',
  'uniqueOffers.change': 'GET v3/admin/unique_catalog_offer/SECRET, PUT v3/admin/unique_catalog_offer/SECRET',
  'upsell.change': 'GET v2/admin/items/upsell, PUT v2/admin/items/upsell',
  'valuePoints.change':
    'GET v2/admin/items/value_points/sku/com.xsolla.value_point_1, PUT v2/admin/items/value_points/sku/com.xsolla.value_point_1',
  'valuePoints.items.change':
    'GET v2/admin/items/com.xsolla.value_point_1/value_points/rewards, PUT v2/admin/items/com.xsolla.value_point_1/value_points/rewards',
  'coupons.change': 'GET v3/admin/coupon/WELCOME, PUT v3/admin/coupon/WELCOME',
  'promoCodes.change': 'GET v3/admin/promocode/WINTER10, PUT v3/admin/promocode/WINTER10',
  'rewardChains.change': 'GET v3/admin/reward_chain/id/101, PUT v3/admin/reward_chain/id/101',
  'rewardChains.disable': 'GET v3/admin/reward_chain/id/101, PUT v3/admin/reward_chain/id/101/toggle',
  'dailyChains.change': 'GET v2/admin/daily_chain/id/201, PUT v2/admin/daily_chain/id/201',
  'dailyChains.disable': 'GET v2/admin/daily_chain/id/201, PUT v2/admin/daily_chain/id/201/toggle',
  'offerChains.change': 'GET v2/admin/offer_chain/id/301, PUT v2/admin/offer_chain/id/301',
  'offerChains.disable': 'GET v2/admin/offer_chain/id/301, PUT v2/admin/offer_chain/id/301/toggle',
  'promotions.change': 'GET company/promotions/17840, PUT company/promotions/17840',
  'promotions.changePeriods': 'GET company/promotions/17840/periods, PUT company/promotions/17840/periods',
  'promotions.disable': 'GET company/promotions/17841, PUT company/promotions/17841/toggle',
};

const PREFIXES = [
  [`/api/v2/project/${PROJECT}`, 'v2'],
  [`/api/v3/project/${PROJECT}`, 'v3'],
  [`/merchant/v2/merchants/${MERCHANT}`, 'company'],
  ['/merchant/v2', 'merchant'],
] as const;

function shorten(path: string): string {
  const [prefix, name] = PREFIXES.find(([known]) => path.startsWith(known)) ?? ['', ''];
  return `${name}${path.slice(prefix.length)}`;
}

describe('Every call of the client', () => {
  const at = backEnd();

  it('is sent with the vendor’s method to the vendor’s path', async () => {
    const seen: Record<string, string> = {};
    let before = 0;
    // Those that read first need records, which some writes delete.
    for (const [name, call] of Object.entries({...CHANGES, ...READS, ...PUBLIC, ...WRITES})) {
      await call(at.admin).catch(() => undefined);
      const log = await at.sandbox.readLog();
      seen[name] = log
        .slice(before)
        .map(({method, path}) => `${method} ${shorten(path)}`)
        .join(', ');
      before = log.length;
    }

    assert.deepEqual(seen, REQUESTS);
  });
});
