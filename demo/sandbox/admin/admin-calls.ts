import type {Hono} from 'hono';
import type {SandboxEnv} from '../env.js';
import type {BackOffice} from './back-office.js';
import {addBonusCalls} from './bonus-calls.js';
import {addOfferCalls} from './offer-calls.js';
import {addPromotionCalls} from './promotion-calls.js';
import {adminCallsOf} from './visit.js';

/** Adds the vendor's server-side calls: below `admin` of the project with Basic authorization, and `/merchant/v2`. */
export function addAdminCalls(app: Hono<SandboxEnv>, office: BackOffice): void {
  const add = adminCallsOf(app, office);
  addBonusCalls(add);
  addOfferCalls(add);
  addPromotionCalls(app, office);
}
