import type {Seed} from './seed.js';

/** What something costs in real money, and the currency by its ISO 4217 code. */
export type SeedPrice = {readonly amount: number; readonly currency: string};

/** An item that can be bought by itself. */
export type PricedItem = {readonly sku: string; readonly name: string; readonly price: SeedPrice};

/** The item of that SKU, with the price of the first step that sells it; `undefined` if none does. */
export function pricedItem({offer_chains}: Pick<Seed, 'offer_chains'>, sku: string): PricedItem | undefined {
  const steps = offer_chains.flatMap(chain => chain.steps);
  const step = steps.find(({price, item}) => price !== null && item.sku === sku);
  return step?.price ? {sku, name: step.item.name, price: step.price} : undefined;
}
