import {type Group, GROUP_NAMES} from '../rows.js';
import {bonuses, coupons, discounts, promoCodes, uniqueOffers} from './promotions.js';
import {rewardChains} from './reward-chains.js';
import {rules} from './rules.js';
import {valuePoints} from './value-points.js';

const ALL = [valuePoints, rewardChains, bonuses, discounts, coupons, promoCodes, uniqueOffers, rules];

/** The groups in their order. */
export const GROUPS: readonly Group[] = GROUP_NAMES.flatMap(name => ALL.filter(group => group.name === name));
