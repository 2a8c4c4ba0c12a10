/*
 * The one place where amounts are added, and only to find out which offers cost least together: no result is shown, sent
 * or stored. Everything that a player reads is the server's own amount.
 */
import type {CatalogItem} from './items.js';
import {wayOf} from './rules.js';

/** What an item costs, comparable to others in the same currency. */
export type Cost = {
  /** An ISO 4217 code, `virtual ` and a SKU, or empty for an item that is free. */
  readonly currency: string;
  /** In units of 10⁻¹⁶, the vendor's most decimals. */
  readonly units: bigint;
};

const DECIMALS = 16;

/** `undefined` for an item whose price is unknown. */
export function costOf(item: CatalogItem): Cost | undefined {
  const {price, virtualPrices} = item;
  const way = wayOf(item);
  if (way === 'free') return {currency: '', units: toUnits('0')};
  if (way === 'paid') return price && {currency: price.currency, units: toUnits(price.amount)};
  const [virtual] = virtualPrices;
  return virtual && {currency: `virtual ${virtual.sku}`, units: toUnits(virtual.amount)};
}

function toUnits(amount: string): bigint {
  const [whole = '', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(DECIMALS, '0'));
}
