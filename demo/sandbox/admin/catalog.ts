import {picture} from '../pictures/references.js';
import type {SeedItem} from '../seed/seed-items.js';

/** An item of the shop, with the fields that rewards and rules need. */
export type Item = SeedItem & {readonly item_id: number};

/** Goods from the vendor's examples, so that these can be tried unchanged. */
const EXAMPLES = ['com.xsolla.booster_1', 'com.xsolla.booster_mega', 'booster_1', 'booster_mega'];

/**
 * The items of the project, each with an id: the rewards of the seed's chains, and a few from the vendor's examples. No
 * call creates items; a reward with another SKU becomes a virtual good of that name at its first use.
 */
export class Catalog {
  readonly #items = new Map<string, Item>();
  #lastId = 0;

  constructor(items: readonly SeedItem[]) {
    for (const item of items) this.#add(item);
    for (const sku of EXAMPLES) this.obtain(sku);
  }

  get all(): readonly Item[] {
    return [...this.#items.values()];
  }

  find(sku: string): Item | undefined {
    return this.#items.get(sku);
  }

  findById(id: number): Item | undefined {
    return [...this.#items.values()].find(({item_id}) => item_id === id);
  }

  /** The item of that SKU, created if there is none. */
  obtain(sku: string): Item {
    return (
      this.#items.get(sku) ??
      this.#add({sku, name: sku, type: 'virtual_good', description: '', image_url: picture('box')})
    );
  }

  /** An id for a new item or a value point, which the vendor counts as an item. */
  nextId(): number {
    return ++this.#lastId;
  }

  #add(item: SeedItem): Item {
    const known = this.#items.get(item.sku) ?? {...item, item_id: this.nextId()};
    this.#items.set(item.sku, known);
    return known;
  }
}
