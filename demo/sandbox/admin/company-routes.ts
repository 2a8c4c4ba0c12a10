import type {Context, Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {Refusal} from '../http/envelopes.js';
import {toInteger} from '../http/numbers.js';
import {addCalls} from '../http/routes.js';
import type {BackOffice} from './back-office.js';
import {credentialsOf, MERCHANT_ID, opensCompany} from './credentials.js';
import {wrongCredentials} from './refusals.js';
import type {AddAdminCalls} from './routes.js';

/** The path of the company below `/merchant/v2`. */
export const COMPANY = '/merchants/:merchant_id';

/**
 * Adds calls of the Subscriptions API, below `/merchant/v2` of the same server. They need a key of the whole company: one
 * of the project alone is 401/1020. Another company's path is not documented; the sandbox answers 404/0.
 */
export function companyCallsOf(app: Hono<SandboxEnv>, office: BackOffice): AddAdminCalls {
  return (path, calls) => {
    const handlers = Object.entries(calls).map(([method, call]) => [
      method,
      async (c: Context<SandboxEnv>) => {
        if (!opensCompany(credentialsOf(c))) throw wrongCredentials();
        const merchant = c.req.param('merchant_id');
        if (merchant !== undefined && toInteger(merchant, 'merchant_id') !== MERCHANT_ID)
          throw new Refusal(404, 0, 'Merchant not found');
        return await call({c, office, version: 'v2'});
      },
    ]);
    addCalls(app, `/merchant/v2${path}`, Object.fromEntries(handlers));
  };
}
