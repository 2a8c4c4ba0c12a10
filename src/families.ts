import {boards} from './boards/family.js';
import {catalog} from './catalog/family.js';
import {clanSwitch} from './clan-switch/family.js';
import {codes} from './codes/family.js';
import {dailyChains} from './daily-chains/family.js';
import {offerChains} from './offer-chains/family.js';
import {orders} from './orders/family.js';
import {rewardChains} from './reward-chains/family.js';
import type {Family} from './session/context.js';

/** Every family, for a session with all of them. */
export const allFamilies: readonly Family[] = [
  rewardChains,
  boards,
  clanSwitch,
  dailyChains,
  orders,
  offerChains,
  catalog,
  codes,
];
