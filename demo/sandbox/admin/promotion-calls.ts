import type {Context, Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {Refusal} from '../http/envelopes.js';
import {toInteger} from '../http/numbers.js';
import {addCalls} from '../http/routes.js';
import type {BackOffice} from './back-office.js';
import {credentialsOf, MERCHANT_ID, opensCompany} from './credentials.js';
import type {PaymentSystem, Period, SubscriptionPromotion} from './promotions.js';
import {readOnlyPromotion, subscriptionPromotionNotFound, wrongCredentials} from './refusals.js';
import {readBody} from './requests.js';

const PATH = '/merchant/v2/merchants/:merchant_id/promotions/:promotion_id';

/**
 * The calls of the Subscriptions API, below `/merchant/v2` of the same server. They need a key of the whole company:
 * one of the project alone is 401/1020. Another company's path is not documented; the sandbox answers 404/0.
 */
export function addPromotionCalls(app: Hono<SandboxEnv>, office: BackOffice): void {
  addCalls(app, `${PATH}/payment_systems`, {
    GET: c => {
      const {id, paymentSystems} = promotionOf(c, office);
      return c.json({id, payment_systems: paymentSystems});
    },
    PUT: async c => {
      const promotion = promotionOf(c, office);
      const {payment_systems} = await readBody<{payment_systems: PaymentSystem[]}>(c, 'promotion/systems');
      return done(c, office.promotions.setPaymentSystems(promotion, payment_systems));
    },
  });
  addCalls(app, `${PATH}/periods`, {
    PUT: async c => {
      const promotion = promotionOf(c, office);
      const {periods} = await readBody<{periods: Period[]}>(c, 'promotion/periods');
      return done(c, office.promotions.setPeriods(promotion, periods));
    },
  });
}

function promotionOf(c: Context<SandboxEnv>, office: BackOffice): SubscriptionPromotion {
  if (!opensCompany(credentialsOf(c))) throw wrongCredentials();
  if (toInteger(c.req.param('merchant_id'), 'merchant_id') !== MERCHANT_ID)
    throw new Refusal(404, 0, 'Merchant not found');
  const promotion = office.promotions.get(toInteger(c.req.param('promotion_id'), 'promotion_id'));
  if (!promotion) throw subscriptionPromotionNotFound();
  return promotion;
}

function done(c: Context<SandboxEnv>, isAllowed: boolean): Response {
  if (!isAllowed) throw readOnlyPromotion();
  return c.body(null, 204);
}
