import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';

import {
  defined,
  dropped,
  isRecord,
  toAmount,
  toId,
  toImageUrl,
  toRecords,
  toText,
  toTime,
  toUnixTime,
} from '../../../src/http/parse.js';

const STRANGE = [null, undefined, true, false, {}, [], [1], () => 1, Symbol('x'), NaN, Infinity, -Infinity];

/** Checks `read` on each input, and that what no field holds gives `nothing`. */
function reads<T>(read: (value: unknown) => T, nothing: T, table: readonly (readonly [unknown, T])[]): void {
  for (const [value, expected] of table) assert.deepEqual(read(value), expected, inspect(value));
  for (const value of STRANGE) assert.deepEqual(read(value), nothing, inspect(value));
}

test('an amount is a number from 0, or its digits', () => {
  const good = [0, 1, 555, 0.5, 19.99, 2 ** 53 - 1].map(value => [value, value] as const);
  const bad = [-1, -0.01, '', ' 1', '-1', '1.', '.5', '1,5', '1e3', '0x10', '1'.repeat(16), '１２'];

  reads(toAmount, null, [
    ...good,
    ...bad.map(value => [value, null] as const),
    ['0', 0],
    ['0012', 12],
    ['9'.repeat(15), 999_999_999_999_999],
  ]);
});

test('an amount that a server added up in floating point is rounded to two decimals, and not lost', () => {
  reads(toAmount, null, [
    [0.1 + 0.2, 0.3],
    [499.99999999999994, 500],
    [166.66 + 166.67 + 166.67, 500],
    [1.004999, 1],
    [0.001, 0],
    [-1e-12, 0],
    ['600.00', 600],
    ['19.989999999999998', 19.99],
  ]);
});

test('an amount beyond exact whole numbers is kept as near as it can be', () => {
  assert.equal(toAmount(JSON.parse('9007199254740993')), 9007199254740992);
  assert.equal(toAmount(JSON.parse('1e400')), null);
});

test('an amount of minus zero is zero', () => {
  assert.ok(Object.is(toAmount(JSON.parse('-0')), 0));
});

test('an id is a whole number from 1, or its digits', () => {
  const wrong = [0, -1, 1.5, 1.001, 2 ** 53, 1e300, '', '0', 'x', '1/../2', '1e2', '1.0'];
  const bad = wrong.map(value => [value, undefined] as const);

  reads(toId, undefined, [...bad, [1, 1], [101, 101], ['101', 101], [2 ** 53 - 1, 2 ** 53 - 1]]);
});

test('a text has something in it; a number becomes its digits', () => {
  reads(toText, undefined, [
    ['', undefined],
    [' \n\t\u00a0', undefined],
    ['Rocket', 'Rocket'],
    [' Rocket ', ' Rocket '],
    [42, '42'],
    [0, '0'],
  ]);
});

test('an image has an absolute https address, or one of this machine, without credentials', () => {
  const longest = `https://cdn.example/${'x'.repeat(2_028)}`;
  const bad = [
    ...['', 'a.png', '/a.png', '//cdn.example/a.png', 'http://cdn.example/a.png', 'https://'],
    ...['javascript:alert(1)', 'java\nscript:alert(1)', 'data:image/png;base64,AA==', 'blob:https://a/b', 'file:///a'],
    ...[' javascript:alert(1)', '\u0000javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'about:blank'],
    ...['javascript://localhost/%0aalert(1)', 'javascript://127.0.0.1/%0aalert(1)', 'filesystem:https://a/b'],
    ...['ftp://cdn.example/a.png', 'ws://cdn.example/a', 'view-source:https://a', 'https://[::1', `${longest}x`],
    ...['http://10.0.0.1/a.png', 'http://[::2]/a', 'http://127.0.0.1@evil.example/a', 'http://127.0.0.1.evil.example/'],
    ...['https://me@cdn.example/a.png', 'https://me:pass@cdn.example/a.png', 'https://:pass@cdn.example/a.png'],
  ];

  reads(toImageUrl, undefined, [
    ...bad.map(value => [value, undefined] as const),
    ['https://cdn.example/a b.png', 'https://cdn.example/a%20b.png'],
    ['HTTPS://CDN.example/a.png?x=1', 'https://cdn.example/a.png?x=1'],
    [longest, longest],
    ['http://127.0.0.1:8787/a.png', 'http://127.0.0.1:8787/a.png'],
    ['http://127.16.254.100/a.png', 'http://127.16.254.100/a.png'],
    ['http://localhost:8787/a.png', 'http://localhost:8787/a.png'],
    ['http://[::1]/a.png', 'http://[::1]/a.png'],
    ['http://me@localhost/a.png', undefined],
    ['http://localhost.evil.example/a.png', undefined],
  ]);
});

test('a date text is milliseconds since 1970', () => {
  reads(toTime, undefined, [
    ['1970-01-01T00:00:01+00:00', 1_000],
    ['2023-05-01T02:00:00+02:00', Date.UTC(2023, 4, 1)],
    ['', undefined],
    ['soon', undefined],
    [1_000, undefined],
  ]);
});

test('a Unix time may count seconds or milliseconds', () => {
  reads(toUnixTime, undefined, [
    [1_746_057_600, 1_746_057_600_000],
    ['1746057600', 1_746_057_600_000],
    [1_711_904_400_000, 1_711_904_400_000],
    [100_000_000_000, 100_000_000_000],
    [0, undefined],
    [-5, undefined],
    ['soon', undefined],
  ]);
});

test('a record is an object and no list', () => {
  assert.deepEqual([{}, Object.create(null)].map(isRecord), [true, true]);
  assert.deepEqual([null, undefined, [], 'x', 1, true].map(isRecord), [false, false, false, false, false, false]);
});

test('the records of a list are kept and the rest of it dropped', () => {
  assert.deepEqual(toRecords([null, {a: 1}, 1, 'x', [], {}, undefined]), [{a: 1}, {}]);
  for (const value of [...STRANGE.filter(value => !Array.isArray(value)), 'text']) {
    assert.deepEqual(toRecords(value), [], inspect(value));
  }
});

test('what is dropped of lists is counted', () => {
  const before = dropped;

  toRecords([null, {a: 1}, 1]);
  toRecords('no list');

  assert.equal(dropped - before, 2);
});

test('fields without a value are left out of an object', () => {
  assert.deepEqual(Object.keys(defined({a: 1, b: undefined, c: null, d: 0, e: ''})), ['a', 'c', 'd', 'e']);
});
