import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';

import {distanceHoldsMs, formatDistance, formatNumber} from '../../../src/text/numbers.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

for (const [locale, shown] of [
  ['en', '1,234,567.5'],
  ['de', '1.234.567,5'],
  ['en-IN', '12,34,567.5'],
  ['hi-u-nu-deva', '१२,३४,५६७.५'],
] as const) {
  test(`a number is grouped as in ${locale}`, () => assert.equal(formatNumber(1_234_567.5, locale), shown));
}

test('a number shows two decimals at most', () => {
  assert.equal(formatNumber(0.129, 'en'), '0.13');
  assert.equal(formatNumber(0, 'en'), '0');
});

for (const [value, shown] of [
  [2 ** 53 - 1, '9,007,199,254,740,991'],
  [2 ** 53, '≈9.01e+15'],
  [JSON.parse('9007199254740993'), '≈9.01e+15'],
  ['9007199254740993', '9,007,199,254,740,993'],
  ['99999999999999999999', '99,999,999,999,999,999,999'],
  [1e300, '≈1.00e+300'],
  [Number.MAX_VALUE, '≈1.80e+308'],
] as const) {
  test(`${inspect(value)} is shown as ${shown}, exact or said not to be`, () => {
    assert.equal(formatNumber(value as number | string, 'en'), shown);
  });
}

for (const [ms, shown] of [
  [0, 'in 0 seconds'],
  [-999, '0 seconds ago'],
  [-1 * SECOND, '1 second ago'],
  [-2 * MINUTE + 1, '119 seconds ago'],
  [-2 * MINUTE, '2 minutes ago'],
  [-2 * MINUTE - 59 * SECOND, '2 minutes ago'],
  [-2 * HOUR + 1, '119 minutes ago'],
  [-2 * HOUR, '2 hours ago'],
  [-24 * HOUR, '24 hours ago'],
  [-50 * HOUR, '2 days ago'],
  [30 * SECOND, 'in 30 seconds'],
  [3 * HOUR + 59 * MINUTE, 'in 3 hours'],
  [47 * HOUR, 'in 47 hours'],
  [80 * HOUR, 'in 3 days'],
] as const) {
  test(`a distance of ${ms} ms is ${shown}`, () => assert.equal(formatDistance(ms, 'en'), shown));
}

const DISTANCES = [1, 999, 1_000, 61_500, 2 * MINUTE, 5 * MINUTE + 1, 2 * HOUR, 9 * HOUR - 1, 48 * HOUR, 80 * HOUR];

for (const from of [0, ...DISTANCES, ...DISTANCES.map(ms => -ms)]) {
  test(`the words for ${from} ms hold as long as they are said to`, () => {
    const words = (later: number): string => formatDistance(from - later, 'en');
    const holds = distanceHoldsMs(from);

    assert.equal(words(holds - 1), words(0));
    assert.notEqual(words(holds), words(0));
  });
}

test('a day is named in no language, since which one it is depends on the hour', () => {
  assert.equal(formatDistance(50 * HOUR, 'de'), 'in 2 Tagen');
});

test('a distance is shown in the language', () => {
  assert.equal(formatDistance(-2 * MINUTE, 'de'), 'vor 2 Minuten');
});

test('a locale that is none is the browser’s', () => {
  const own = new Intl.NumberFormat().format(1_234.5);
  const ownAge = new Intl.RelativeTimeFormat().format(-5, 'second');

  for (const locale of ['', 'no locale!', 'en_US', '%', 'x'.repeat(100)]) {
    assert.equal(formatNumber(1_234.5, locale), own, locale);
    assert.equal(formatDistance(-5 * SECOND, locale), ownAge, locale);
  }
});

test('a formatter is made once for a locale', t => {
  const NumberFormat = Intl.NumberFormat;
  const made = t.mock.method(Intl, 'NumberFormat', function (tag: string, options: object) {
    return new NumberFormat(tag, options);
  } as never);

  for (let row = 0; row < 10; row++) formatNumber(row, 'fr-CH');

  assert.equal(made.mock.callCount(), 1);
});
