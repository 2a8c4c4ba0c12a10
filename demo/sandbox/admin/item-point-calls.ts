import {invalidProperty} from '../http/envelopes.js';
import {illustrated} from '../pictures/references.js';
import {itemNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {valuePointOf} from './value-point-calls.js';
import {type AddAdminCalls, type AdminCall, noContent, type AdminRequest} from './routes.js';

type ItemPoints = readonly {readonly sku: string; readonly amount: number}[];

/** The calls that assign value points to items. Players see them in the catalog at once. */
export function addItemPointCalls(add: AddAdminCalls): void {
  add('/items/:value_point_sku/value_points/rewards', {GET: list, PUT: replace, PATCH: patch, DELETE: clear});
}

const list: AdminCall = request => {
  const {catalog, valuePoints} = request.office;
  const items = [...valuePoints.itemsOf(valuePointOf(request, 'value_point_sku'))].map(([sku, amount]) => {
    const {item_id, name, image_url} = catalog.obtain(sku);
    return {item_id, sku, amount, name: {en: name}, image_url};
  });
  return illustrated(request.c, {items});
};

const replace: AdminCall = async request => {
  const point = valuePointOf(request, 'value_point_sku');
  const items = await readItems(request, 'value-point/items');
  request.office.valuePoints.setItems(point, items);
  return noContent(request.c);
};

const patch: AdminCall = async request => {
  const {valuePoints} = request.office;
  const point = valuePointOf(request, 'value_point_sku');
  const items = await readItems(request, 'value-point/someItems');
  valuePoints.setItems(point, new Map([...valuePoints.itemsOf(point), ...items]));
  return noContent(request.c);
};

const clear: AdminCall = request => {
  request.office.valuePoints.setItems(valuePointOf(request, 'value_point_sku'), new Map());
  return noContent(request.c);
};

async function readItems({c, office}: AdminRequest, shape: 'value-point/items' | 'value-point/someItems') {
  const items = await readBody<ItemPoints>(c, shape);
  const amounts = new Map(items.map(({sku, amount}) => [sku, amount]));
  if (amounts.size < items.length) throw invalidProperty('sku', 'must not be there twice');
  const stranger = items.find(({sku}) => !office.catalog.find(sku));
  if (stranger) throw itemNotFound(stranger.sku);
  return amounts;
}
