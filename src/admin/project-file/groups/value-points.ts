import * as v from 'valibot';
import type {ValuePointInput, ValuePointUpdate} from '../../value-points/value-point.js';
import {toUpdate} from '../../value-points/answers.js';
import {allItemPoints, valuePointInput} from '../../value-points/checks.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import {checkedField} from '../checks.js';
import {type Group, type Live, only, type Row, without} from '../rows.js';

type Points = readonly {readonly sku: string; readonly amount: number}[];

const ASSIGNED = ['order', 'is_enabled', 'image_url', 'media_list'];

/** Value points, with the items that give them in `items`. */
export const valuePoints: Group = {
  name: 'value_points',
  identity: 'sku',
  title: 'name',
  assigned: ASSIGNED,
  fixed: ['is_clan'],
  check: row => [
    ...findingsIn(valuePointInput, without(row, 'items')),
    ...checkedField(v.optional(allItemPoints), row, 'items'),
  ],
  async *list({valuePoints: calls}) {
    for await (const point of calls.list()) {
      const {sku, is_clan = false} = point;
      const items = (await calls.items.list(sku)).map(({sku: item, amount}) => ({sku: item, amount}));
      yield {id: sku, row: {sku, ...toUpdate(point), is_clan, ...(items.length && {items: sorted(items)})}};
    }
  },
  async create({valuePoints: calls}, row) {
    return (await calls.create(without(row, 'items') as ValuePointInput)).sku;
  },
  afterCreation: row => without(row, 'items'),
  async change({valuePoints: calls}, {id, row: before}: Live, row: Row) {
    const sku = String(id);
    const fields = without(row, 'sku', 'is_clan', 'items');
    if (!isSame(without(before, 'sku', 'is_clan', 'items'), fields))
      await calls.change(sku, current => ({...only(current, ASSIGNED), ...fields}) as ValuePointUpdate);
    const items = (row['items'] ?? []) as Points;
    if (!isSame({items: before['items']}, {items})) await calls.items.replace(sku, items);
  },
  remove: async ({valuePoints: calls}, sku) => await calls.delete(sku),
};

function sorted(items: Points): Points {
  return [...items].sort((one, other) => (one.sku < other.sku ? -1 : 1));
}
