import {picture} from '../pictures/references.js';
import type {SeedItem} from '../seed/seed-items.js';

/** An item of the shop, as far as rewards and rules speak of it. */
export type Item = SeedItem & {readonly item_id: number};

/** Goods of the vendor's own examples, so that these can be tried as they are. */
const EXAMPLES = ['com.xsolla.booster_1', 'com.xsolla.booster_mega', 'booster_1', 'booster_mega'];

/**
 * The items of the project, each with an id: those the seed's chains give, and a few of the vendor's examples. There is
 * no call here that makes items; a reward of another SKU becomes a virtual good of that name when it is first used.
 */
export class Catalog {
  readonly #items = new Map<string, Item>();
  #lastId = 0;

  constructor(items: readonly SeedItem[]) {
    for (const item of items) this.#add(item);
    for (const sku of EXAMPLES) this.obtain(sku);
  }

  find(sku: string): Item | undefined {
    return this.#items.get(sku);
  }

  findById(id: number): Item | undefined {
    return [...this.#items.values()].find(({item_id}) => item_id === id);
  }

  /** The item of that SKU, which is made when there is none. */
  obtain(sku: string): Item {
    return (
      this.#items.get(sku) ??
      this.#add({sku, name: sku, type: 'virtual_good', description: '', image_url: picture('box')})
    );
  }

  /** An id for a new item, or for what the vendor counts among items: value points. */
  nextId(): number {
    return ++this.#lastId;
  }

  #add(item: SeedItem): Item {
    const known = this.#items.get(item.sku) ?? {...item, item_id: this.nextId()};
    this.#items.set(item.sku, known);
    return known;
  }
}
