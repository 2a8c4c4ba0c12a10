import {type Group, GROUP_NAMES} from '../rows.js';
import {couponCampaigns} from './coupon-campaigns.js';
import {bonuses, coupons, discounts, promoCodes, uniqueOffers} from './item-promotions.js';
import {dailyChains, offerChains} from './numbered-chains.js';
import {promotions} from './promotions.js';
import {rewardChains} from './reward-chains.js';
import {rules} from './rules.js';
import {upsell} from './upsell.js';
import {valuePoints} from './value-points.js';

const ALL = [
  valuePoints,
  rewardChains,
  dailyChains,
  offerChains,
  bonuses,
  discounts,
  coupons,
  promoCodes,
  uniqueOffers,
  rules,
  upsell,
  couponCampaigns,
  promotions,
];

/** The groups in their order. */
export const GROUPS: readonly Group[] = GROUP_NAMES.flatMap(name => ALL.filter(group => group.name === name));
