import {type Bonuses, createBonuses} from './bonuses/bonuses.js';
import {type Catalog, createCatalog} from './catalog/catalog.js';
import {type CouponCampaigns, createCouponCampaigns} from './coupon-campaigns/coupon-campaigns.js';
import {type Call, connect, type SendCall} from './connection/connection.js';
import {type Coupons, createCoupons} from './coupons/coupons.js';
import {createDailyChains, type DailyChains} from './daily-chains/daily-chains.js';
import {createDiscounts, type Discounts} from './discounts/discounts.js';
import {LiveOpsError} from '../errors.js';
import type {ApiVersion, PromotionCalls} from './connection/versions.js';
import {type AdminOptions, checkOptions} from './options.js';
import {createOfferChains, type OfferChains} from './offer-chains/offer-chains.js';
import {createOrders, type Orders} from './orders/orders.js';
import {createPersonalization, type Personalization} from './personalization/personalization.js';
import {createPromoCodes, type PromoCodes} from './promo-codes/promo-codes.js';
import {createPromotions, type Promotions} from './promotions/promotions.js';
import {createRewardChains, type RewardChains} from './reward-chains/reward-chains.js';
import {createTokens, type Tokens} from './tokens/tokens.js';
import {createUpsell, type Upsell} from './upsell/upsell.js';
import {createUniqueOffers, type UniqueOffers} from './unique-offers/unique-offers.js';
import {createValuePoints, type ValuePoints} from './value-points/value-points.js';

/** What an API key and a project's id give access to. */
export type ProjectAdmin = {
  readonly bonuses: Bonuses;
  readonly discounts: Discounts;
  readonly coupons: Coupons;
  readonly promoCodes: PromoCodes;
  readonly uniqueOffers: UniqueOffers;
  readonly personalization: Personalization;
  readonly valuePoints: ValuePoints;
  readonly rewardChains: RewardChains;
  readonly dailyChains: DailyChains;
  readonly offerChains: OfferChains;
  readonly upsell: Upsell;
  readonly orders: Orders;
  readonly catalog: Catalog;
};

/** What a company's id and an API key for all its projects give access to. */
export type CompanyAdmin = {
  readonly promotions: Promotions;
  readonly couponCampaigns: CouponCampaigns;
  readonly tokens: Tokens;
};

const NOT_COMPANY_WIDE =
  'The Subscriptions API refused the API key: its calls name no project and need a company-wide key, valid in all projects.';
const WRONG_KEY = 'The API key was refused.';

/**
 * The server-side calls. They need an API key: use them in a back end, never in code that players load.
 *
 * Every method sends at most one request, except `change`, `enable`, `disable` and lists; no request is repeated. Input that breaks a
 * documented limit of the vendor is refused before it is sent, with code `config` and the field's path. A refused or
 * failed call rejects with a `LiveOpsError`, with the vendor's code in `vendorCode`. A write without a complete answer
 * is `outcome-unknown`; a write that ends in `server` may have been applied, too.
 *
 * @throws {LiveOpsError} `config`, naming the option that is wrong, and in a browser.
 */
export function createAdmin(
  options: AdminOptions & {projectId: number; merchantId: number},
): ProjectAdmin & CompanyAdmin;
export function createAdmin(options: AdminOptions & {projectId: number}): ProjectAdmin;
export function createAdmin(options: AdminOptions & {merchantId: number}): CompanyAdmin;
export function createAdmin(options: AdminOptions): ProjectAdmin & CompanyAdmin {
  const checked = checkOptions(options);
  const {projectId, merchantId, apiVersions} = checked;
  const store = {...checked, base: checked.storeBase, onRefusedKey: WRONG_KEY};
  const merchant = {...checked, base: checked.merchantBase, onRefusedKey: NOT_COMPANY_WIDE};
  const ofProject = projectId === undefined ? without('projectId') : connect({...store, user: projectId});
  const inVersion = (version: ApiVersion): SendCall => below([version, 'project', projectId ?? 0, 'admin'], ofProject);
  const inProject = inVersion('v2');
  const ofPromotions: PromotionCalls = {
    moved: inVersion(apiVersions.promotions),
    stayed: inProject,
    version: apiVersions.promotions,
  };
  const ofCompany = merchantId === undefined ? without('merchantId') : connect({...merchant, user: merchantId});
  const inCompany = below(['merchants', merchantId ?? 0], ofCompany);
  return {
    promotions: createPromotions(inCompany),
    couponCampaigns: createCouponCampaigns(inCompany, ofCompany),
    tokens: createTokens(inCompany),
    orders: createOrders(inVersion('v3')),
    upsell: createUpsell(inProject),
    catalog: createCatalog(below(['v2', 'project', projectId ?? 0], ofProject)),
    bonuses: createBonuses(ofPromotions),
    discounts: createDiscounts(ofPromotions),
    coupons: createCoupons(ofPromotions),
    promoCodes: createPromoCodes(ofPromotions),
    uniqueOffers: createUniqueOffers(ofPromotions),
    personalization: createPersonalization(inProject),
    valuePoints: createValuePoints(inProject),
    rewardChains: createRewardChains(inVersion(apiVersions.rewardChains)),
    dailyChains: createDailyChains(inProject),
    offerChains: createOfferChains(inProject),
  };
}

function below(parent: Call['path'], sendCall: SendCall): SendCall {
  return async call => await sendCall({...call, path: [...parent, ...call.path]});
}

/** The types rule this out; plain JavaScript learns it with the first call. */
function without(option: 'projectId' | 'merchantId'): SendCall {
  return async () => await Promise.reject(new LiveOpsError('config', `This call needs \`${option}\`.`));
}
