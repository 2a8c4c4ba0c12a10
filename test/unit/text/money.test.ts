import assert from 'node:assert/strict';
import {test} from 'node:test';

import {formatMoney} from '../../../src/text/money.js';

const shown = (amount: string, currency: string, locale: string): string =>
  formatMoney({amount, currency}, locale).replace(/\s/g, ' ');

for (const [amount, currency, locale, expected] of [
  ['4.99', 'EUR', 'en', '€4.99'],
  ['4.99', 'EUR', 'de', '4,99 €'],
  ['4.9900000000000000', 'USD', 'en-US', '$4.99'],
  ['5', 'USD', 'en-US', '$5.00'],
  ['600', 'JPY', 'en', '¥600'],
  ['1.5', 'KWD', 'en', 'KWD 1.500'],
  ['123456.78', 'EUR', 'en-IN', '€1,23,456.78'],
] as const) {
  test(`${amount} ${currency} is written as ${expected} in ${locale}`, () =>
    assert.equal(shown(amount, currency, locale), expected));
}

test('an amount keeps its digits where a number would lose them', () => {
  assert.equal(shown('123456789012345.67', 'EUR', 'en'), '€123,456,789,012,345.67');
  assert.equal(shown('9007199254740993', 'EUR', 'en'), '€9,007,199,254,740,993.00');
});

test('two currencies of one locale have a format each', () => {
  assert.deepEqual([shown('1', 'EUR', 'fr'), shown('1', 'USD', 'fr')], ['1,00 €', '1,00 $US']);
});
