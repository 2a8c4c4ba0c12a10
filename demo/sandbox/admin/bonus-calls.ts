import type {Bonus, BonusInput} from './bonuses.js';
import {countsOf, flagIn, pageOf} from './pages.js';
import {promotionNotFound, promotionNotUpdated} from './refusals.js';
import {readBody} from './requests.js';
import {answeredSchedule, nextReset} from './schedules.js';
import {type AddAdminCalls, type AdminCall, idIn, noContent, type AdminRequest} from './routes.js';

const PATH = '/promotion/:promotion_id/bonus';

/**
 * The calls of bonus promotions. For an unknown one, `update-bonus-promotion` answers 404/9502 like the other calls;
 * the vendor doesn't document this. Dates stay as they were sent.
 */
export function addBonusCalls(add: AddAdminCalls): void {
  add('/promotion', {GET: listAll});
  add('/promotion/bonus', {GET: list, POST: create});
  add(PATH, {GET: get, PUT: update, DELETE: remove});
  add('/promotion/:promotion_id/activate', {PUT: switched(true)});
  add('/promotion/:promotion_id/deactivate', {PUT: switched(false)});
}

const create: AdminCall = async ({c, office}) => {
  const promotion_id = office.bonuses.create(await readInput({c, office}));
  return c.json({promotion_id}, 201);
};

const list: AdminCall = ({c, office}) => {
  const promotions = pageOf(c, office.bonuses.all).rows.map(toAnswer);
  return c.json({promotions, ...countsOf(office.bonuses.all)});
};

/** `get-promotion-list` lists all kinds; the sandbox has bonus promotions only. */
const listAll: AdminCall = ({c, office}) => {
  const enabled = flagIn(c, 'enabled');
  const all = office.bonuses.all.filter(({is_enabled}) => enabled === undefined || is_enabled === enabled);
  const promotions = pageOf(c, all).rows.map(({id, name, is_enabled, date_start = null, date_end = null}) => {
    return {id, type: 'item_bonus', name, is_enabled, date_start, date_end, discount: null};
  });
  return c.json({promotions, ...countsOf(all)});
};

const get: AdminCall = request => request.c.json(toAnswer(promotionOf(request)));

const update: AdminCall = async request => {
  const {id} = promotionOf(request);
  request.office.bonuses.replace(id, await readInput(request));
  return noContent(request.c);
};

const remove: AdminCall = request => {
  request.office.bonuses.delete(promotionOf(request).id);
  return noContent(request.c);
};

function switched(enabled: boolean): AdminCall {
  return ({c, office}) => {
    if (!office.bonuses.enable(idIn(c, 'promotion_id'), enabled)) throw promotionNotUpdated();
    return noContent(c);
  };
}

/** The vendor's schema allows the id in the body, too; the one in the path counts. */
async function readInput({c}: AdminRequest): Promise<BonusInput> {
  const {id: _, ...input} = await readBody<BonusInput & {id?: number}>(c, 'bonus/input');
  return input;
}

function promotionOf({c, office}: AdminRequest): Bonus {
  const id = idIn(c, 'promotion_id');
  const promotion = office.bonuses.get(id);
  if (!promotion) throw promotionNotFound(id, office.projectId);
  return promotion;
}

function toAnswer({limits, date_start = null, date_end = null, ...promotion}: Bonus): object {
  return {...promotion, date_start, date_end, limits: toAnsweredLimits(limits)};
}

/** Limits in answers have another shape than in requests. */
function toAnsweredLimits(limits: Bonus['limits'] = {}): object {
  const schedule = limits.recurrent_schedule?.per_user;
  return {
    per_user: limits.per_user == null ? null : {total: limits.per_user},
    per_item: null,
    recurrent_schedule: schedule ? {per_user: answeredSchedule(schedule, nextReset(schedule, Date.now()))} : null,
  };
}
