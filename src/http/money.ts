import {isRecord} from './parse.js';
import type {Money} from '../offers.js';

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
