import {Codes} from '../codes/codes.js';
import {methodNotAllowed, codeNotFound} from '../http/envelopes.js';
import {campaignOf, type Kind, KINDS, toAnswer} from './campaign-calls.js';
import type {ManagedCampaign} from './campaigns.js';
import {pageOf} from './pages.js';
import {codeExists} from './refusals.js';
import {readBody} from './requests.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, noContent} from './routes.js';

const CODE = /^[a-zA-Z0-9]{1,128}$/;

/** The switches and the codes of coupons, promo codes and unique offers, which stayed in `/v2`. */
export function addCodeCalls(add: AddAdminCalls): void {
  for (const kind of KINDS) {
    const path = `/${kind.type}/:external_id`;
    add(`${path}/activate`, {PUT: switched(kind, true)});
    add(`${path}/deactivate`, {PUT: switched(kind, false)});
    add(`${path}/code`, {GET: listCodes(kind), POST: addCode(kind)});
    add(`${path}/code/generate`, {PUT: generate(kind)});
  }
  for (const kind of KINDS.filter(({type}) => type !== 'unique_catalog_offer'))
    add(`/code/limit/${kind.type}/external_id/:external_id`, {GET: codeLimits(kind)});
  add('/promotion/redeemable/code/:code', {GET: redeemable});
}

function switched(kind: Kind, enabled: boolean): AdminCall {
  return request => {
    request.office.campaigns.enable(campaignOf(request, kind), enabled);
    return noContent(request.c);
  };
}

function addCode(kind: Kind): AdminCall {
  return async request => {
    const campaign = campaignOf(request, kind);
    const {coupon_code: code} = await readBody<{coupon_code: string}>(request.c, 'campaign/newCode');
    if (!request.office.campaigns.addCode(campaign, code)) throw codeExists();
    return request.c.json({code}, 201);
  };
}

function listCodes(kind: Kind): AdminCall {
  return request => {
    const {rows, total} = pageOf(request.c, codesOf(request, campaignOf(request, kind)));
    return request.c.json({codes: rows.map(code => ({code})), total_count: total});
  };
}

function generate(kind: Kind): AdminCall {
  return async request => {
    const campaign = campaignOf(request, kind);
    const {count} = await readBody<{count: number}>(request.c, 'campaign/count');
    request.office.campaigns.generate(campaign, count);
    return request.c.json({count});
  };
}

/** `get-coupon-code-limit` and `get-promo-code-code-limit`. A code without a limit is not documented; it is left out. */
function codeLimits(kind: Kind): AdminCall {
  return request => {
    const campaign = campaignOf(request, kind);
    const wanted = request.c.req.queries('codes[]');
    const all = codesOf(request, campaign).filter(code => wanted?.includes(code) ?? true);
    const total = campaign.redeem_code_limit;
    const {rows, hasMore} = pageOf(request.c, total === null ? [] : all);
    const items = rows.map(code => ({code, per_code: limitOf(request, code, total ?? 0)}));
    const count = total === null ? 0 : all.length;
    return request.c.json({promotion_id: campaign.id, items, total_items_count: count, has_more: hasMore});
  };
}

function limitOf({office}: AdminRequest, code: string, total: number): object {
  const used = [...office.world.of(Codes).usesOf(code).values()].reduce((sum, times) => sum + times, 0);
  return {total, available: Math.max(total - used, 0), used, reserved: 0};
}

/** `get-redeemable-promotion-by-code`, whose answer has no conditions. */
const redeemable: AdminCall = request => {
  const {c, office} = request;
  const code = c.req.param('code') ?? '';
  if (!CODE.test(code)) throw methodNotAllowed('OPTIONS');
  const owner = office.world.of(Codes).ownerOf(code);
  const campaign = owner && office.campaigns.get(owner.type, owner.external_id);
  if (!campaign || campaign.type === 'unique_catalog_offer') throw codeNotFound();
  const {attribute_conditions: _, price_conditions: __, item_price_conditions: ___, ...others} = campaign;
  const {excluded_promotions: ____, ...shown} = others;
  return c.json(toAnswer(request, shown));
};

function codesOf({office}: AdminRequest, campaign: ManagedCampaign): readonly string[] {
  return [...office.world.of(Codes).codesOf(campaign)];
}
