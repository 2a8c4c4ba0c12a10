import type {Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import type {Tokens} from '../http/tokens.js';
import type {BackOffice} from './back-office.js';
import {addCampaignCalls} from './campaign-calls.js';
import {addCampaignLimitCalls} from './campaign-limit-calls.js';
import {addCodeCalls} from './code-calls.js';
import {companyCallsOf} from './company-routes.js';
import {addCouponCampaignCalls} from './coupon-campaign-calls.js';
import {addDailyChainCalls} from './daily-chain-calls.js';
import {addItemPointCalls} from './item-point-calls.js';
import {addItemPromotionCalls, addSwitchCalls} from './item-promotion-calls.js';
import {addOfferChainCalls} from './offer-chain-calls.js';
import {addOrderCalls} from './order-calls.js';
import {addPromotionLimitCalls} from './promotion-limit-calls.js';
import {addPromotionCalls} from './promotion-calls.js';
import {addRewardChainCalls} from './reward-chain-calls.js';
import {addRuleCalls} from './rule-calls.js';
import {addTokenCalls} from './token-calls.js';
import {addUpsellCalls} from './upsell-calls.js';
import {addValuePointCalls} from './value-point-calls.js';
import {adminCallsOf, demandKey, demandRuleKey} from './routes.js';

/** Adds the vendor's server-side calls: below `admin` of the project with Basic authorization, and `/merchant/v2`. */
export function addAdminCalls(app: Hono<SandboxEnv>, office: BackOffice, tokens: Tokens): void {
  const add = adminCallsOf(app, office, 'v2', demandKey);
  const addNewer = adminCallsOf(app, office, 'v3', demandKey);
  // The vendor has moved these to `/v3`; both versions work here.
  for (const addMoved of [add, addNewer]) {
    addItemPromotionCalls(addMoved);
    addCampaignCalls(addMoved);
    addRewardChainCalls(addMoved);
  }
  addSwitchCalls(add);
  addCodeCalls(add);
  addCampaignLimitCalls(add);
  addPromotionLimitCalls(add);
  addValuePointCalls(add);
  addItemPointCalls(add);
  addDailyChainCalls(add);
  addOfferChainCalls(add);
  addUpsellCalls(add);
  addOrderCalls(addNewer);
  addRuleCalls(adminCallsOf(app, office, 'v2', demandRuleKey));
  const addInCompany = companyCallsOf(app, office);
  addPromotionCalls(addInCompany);
  addCouponCampaignCalls(addInCompany);
  addTokenCalls(addInCompany, tokens);
}
