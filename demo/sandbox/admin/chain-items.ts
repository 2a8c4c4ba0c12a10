import type {SeedContent} from '../seed/seed-items.js';
import type {Catalog} from './catalog.js';

/** An item of a step, as managers write it. */
export type StepItem = {readonly sku: string; readonly quantity?: number};

/** The items of daily and offer chains in their two other forms: for players, and in answers to managers. */
export class ChainItems {
  readonly #catalog: Catalog;
  readonly #contents: ReadonlyMap<string, readonly SeedContent[]>;

  /** @param contents - What is in the bundles of the seed, by their SKUs. */
  constructor(catalog: Catalog, contents: ReadonlyMap<string, readonly SeedContent[]>) {
    this.#catalog = catalog;
    this.#contents = contents;
  }

  /** The item for players. A new SKU becomes a virtual good of that name. */
  forPlayers({sku, quantity = 1}: StepItem): SeedContent {
    const {item_id: _, ...item} = this.#catalog.obtain(sku);
    const content = this.#contents.get(sku);
    return {...item, quantity, ...(content && {content})};
  }

  forManagers({sku, quantity = 1}: StepItem): object {
    const {item_id, name, type, description, image_url, bundle_type = null} = this.#catalog.obtain(sku);
    return {item_id, sku, name: {en: name}, type, description: {en: description}, quantity, image_url, bundle_type};
  }

  /** The numbers of these items, by their SKUs. */
  idsOf(items: readonly StepItem[]): ReadonlyMap<string, number> {
    return new Map(items.map(({sku}) => [sku, this.#catalog.obtain(sku).item_id]));
  }
}
