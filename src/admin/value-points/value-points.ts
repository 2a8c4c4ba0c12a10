import {read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {type PageOptions, rowsOf} from '../connection/pages.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {inPath, sku as anySku} from '../input/fields.js';
import {created, toUpdate, unknownIn, valuePoint, valuePointPage} from './answers.js';
import {valuePointInput, valuePointUpdate} from './checks.js';
import {createItemPoints, type ItemPointsOf} from './item-points.js';
import type {ValuePoint, ValuePointInput, ValuePointUpdate} from './value-point.js';

/** Value points of the project: what reward chains count. */
export type ValuePoints = {
  /** `admin-create-value-points`. */
  create(input: ValuePointInput): Promise<{sku: string; item_id: number}>;
  /** All of them, page by page (`admin-get-value-points-list`). */
  list(options?: PageOptions): AsyncIterable<ValuePoint>;
  /** `admin-get-value-point`. */
  get(sku: string): Promise<ValuePoint>;
  /** Replaces everything except the SKU and whether it counts for clans (`admin-update-value-point`). See `change`. */
  update(sku: string, input: ValuePointUpdate): Promise<void>;
  /**
   * Reads, lets `how` return the new version, and replaces. Only what `how` changes is checked; the rest is sent back
   * unchanged. If two changes run at the same time, the later one wins.
   */
  change(sku: string, how: (current: ValuePointUpdate) => ValuePointUpdate | Promise<ValuePointUpdate>): Promise<void>;
  /** `admin-delete-value-point`. */
  delete(sku: string): Promise<void>;
  /** The items whose purchase grants these points. */
  readonly items: ItemPointsOf;
};

const LIST = ['items', 'value_points'];

/** @param sendCall - Takes paths below the project's `admin`. */
export function createValuePoints(sendCall: SendCall): ValuePoints {
  const pathOf = (sku: string) => [...LIST, 'sku', checked(inPath(anySku), sku, 'sku')] as const;

  const get = async (sku: string): Promise<ValuePoint> =>
    read(valuePoint, await sendCall({method: 'GET', path: pathOf(sku)}));

  const put = async (sku: string, body: object): Promise<void> => {
    await sendCall({method: 'PUT', path: pathOf(sku), body: {sku, ...body}});
  };

  return {
    get,
    async create(input) {
      return read(created, await sendCall({method: 'POST', path: LIST, body: checked(valuePointInput, input)}));
    },
    list: options =>
      rowsOf(async window => {
        const {items} = read(valuePointPage, await sendCall({method: 'GET', path: LIST, query: window}));
        return {rows: items};
      }, options),
    async update(sku, input) {
      await put(sku, checked(valuePointUpdate, input));
    },
    async change(sku, how) {
      const current = await get(sku);
      const next = await editedBy({current: toUpdate(current), how, schemaOf: () => valuePointUpdate});
      await put(sku, {...unknownIn(current), ...next});
    },
    async delete(sku) {
      await sendCall({method: 'DELETE', path: pathOf(sku)});
    },
    items: createItemPoints(sendCall),
  };
}
