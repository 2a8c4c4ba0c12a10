import {Codes} from '../codes/codes.js';
import {campaignOf, type Kind, KINDS} from './campaign-calls.js';
import type {ManagedCampaign} from './campaigns.js';
import {campaignOfLimitNotFound, noUserLimit} from './refusals.js';
import type {AddAdminCalls, AdminCall, AdminRequest} from './routes.js';
import {changedLimit, type UserLimit, userInQuery, knownUser} from './user-limits.js';

const NOUNS = {coupon: 'coupon', promocode: 'promo code'} as const;

/** How often players may still use a coupon or a promo code. Changes count at their next attempt. */
export function addCampaignLimitCalls(add: AddAdminCalls): void {
  for (const kind of KINDS) {
    if (kind.type === 'unique_catalog_offer') continue;
    const change = changeOf(kind, NOUNS[kind.type]);
    add(`/user/limit/${kind.type}/external_id/:external_id`, {
      GET: request => {
        const user = userInQuery(request);
        return request.c.json({per_user: limitOf(request, limitedBy(request, kind), user)});
      },
      POST: change('POST'),
      PUT: change('PUT'),
      DELETE: change('DELETE'),
    });
  }
}

function changeOf(kind: Kind, noun: string): (method: 'POST' | 'PUT' | 'DELETE') => AdminCall {
  return method => async request => {
    const campaign = limitedBy(request, kind);
    const limit = (user: string): UserLimit => limitOf(request, campaign, user);
    const {user, available, total} = await changedLimit(request, method, noun, limit);
    request.office.world.of(Codes).setSpent(user, campaign, total - available);
    return request.c.json({per_user: limit(user)});
  };
}

type Limited = ManagedCampaign & {readonly redeem_user_limit: number};

function limitedBy(request: AdminRequest, kind: Kind): Limited {
  const campaign = campaignOf(request, kind, campaignOfLimitNotFound);
  if (campaign.redeem_user_limit === null) throw noUserLimit();
  return campaign as Limited;
}

function limitOf(request: AdminRequest, campaign: Limited, user: string): UserLimit {
  const {user: name} = knownUser(request, user);
  const {redeem_user_limit: total} = campaign;
  return {total, available: Math.max(total - request.office.world.of(Codes).spentBy(name, campaign), 0)};
}
