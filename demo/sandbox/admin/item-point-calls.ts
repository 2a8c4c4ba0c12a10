import {invalidProperty} from '../envelopes.js';
import {illustrated} from '../pictures/references.js';
import {itemNotFound} from './refusals.js';
import {readBody} from './requests.js';
import {valuePointOf} from './value-point-calls.js';
import {type AddAdminCalls, type AdminCall, noContent, type Visit} from './visit.js';

type ItemPoints = readonly {readonly sku: string; readonly amount: number}[];

/** The calls that say which items give value points. Here nobody buys; contributions are a control call. */
export function addItemPointCalls(add: AddAdminCalls): void {
  add('/items/:value_point_sku/value_points/rewards', {GET: list, PUT: replace, PATCH: patch, DELETE: clear});
}

const list: AdminCall = visit => {
  const {catalog, valuePoints} = visit.office;
  const items = [...valuePoints.itemsOf(valuePointOf(visit, 'value_point_sku'))].map(([sku, amount]) => {
    const {item_id, name, image_url} = catalog.obtain(sku);
    return {item_id, sku, amount, name: {en: name}, image_url};
  });
  return illustrated(visit.c, {items});
};

const replace: AdminCall = async visit => {
  const point = valuePointOf(visit, 'value_point_sku');
  const items = await readItems(visit, 'value-point/items');
  visit.office.valuePoints.setItems(point, items);
  return noContent(visit.c);
};

const patch: AdminCall = async visit => {
  const {valuePoints} = visit.office;
  const point = valuePointOf(visit, 'value_point_sku');
  const items = await readItems(visit, 'value-point/someItems');
  valuePoints.setItems(point, new Map([...valuePoints.itemsOf(point), ...items]));
  return noContent(visit.c);
};

const clear: AdminCall = visit => {
  visit.office.valuePoints.setItems(valuePointOf(visit, 'value_point_sku'), new Map());
  return noContent(visit.c);
};

async function readItems({c, office}: Visit, shape: 'value-point/items' | 'value-point/someItems') {
  const items = await readBody<ItemPoints>(c, shape);
  const amounts = new Map(items.map(({sku, amount}) => [sku, amount]));
  if (amounts.size < items.length) throw invalidProperty('sku', 'must not be there twice');
  const stranger = items.find(({sku}) => !office.catalog.find(sku));
  if (stranger) throw itemNotFound(stranger.sku);
  return amounts;
}
