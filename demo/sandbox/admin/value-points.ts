import type {Amounts, ItemPoints} from '../catalog/item-points.js';
import {picture} from '../pictures/references.js';
import type {SeedChain, SeedValuePoint} from '../reward-chains/seed.js';
import type {Catalog} from './catalog.js';
import {inEnglish, shown, type Texts} from './texts.js';

/** A value point in a request (`admin-create-value-points`). */
export type ValuePointInput = {
  readonly sku: string;
  readonly name: Texts;
  readonly is_clan?: boolean;
  readonly is_enabled?: boolean;
  readonly description?: Texts | null;
  readonly long_description?: Texts | null;
  readonly image_url?: string;
  readonly media_list?: readonly object[];
  readonly order?: number;
};

/** A stored value point, with every default in place. */
export type ValuePoint = Required<ValuePointInput> & {readonly item_id: number};

/**
 * The value points of the project, and the items that grant them. Disabling a value point is stored and shown, but
 * doesn't affect its chains: the vendor doesn't document its effect.
 */
export class ValuePoints {
  readonly #points = new Map<string, ValuePoint>();
  readonly #catalog: Catalog;
  readonly #itemPoints: ItemPoints;

  constructor({chains, catalog, itemPoints}: {chains: readonly SeedChain[]; catalog: Catalog; itemPoints: ItemPoints}) {
    this.#catalog = catalog;
    this.#itemPoints = itemPoints;
    for (const {value_point} of chains) if (!this.get(value_point.sku)) this.create(fromSeed(value_point));
  }

  get all(): readonly ValuePoint[] {
    return [...this.#points.values()].sort((one, other) => one.order - other.order);
  }

  get(sku: string): ValuePoint | undefined {
    return this.#points.get(sku);
  }

  create(input: ValuePointInput): ValuePoint {
    return this.#put(input, this.#catalog.nextId(), input.is_clan ?? false, this.#points.size + 1);
  }

  /** Replaces everything except its SKU, id and kind. */
  replace({sku, item_id, is_clan, order}: ValuePoint, input: ValuePointInput): ValuePoint {
    return this.#put({...input, sku}, item_id, is_clan, order);
  }

  delete({sku}: ValuePoint): void {
    this.#points.delete(sku);
    this.#itemPoints.set(sku, new Map());
  }

  itemsOf({sku}: ValuePoint): Amounts {
    return this.#itemPoints.of(sku);
  }

  /** 0 means the same as leaving the item out. */
  setItems({sku}: ValuePoint, items: Amounts): void {
    this.#itemPoints.set(sku, items);
  }

  #put(input: ValuePointInput, item_id: number, is_clan: boolean, order: number): ValuePoint {
    const image_url = picture(is_clan ? 'clan-point' : 'value-point');
    const texts = {description: null, long_description: null};
    const point = {is_enabled: true, media_list: [], image_url, order, ...texts, ...input, item_id, is_clan};
    this.#points.set(point.sku, point);
    return point;
  }
}

/** A value point as players see it. */
export function toPlayerPoint({
  sku,
  name,
  image_url,
  description,
  long_description,
  is_clan,
}: ValuePoint): SeedValuePoint {
  return {
    sku,
    name: shown(name) ?? sku,
    image_url,
    description: shown(description),
    long_description: shown(long_description),
    is_clan,
  };
}

function fromSeed({sku, name, image_url, description, long_description, is_clan}: SeedValuePoint): ValuePointInput {
  return {
    sku,
    name: {en: name},
    image_url,
    description: inEnglish(description),
    long_description: inEnglish(long_description),
    is_clan,
  };
}
