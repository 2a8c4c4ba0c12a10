import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toBalances, toCatalogItem} from '../../../src/catalog/wire.js';
import type {CatalogItem} from '../../../src/catalog/items.js';
import {itemAnswer, pointsAnswer} from '../../support/fixtures/catalog-item.js';

const read = (fields: object, locale = 'en'): CatalogItem => {
  const item = toCatalogItem(itemAnswer({...fields}), locale);
  assert.ok(item);
  return item;
};

test('an item has every field of the answer', () => {
  assert.deepEqual(
    read({
      bundle_type: 'standard',
      content: [{sku: 'potion', name: 'Potion', type: 'virtual_good', quantity: 3}],
      limits: {
        per_user: {total: 5, available: 3, recurrent_schedule: {interval_type: 'weekly', reset_next_date: 1746057600}},
        per_item: {total: 100, available: 7},
      },
      periods: [{date_from: '2020-08-11T10:00:00+03:00', date_until: null}],
      promotions: [
        {
          name: 'Winter',
          date_start: null,
          date_end: '2020-08-11T20:00:00+03:00',
          discount: {percent: '20.00', value: null},
          bonus: [{sku: 'gem', name: 'Gem', type: 'virtual_currency', quantity: 2}],
          limits: {per_user: {available: 1, total: 2}},
        },
      ],
      vp_rewards: [pointsAnswer(100)],
      total_content_price: {amount: '12.00', amount_without_discount: '12.00', currency: 'USD'},
    }),
    {
      sku: 'com.xsolla.sword_1',
      name: 'Sword',
      type: 'virtual_good',
      description: 'Cuts',
      imageUrl: 'https://images.example.com/sword.png',
      bundleType: 'standard',
      groups: ['weapons'],
      free: false,
      buyable: true,
      price: {amount: '8.00', currency: 'USD', withoutDiscount: '10.0000000000000000'},
      virtualPrices: [],
      promotions: [
        {
          name: 'Winter',
          endsAt: Date.UTC(2020, 7, 11, 17),
          discount: {percent: '20'},
          gifts: [{sku: 'gem', name: 'Gem', type: 'virtual_currency', source: 'expected', quantity: 2}],
          limit: {available: 1, total: 2},
        },
      ],
      userLimit: {available: 3, total: 5, reset: {interval: 'weekly', at: 1_746_057_600_000}},
      stock: {available: 7, total: 100},
      periods: [{from: Date.UTC(2020, 7, 11, 7)}],
      points: [
        {
          sku: 'com.xsolla.clan_point_1',
          name: 'Clan points',
          amount: 100,
          isClan: true,
          imageUrl: 'https://images.example.com/point.png',
        },
      ],
      content: [{sku: 'potion', name: 'Potion', type: 'virtual_good', source: 'expected', quantity: 3}],
      contentPrice: {amount: '12.00', currency: 'USD'},
    },
  );
});

test('only a row without a SKU is dropped', () => {
  for (const sku of [undefined, null, '', ' ', {}, ['a'], true]) assert.equal(toCatalogItem({sku}, ''), undefined);
  assert.deepEqual(toCatalogItem({sku: 'a'}, ''), {
    ...{sku: 'a', name: 'a', type: '', groups: [], free: false, buyable: true, virtualPrices: [], promotions: []},
    ...{periods: [], points: [], content: []},
  });
});

test('a name is a string, or by language, and the nearest language counts', () => {
  assert.equal(read({name: {en: 'Sword', de: 'Schwert'}}, 'de-AT').name, 'Schwert');
  assert.equal(read({name: {de: 'Schwert', en: 'Sword'}}, 'fr').name, 'Sword');
  assert.equal(read({name: {}}).name, 'com.xsolla.sword_1');
});

for (const price of [null, [], {}, {amount: '1,00', currency: 'USD'}, {amount: '5', currency: 'com.xsolla.gem_1'}, 7])
  test(`${JSON.stringify(price)} is no price, and costs nothing else of the item`, () => {
    const item = read({price});

    assert.equal(item.price, undefined);
    assert.equal(item.name, 'Sword');
  });

test('an amount stays as the server wrote it, with up to 16 decimals', () => {
  const amount = '50.0000000000000001';

  assert.equal(read({price: {amount, amount_without_discount: amount, currency: 'JPY'}}).price?.amount, amount);
});

for (const [amount, without, isShown] of [
  ['8.00', '10.00', true],
  ['8', '8.0000000000000000', false],
  ['9.99', '10', true],
  ['0.99', '1.00', true],
  ['10.00', '9.99', false],
  ['1.5', '1.45', false],
  ['1.45', '1.5', true],
  ['1', '', false],
] as const)
  test(`${without || 'nothing'} ${isShown ? 'is' : 'is not'} a price before discounts of ${amount}`, () => {
    const {price} = read({price: {amount, amount_without_discount: without, currency: 'EUR'}});

    assert.equal(price?.withoutDiscount, isShown ? without : undefined);
  });

test('a free item has no price', () => {
  const item = read({is_free: true});

  assert.deepEqual([item.free, item.price], [true, undefined]);
});

test('virtual prices are digits, the default one first, and one that is no whole number is dropped', () => {
  const virtual_prices = [
    {sku: 'gold', name: 'Gold', amount: 100, is_default: false},
    {sku: 'gem', name: {en: 'Gem'}, amount: '30', is_default: true},
    {sku: 'odd', amount: 1.5},
    {amount: 3},
  ];

  assert.deepEqual(read({virtual_prices}).virtualPrices, [
    {sku: 'gem', name: 'Gem', amount: '30'},
    {sku: 'gold', name: 'Gold', amount: '100'},
  ]);
});

test('a limit counts only where the server says how many are left', () => {
  assert.deepEqual(read({limits: {per_user: {total: 5}, per_item: null}}).userLimit, undefined);
  assert.deepEqual(read({limits: {per_user: {available: 0, total: 1}}}).userLimit, {available: 0, total: 1});
  assert.deepEqual(read({limits: {per_user: {available: 'two'}}}).userLimit, undefined);
});

test('a schedule next to the limit counts like one inside it', () => {
  const per_user = {available: 1, total: 2};
  for (const schedule of [{reset_next_date: 1677553200}, {displayable_reset_next_date: '2023-02-28T11:00:00+08:00'}]) {
    const {userLimit} = read({
      limits: {per_user, recurrent_schedule: {per_user: {interval_type: 'daily', ...schedule}}},
    });

    assert.deepEqual(userLimit?.reset, {interval: 'daily', at: 1_677_553_200_000});
  }
});

test('periods that are null, and promotions without anything, cost nothing', () => {
  const item = read({periods: null, promotions: [{}, {discount: {percent: '0.00'}}, null]});

  assert.deepEqual(item.periods, []);
  assert.deepEqual(item.promotions, [
    {name: '', gifts: []},
    {name: '', gifts: []},
  ]);
});

test('points are the clan’s only where the server says so', () => {
  const {points} = read({vp_rewards: [{sku: 'xp', amount: 5}, pointsAnswer('7'), pointsAnswer('many')]});

  assert.deepEqual(
    points.map(({amount, isClan}) => [amount, isClan]),
    [
      [5, false],
      [7, true],
      [null, true],
    ],
  );
});

test('a picture is https only', () => {
  for (const image_url of ['http://images.example.com/a.png', 'javascript:alert(1)', '//evil.example/a.png', ''])
    assert.equal(read({image_url}).imageUrl, undefined);
});

test('a balance is digits, and a row without an amount is dropped', () => {
  const items = [{sku: 'gem', name: 'Gems', amount: 340}, {sku: 'gold'}, {amount: 3}];

  assert.deepEqual(toBalances({items}, ''), [{sku: 'gem', name: 'Gems', amount: '340'}]);
});
