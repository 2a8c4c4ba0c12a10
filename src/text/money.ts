import type {Money} from '../offers.js';
import {cached} from './formats.js';

type MoneyFormat = Pick<Intl.NumberFormat, 'format'>;

/** One formatter for each currency and locale. */
const formats = new Map<string, Map<string, MoneyFormat>>();

/**
 * An amount in the digits of its currency, such as `€4.99` or `¥600`, written as in `locale`; empty means the browser's.
 * The amount stays a string up to the formatter, so that nothing is calculated with it.
 */
export function formatMoney({amount, currency}: Money, locale: string): string {
  const inCurrency = formats.get(currency) ?? new Map<string, MoneyFormat>();
  formats.set(currency, inCurrency);
  // For engines and test pages whose `Intl` lacks a part.
  const plain: MoneyFormat = {format: value => `${currency} ${value}`};
  const format = cached(inCurrency, locale, plain, tag => new Intl.NumberFormat(tag, {style: 'currency', currency}));
  // The types know no strings yet; every engine that gives digits accepts them.
  return format.format(amount as unknown as number);
}
