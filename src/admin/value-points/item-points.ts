import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {inPath, sku as anySku} from '../input/fields.js';
import {itemPoints} from './answers.js';
import {allItemPoints, someItemPoints} from './checks.js';
import type {AnsweredItemPoints, ItemPoints} from './value-point.js';

/** The items whose purchase grants points of one kind. */
export type ItemPointsOf = {
  /** `admin-get-items-value-point-reward`. */
  list(sku: string): Promise<readonly AnsweredItemPoints[]>;
  /** Replaces **all**: items that are not named no longer grant points (`admin-set-items-value-point-reward`). */
  replace(sku: string, items: readonly ItemPoints[]): Promise<void>;
  /** 1 to 100 items, each once; `amount` 0 removes an item's points (`admin-patch-items-value-point-reward`). */
  patch(sku: string, items: readonly ItemPoints[]): Promise<void>;
  /** Reads, lets `how` return the new list, and replaces it. Only changed rows are checked. The later of two changes wins. */
  change(
    sku: string,
    how: (current: readonly ItemPoints[]) => readonly ItemPoints[] | Promise<readonly ItemPoints[]>,
  ): Promise<void>;
  /** Removes these points from all items (`admin-delete-items-value-point-reward`). */
  clear(sku: string): Promise<void>;
};

/** @param sendCall - Takes paths below the project's `admin`. */
export function createItemPoints(sendCall: SendCall): ItemPointsOf {
  const pathOf = (sku: string) => ['items', checked(inPath(anySku), sku, 'sku'), 'value_points', 'rewards'] as const;

  const list = async (sku: string): Promise<readonly AnsweredItemPoints[]> =>
    read(itemPoints, await sendCall({method: 'GET', path: pathOf(sku)})).items;

  const replace = async (sku: string, items: readonly ItemPoints[]): Promise<void> => {
    await sendCall({method: 'PUT', path: pathOf(sku), body: checked(allItemPoints, items, 'items')});
  };

  return {
    list,
    replace,
    async patch(sku, items) {
      await sendCall({method: 'PATCH', path: pathOf(sku), body: checked(someItemPoints, items, 'items')});
    },
    async change(sku, how) {
      const answered = await list(sku);
      const current: readonly ItemPoints[] = answered.map(({sku: item, amount}) => ({sku: item, amount}));
      const body = await editedBy({current, how, schemaOf: () => allItemPoints, name: 'items'});
      await sendCall({method: 'PUT', path: pathOf(sku), body});
    },
    async clear(sku) {
      await sendCall({method: 'DELETE', path: pathOf(sku)});
    },
  };
}
