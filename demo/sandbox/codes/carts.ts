import {createHash} from 'node:crypto';
import type {Seed} from '../seed/seed.js';
import type {SeedPrice} from '../seed/fields.js';
import {pricedItem, toCents} from '../seed/seed-prices.js';

/** A cart takes no more pieces of one item. */
const MOST_PIECES = 1000;

/** A row of a cart: how much of an item that has a price. */
export type CartLine = {readonly sku: string; readonly name: string; readonly quantity: number; readonly cents: number};

/** The one cart of each player. As with the vendor, it has room for one promo code, which it doesn't show. */
export class Carts {
  readonly #seed: Seed;
  readonly #lines = new Map<string, ReadonlyMap<string, number>>();
  readonly #codes = new Map<string, string>();

  constructor(seed: Seed) {
    this.#seed = seed;
  }

  copy(): Carts {
    const copy = new Carts(this.#seed);
    for (const [user, lines] of this.#lines) copy.#lines.set(user, lines);
    for (const [user, code] of this.#codes) copy.#codes.set(user, code);
    return copy;
  }

  idOf(user: string): string {
    return createHash('sha1').update(user).digest('hex');
  }

  /** All prices of a sandbox are in the currency of the first one. */
  get currency(): SeedPrice['currency'] {
    const {catalog_items, offer_chains} = this.#seed;
    const priced = [...catalog_items, ...offer_chains.flatMap(({steps}) => steps)];
    return priced.find(({price}) => price)?.price?.currency ?? 'USD';
  }

  linesOf(user: string): readonly CartLine[] {
    return [...(this.#lines.get(user) ?? [])].flatMap(([sku, quantity]) => {
      const item = pricedItem(this.#seed, sku);
      return item ? {sku, name: item.name, quantity, cents: toCents(item.price) * quantity} : [];
    });
  }

  /** Puts pieces of an item into the cart, in place of those that are there; whether there is such an item. */
  put(user: string, sku: string, quantity: number): boolean {
    if (!pricedItem(this.#seed, sku)) return false;
    this.#lines.set(user, new Map([...(this.#lines.get(user) ?? []), [sku, Math.min(quantity, MOST_PIECES)]]));
    return true;
  }

  clear(user: string): void {
    this.#lines.delete(user);
    this.#codes.delete(user);
  }

  /** The code that is applied; `undefined` for none. */
  codeOf(user: string): string | undefined {
    return this.#codes.get(user);
  }

  /** Applies a code in place of the one before; `undefined` removes it. */
  apply(user: string, code: string | undefined): void {
    if (code === undefined) this.#codes.delete(user);
    else this.#codes.set(user, code);
  }
}
