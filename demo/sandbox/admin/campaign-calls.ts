import type {LiveCode} from '../codes/campaigns.js';
import {Codes} from '../codes/codes.js';
import {invalidProperty, type Refusal} from '../http/envelopes.js';
import type {BackOffice} from './back-office.js';
import type {CampaignInput, ManagedCampaign} from './campaigns.js';
import {datesOf, withPeriods} from './dates.js';
import {countsOf, pageOf} from './pages.js';
import {campaignNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, noContent} from './routes.js';

/** The kinds of campaigns: the first part of their path, which is also what players' calls name them, and their schema. */
export const KINDS = [
  {type: 'coupon', shape: 'coupon'},
  {type: 'promocode', shape: 'promo-code'},
  {type: 'unique_catalog_offer', shape: 'offer'},
] as const satisfies readonly {readonly type: LiveCode['type']; readonly shape: string}[];

export type Kind = (typeof KINDS)[number];

/**
 * The calls of coupons, promo codes and unique catalog offers. The answer to a taken `external_id` is not documented;
 * the sandbox answers 422/1102, as for every other mistake in the body.
 */
export function addCampaignCalls(add: AddAdminCalls): void {
  for (const kind of KINDS) {
    add(`/${kind.type}`, {GET: list(kind), POST: create(kind)});
    add(`/${kind.type}/:external_id`, {GET: get(kind), PUT: update(kind), DELETE: remove(kind)});
  }
}

function create(kind: Kind): AdminCall {
  return async request => {
    const {external_id, ...input} = await readInput<CampaignInput & {external_id: string}>(request, kind, 'input');
    const {campaigns} = request.office;
    if (campaigns.get(kind.type, external_id)) throw invalidProperty('external_id', 'is taken');
    campaigns.create({type: kind.type, external_id}, input);
    return request.c.json({external_id}, 201);
  };
}

function list({type}: Kind): AdminCall {
  return request => {
    const all = request.office.campaigns.of(type);
    const {rows} = pageOf(request.c, all);
    return request.c.json({items: rows.map(campaign => toAnswer(request, campaign)), ...countsOf(all)});
  };
}

function get(kind: Kind): AdminCall {
  return request => request.c.json(toAnswer(request, campaignOf(request, kind)));
}

function update(kind: Kind): AdminCall {
  return async request => {
    const campaign = campaignOf(request, kind);
    request.office.campaigns.replace(campaign, await readInput<CampaignInput>(request, kind, 'replacement'));
    return noContent(request.c);
  };
}

function remove(kind: Kind): AdminCall {
  return request => {
    request.office.campaigns.delete(campaignOf(request, kind));
    return noContent(request.c);
  };
}

async function readInput<Input extends CampaignInput>(
  {c, version}: AdminRequest,
  {shape}: Kind,
  what: 'input' | 'replacement',
): Promise<Input> {
  return withPeriods(version, await readBody<Input>(c, `${shape}/${what}-${version}`));
}

/** @throws Refusal 404/4001. */
export function campaignOf(
  {c, office}: AdminRequest,
  {type}: Kind,
  notFound: (type: Kind['type']) => Refusal = campaignNotFound,
): ManagedCampaign {
  const campaign = office.campaigns.get(type, c.req.param('external_id') ?? '');
  if (!campaign) throw notFound(type);
  return campaign;
}

/** A campaign as `get-coupon`, `get-promo-code` and `get-unique-catalog-offer` show it. */
export function toAnswer(
  {office, version}: Pick<AdminRequest, 'office' | 'version'>,
  campaign: ManagedCampaign,
): object {
  const {type: _, id: __, promotion_periods, ...fields} = campaign;
  return {
    ...fields,
    ...datesOf(version, {...(promotion_periods && {promotion_periods})}),
    total_limit_state: stateOf(office, campaign),
  };
}

/** Nothing reserves a use here: carts have no orders. */
function stateOf({world}: BackOffice, campaign: ManagedCampaign): object | null {
  const {redeem_total_limit: total} = campaign;
  const used = world.of(Codes).usedOf(campaign);
  return total === null ? null : {available: Math.max(total - used, 0), reserved: 0, used};
}
