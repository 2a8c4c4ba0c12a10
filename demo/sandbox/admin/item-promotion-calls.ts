import type {ManagedCampaign} from './campaigns.js';
import {datesOf, withPeriods} from './dates.js';
import type {BonusInput, DiscountInput, ItemPromotion} from './item-promotion-input.js';
import {countsOf, flagIn, pageOf} from './pages.js';
import {promotionNotFound, promotionNotUpdated} from './refusals.js';
import {readBody} from './requests.js';
import {answeredSchedule, nextReset} from './schedules.js';
import {type AddAdminCalls, type AdminCall, type AdminRequest, idIn, noContent} from './routes.js';

type Kind = ItemPromotion['kind'];

/**
 * The calls of bonus promotions and of item promotions, which are discounts. For an unknown one, the updates answer
 * 404/9502 like the other calls; for bonus promotions, the vendor doesn't document this. Dates stay as they were sent.
 */
export function addItemPromotionCalls(add: AddAdminCalls): void {
  add('/promotion', {GET: listAll});
  for (const kind of ['bonus', 'item'] as const) {
    add(`/promotion/${kind}`, {GET: list(kind), POST: create(kind)});
    add(`/promotion/:promotion_id/${kind}`, {GET: get(kind), PUT: update(kind), DELETE: remove(kind)});
  }
}

/** The switches, which stayed in `/v2`, and don't ask for the kind. */
export function addSwitchCalls(add: AddAdminCalls): void {
  add('/promotion/:promotion_id/activate', {PUT: switched(true)});
  add('/promotion/:promotion_id/deactivate', {PUT: switched(false)});
}

function create(kind: Kind): AdminCall {
  return async request => {
    const promotion_id = request.office.itemPromotions.create(await readInput(request, kind));
    return request.c.json({promotion_id}, 201);
  };
}

function list(kind: Kind): AdminCall {
  return request => {
    const all = request.office.itemPromotions.all.filter(promotion => promotion.kind === kind);
    const promotions = pageOf(request.c, all).rows.map(promotion => toAnswer(request, promotion));
    return request.c.json({promotions, ...countsOf(all)});
  };
}

/** `get-promotion-list`: every kind, by id. */
const listAll: AdminCall = ({c, office, version}) => {
  const enabled = flagIn(c, 'enabled');
  const all = [...office.campaigns.all, ...office.itemPromotions.all]
    .filter(({is_enabled}) => enabled === undefined || is_enabled === enabled)
    .sort((one, other) => one.id - other.id);
  const promotions = pageOf(c, all).rows.map(promotion => {
    const {id, name, is_enabled} = promotion;
    const discount = 'discount' in promotion ? (promotion.discount ?? null) : null;
    return {id, type: typeOf(promotion), name, is_enabled, ...datesOf(version, promotion), discount};
  });
  return c.json({promotions, ...countsOf(all)});
};

/** The vendor's names of kinds, as far as its examples show them. */
function typeOf(promotion: ItemPromotion | ManagedCampaign): string {
  if ('kind' in promotion) return promotion.kind === 'bonus' ? 'item_bonus' : 'item_discount';
  const {type, bonus, discount, discounted_items} = promotion;
  if (type === 'coupon') return 'coupon_bonus';
  if (type === 'unique_catalog_offer') return type;
  const parts = [...(bonus?.length ? ['bonus'] : []), ...(discount || discounted_items ? ['discount'] : [])];
  return ['promocode', ...parts].join('_');
}

function get(kind: Kind): AdminCall {
  return request => request.c.json(toAnswer(request, promotionOf(request, kind)));
}

function update(kind: Kind): AdminCall {
  return async request => {
    const promotion = promotionOf(request, kind);
    request.office.itemPromotions.replace(promotion, await readInput(request, kind));
    return noContent(request.c);
  };
}

function remove(kind: Kind): AdminCall {
  return request => {
    request.office.itemPromotions.delete(promotionOf(request, kind));
    return noContent(request.c);
  };
}

function switched(enabled: boolean): AdminCall {
  return ({c, office}) => {
    const promotion = office.itemPromotions.get(idIn(c, 'promotion_id'));
    if (!promotion) throw promotionNotUpdated();
    office.itemPromotions.enable(promotion, enabled);
    return noContent(c);
  };
}

type Input = Parameters<AdminRequest['office']['itemPromotions']['create']>[0];

/** The vendor's schema allows the id in the body, too; the one in the path counts. */
async function readInput({c, version}: AdminRequest, kind: Kind): Promise<Input> {
  if (kind === 'item') {
    return {...withPeriods(version, await readBody<DiscountInput>(c, `discount/input-${version}`)), kind};
  }
  const {id: _, ...input} = await readBody<BonusInput & {id?: number}>(c, `bonus/input-${version}`);
  return {...withPeriods(version, input), kind};
}

function promotionOf({c, office}: AdminRequest, kind: Kind): ItemPromotion {
  const id = idIn(c, 'promotion_id');
  const promotion = office.itemPromotions.get(id);
  if (promotion?.kind !== kind) throw promotionNotFound(id, office.projectId);
  return promotion;
}

function toAnswer({version, office}: AdminRequest, promotion: ItemPromotion): object {
  const {kind: _, limits, promotion_periods = [], attribute_conditions, ...fields} = promotion;
  const now = office.world.clock.now();
  return {
    ...fields,
    ...datesOf(version, {promotion_periods}),
    // The vendor documents one list in answers, also where requests have several.
    ...(attribute_conditions && {attribute_conditions: attribute_conditions.flat()}),
    limits: toAnsweredLimits(limits, now),
  };
}

/** Limits in answers have another shape than in requests, and their schedules have every field of every kind. */
function toAnsweredLimits(limits: ItemPromotion['limits'] = {}, now: number): object {
  const schedule = limits.recurrent_schedule?.per_user;
  return {
    per_user: limits.per_user == null ? null : {total: limits.per_user},
    per_item: null,
    recurrent_schedule: schedule
      ? {per_user: {day_of_week: null, day_of_month: null, ...answeredSchedule(schedule, nextReset(schedule, now))}}
      : null,
  };
}
