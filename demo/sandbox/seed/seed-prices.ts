import type {SeedPrice} from './fields.js';
import type {Seed} from './seed.js';

/** An item that can be bought by itself. */
export type PricedItem = {readonly sku: string; readonly name: string; readonly price: SeedPrice};

type Priced = Pick<Seed, 'offer_chains' | 'catalog_items'>;

/** The item of that SKU: of the catalog, else with the price of the first step that sells it; `undefined` if none does. */
export function pricedItem({catalog_items, offer_chains}: Priced, sku: string): PricedItem | undefined {
  const item = catalog_items.find(known => known.sku === sku);
  if (item) return item.price ? {sku, name: item.name, price: item.price} : undefined;
  const steps = offer_chains.flatMap(chain => chain.steps);
  const step = steps.find(({price, item: sold}) => price !== null && sold.sku === sku);
  return step?.price ? {sku, name: step.item.name, price: step.price} : undefined;
}

const CENTS = 100;

/** Counted in cents, or € 0.99 three times would be € 2.9699999999999998. */
export function toCents({amount}: SeedPrice): number {
  return Math.round(amount * CENTS);
}

/** Cents as the vendor writes an amount. */
export function toAmount(cents: number): string {
  return (cents / CENTS).toFixed(2);
}
