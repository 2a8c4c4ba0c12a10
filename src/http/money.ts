import {isRecord} from './parse.js';
import type {Money, Price} from '../offers.js';

/** Digits with a point, as the vendor's catalog has them, up to 16 places after it. */
const DECIMAL = /^\d{1,15}(\.\d{1,16})?$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * An amount with its currency: a JSON number in the vendor's offer chains, a string of digits everywhere else. `undefined`
 * for anything else, such as the SKU of a virtual currency in place of a currency.
 */
export function toMoney(value: unknown): Money | undefined {
  if (!isRecord(value)) return undefined;
  const {amount, currency} = value;
  const text = typeof amount === 'number' ? String(amount) : amount;
  if (typeof text !== 'string' || !DECIMAL.test(text)) return undefined;
  return typeof currency === 'string' && CURRENCY.test(currency) ? {amount: text, currency} : undefined;
}

/** A price with the one before discounts, where the server's is higher; an empty list, as a cart has for a gift, is none. */
export function toPrice(value: unknown): Price | undefined {
  const price = toMoney(value);
  if (!price || !isRecord(value)) return price;
  const without = toMoney({...value, amount: value['amount_without_discount']})?.amount;
  return without !== undefined && isHigher(without, price.amount) ? {...price, withoutDiscount: without} : price;
}

/** Compares decimal strings as strings: `50.0000` and `50` are the same. */
function isHigher(amount: string, other: string): boolean {
  const [[whole, part], [otherWhole, otherPart]] = [digitsOf(amount), digitsOf(other)];
  if (whole.length !== otherWhole.length) return whole.length > otherWhole.length;
  return whole === otherWhole ? part > otherPart : whole > otherWhole;
}

/** The digits before and after the point, without zeros that say nothing. */
function digitsOf(amount: string): [string, string] {
  const [whole = '', part = ''] = amount.split('.');
  return [whole.replace(/^0+/, ''), part.replace(/0+$/, '')];
}
