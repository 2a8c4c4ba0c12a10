import {illustrated} from '../pictures/references.js';
import {Upsell, type UpsellPlan} from '../upsell/upsell.js';
import {invalidProperty} from '../http/envelopes.js';
import {upsellItemsNotFound} from './refusals.js';
import {readBody} from './requests.js';
import type {AddAdminCalls, AdminCall, AdminRequest} from './routes.js';

const PATH = '/items/upsell';

type Input = Omit<UpsellPlan, 'items'> & Partial<Pick<UpsellPlan, 'items'>>;

/**
 * The calls of the upsell. The vendor gives them the authorization of players; the sandbox takes the API key. A second
 * creation, and a change where there is none, are not documented: 422/1102 here.
 */
export function addUpsellCalls(add: AddAdminCalls): void {
  add(PATH, {GET: get, POST: create, PUT: update});
  add(`${PATH}/:toggle{activate|deactivate}`, {PUT: toggle});
}

/** A list with one row, or none. */
const get: AdminCall = ({c, office}) => {
  const {plan} = office.world.of(Upsell);
  return illustrated(
    c,
    (plan ? [plan] : []).map(({items, ...rest}) => ({...rest, items: items.map(sku => toItem(office, sku))})),
  );
};

const create: AdminCall = async request => {
  const upsell = request.office.world.of(Upsell);
  const plan = await readPlan(request);
  if (upsell.plan) throw invalidProperty('type', 'belongs to an upsell that the project has already');
  upsell.plan = plan;
  return request.c.body(null, 202);
};

const update: AdminCall = async request => {
  const plan = await readPlan(request);
  demandPlan(request);
  request.office.world.of(Upsell).plan = plan;
  return request.c.body(null, 202);
};

const toggle: AdminCall = request => {
  const plan = demandPlan(request);
  request.office.world.of(Upsell).plan = {...plan, is_enabled: request.c.req.param('toggle') === 'activate'};
  return request.c.body(null, 202);
};

function demandPlan({office}: AdminRequest): UpsellPlan {
  const {plan} = office.world.of(Upsell);
  if (!plan) throw invalidProperty('type', 'belongs to an upsell that the project does not have');
  return plan;
}

async function readPlan({c, office}: AdminRequest): Promise<UpsellPlan> {
  const input = await readBody<Input>(c, 'upsell/input');
  const {items = []} = input;
  const strangers = items.filter(sku => !office.catalog.find(sku));
  if (strangers.length > 0) throw upsellItemsNotFound(strangers);
  return {...input, items};
}

function toItem({catalog}: AdminRequest['office'], sku: string): object {
  const {item_id, type, name, bundle_type} = catalog.obtain(sku);
  return {item_id, sku, type, name: {en: name}, ...(bundle_type && {bundle_type})};
}
