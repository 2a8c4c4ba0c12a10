import {invalidProperty} from '../http/envelopes.js';
import {illustrated} from '../pictures/references.js';
import {pageOf} from './pages.js';
import {itemNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {twoLetter} from './texts.js';
import type {ValuePoint, ValuePointInput} from './value-points.js';
import {type AddAdminCalls, type AdminCall, noContent, type AdminRequest} from './routes.js';

const PATH = '/items/value_points';

/**
 * The calls of value points. An unknown one is 404/4001, like an unknown item; deleting one in use, or changing its
 * kind, is 422/1102. The vendor documents no code for these.
 */
export function addValuePointCalls(add: AddAdminCalls): void {
  add(PATH, {GET: list, POST: create});
  add(`${PATH}/sku/:item_sku`, {GET: get, PUT: update, DELETE: remove});
}

const create: AdminCall = async ({c, office}) => {
  const input = await readBody<ValuePointInput>(c, 'value-point/input');
  if (office.valuePoints.get(input.sku)) throw invalidProperty('sku', 'is taken');
  const {sku, item_id} = office.valuePoints.create(input);
  return c.json({sku, item_id}, 201);
};

const list: AdminCall = ({c, office}) => illustrated(c, {items: pageOf(c, office.valuePoints.all).rows.map(toAnswer)});

const get: AdminCall = request => {
  const point = valuePointOf(request, 'item_sku');
  return illustrated(request.c, {...toAnswer(point), can_delete: !request.office.rewardChains.count(point)});
};

const update: AdminCall = async request => {
  const {c, office} = request;
  const point = valuePointOf(request, 'item_sku');
  const input = await readBody<ValuePointInput>(c, 'value-point/input');
  if (input.sku !== point.sku) throw invalidProperty('sku', 'must be the one of the path');
  if ((input.is_clan ?? point.is_clan) !== point.is_clan) throw invalidProperty('is_clan', 'cannot be changed');
  office.rewardChains.recount(office.valuePoints.replace(point, input));
  return noContent(c);
};

const remove: AdminCall = request => {
  const point = valuePointOf(request, 'item_sku');
  if (request.office.rewardChains.count(point)) throw invalidProperty('sku', 'is counted by a reward chain');
  request.office.valuePoints.delete(point);
  return noContent(request.c);
};

/** The value point in the path. */
export function valuePointOf({c, office}: AdminRequest, name: string): ValuePoint {
  const sku = c.req.param(name) ?? '';
  const point = office.valuePoints.get(sku);
  if (!point) throw itemNotFound(sku);
  return point;
}

/** A value point in all languages. Missing descriptions are left out: the vendor's are never `null`. */
export function toAnswer({item_id: _, name, description, long_description, ...point}: ValuePoint): object {
  return {
    ...point,
    type: 'value_point',
    name: twoLetter(name),
    ...(description && {description: twoLetter(description)}),
    ...(long_description && {long_description: twoLetter(long_description)}),
  };
}
