import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {type Cart, type CartItem, promoChange} from '../../../src/codes/cart.js';
import {selectedUnits} from '../../../src/codes/choices.js';
import type {CodeReward} from '../../../src/codes/contents.js';
import {Tries} from '../../../src/codes/tries.js';
import {toCart, toContents, toKind, toRedeemedRewards} from '../../../src/codes/wire.js';
import {LiveOpsError} from '../../../src/errors.js';

const key = (sku: string, drm: string): object => ({sku, type: 'game_key', name: 'Isle', drm_name: drm, drm_sku: drm});
const unitRow = (sku: string, ...keys: readonly object[]): object => ({
  item: {sku, name: {en: 'Isle', de: 'Insel'}, type: 'unit', unit_items: keys},
  quantity: 1,
});

describe('What a code gives', () => {
  it('is read from names by language and from plain ones', () => {
    const bonus = [unitRow('game'), {item: {sku: 'potion', name: 'Potion', type: 'virtual_good'}, quantity: 3}];

    assert.deepEqual(toContents({bonus, discount: {percent: '10.00'}, is_selectable: false}, 'de'), {
      rewards: [
        {sku: 'game', name: 'Insel', type: 'unit', source: 'expected', quantity: 1},
        {sku: 'potion', name: 'Potion', type: 'virtual_good', source: 'expected', quantity: 3},
      ],
      discount: '10.00',
    });
  });

  it('has units to choose among only where the vendor says that there is a choice', () => {
    const bonus = [unitRow('game', key('k1', 'Steam'), key('k2', 'PlayStation'))];
    const units = (isSelectable: boolean): unknown =>
      toContents({bonus, is_selectable: isSelectable}, 'en').rewards[0]?.units;

    assert.deepEqual(units(true), [
      {sku: 'k1', name: 'Isle', platform: 'Steam'},
      {sku: 'k2', name: 'Isle', platform: 'PlayStation'},
    ]);
    assert.equal(units(false), undefined);
  });

  it('survives rows and fields of any shape', () => {
    const body = {
      bonus: [null, 1, {}, {item: 'x'}, {item: {unit_items: {}, type: 'unit', name: []}, quantity: -1}],
      discount: {percent: '0.00'},
      discounted_items: [{sku: 'a'}, {sku: 'b', discount: {percent: '5'}}],
      is_selectable: true,
    };

    assert.deepEqual(toContents(body, ''), {
      rewards: [{sku: '', name: '', type: 'unit', source: 'expected'}],
      discountedItems: [{sku: 'b', discount: '5'}],
    });
    assert.deepEqual(toRedeemedRewards({items: {}}, ''), []);
    assert.deepEqual(['coupon', 'promocode', 'unique_catalog_offer', 'x', 1].map(toKind), [
      'coupon',
      'promo-code',
      'unique-offer',
      'unknown',
      'unknown',
    ]);
  });
});

describe('A choice of units', () => {
  const reward = (sku: string, ...units: readonly string[]): CodeReward => ({
    sku,
    name: sku,
    type: 'unit',
    source: 'expected',
    ...(units.length && {units: units.map(unit => ({sku: unit, name: unit}))}),
  });

  it('is sent with one unit for each reward that has some', () => {
    const rewards = [reward('a', 'a1', 'a2'), reward('b', 'b1'), reward('c')];

    assert.deepEqual(selectedUnits({rewards}, {a: 'a2'}), {a: 'a2', b: 'b1'});
    assert.equal(selectedUnits({rewards: [reward('c')]}, {c: 'x'}), undefined);
    assert.deepEqual(selectedUnits({rewards: [reward('toString', 't1')]}, {}), {toString: 't1'});
  });

  it('that is missing, or of something else, is refused', () => {
    const rewards = [reward('a', 'a1', 'a2'), reward('toString', 't1', 't2')];

    for (const choices of [{}, {a: 'a3', toString: 't1'}, {a: 'a1'}, {a: 'a1', toString: 't3'}] as Record<
      string,
      string
    >[])
      assert.throws(() => selectedUnits({rewards}, choices), {code: 'invalid', reason: 'choice'});
  });
});

describe('A cart after a lost answer', () => {
  const money = (amount: string): CartItem['price'] => ({amount, currency: 'EUR'});
  const paid = (sku: string, quantity: number, amount: string): CartItem =>
    ({sku, name: sku, quantity, free: false, price: money(amount)}) as CartItem;
  const gift: CartItem = {sku: 'gift', name: 'Gift', quantity: 1, free: true};
  const cart = (...items: readonly CartItem[]): Cart => ({id: '1', free: false, items});

  it('has changed where a price, the total or a gift differs', () => {
    const before = cart(paid('a', 1, '2.00'), paid('b', 1, '1.00'));

    assert.equal(promoChange(before, cart(paid('b', 1, '1.00'), paid('a', 1, '1.80'))), 'changed');
    assert.equal(promoChange(before, {...before, items: [...before.items, gift]}), 'changed');
    assert.equal(promoChange(before, {...before, price: {amount: '2.70', currency: 'EUR'}}), 'changed');
  });

  it('is the same in another order of its rows', () => {
    const rows = [paid('a', 1, '2.00'), gift];

    assert.equal(promoChange(cart(...rows), cart(...[...rows].reverse())), 'same');
  });

  it('says nothing where what the player pays for has changed', () => {
    const before = cart(paid('a', 1, '2.00'));

    assert.equal(promoChange(before, cart(paid('a', 2, '3.60'))), 'unclear');
    assert.equal(promoChange(before, cart(paid('a', 1, '1.80'), paid('b', 1, '1.00'))), 'unclear');
  });

  it('is read with prices of 16 places, and gifts whose price is an empty list', () => {
    const row = {sku: 'a', name: 'A', quantity: 1, is_free: false};
    const price = {amount: '50.0000000000000000', amount_without_discount: '100.00', currency: 'USD'};
    const items = [
      {...row, price},
      {...row, sku: 'g', is_free: true, price: []},
    ];

    assert.deepEqual(toCart({cart_id: 7, is_free: false, price: null, items}, ''), {
      id: '7',
      free: false,
      items: [
        {
          sku: 'a',
          name: 'A',
          free: false,
          quantity: 1,
          price: {amount: '50.0000000000000000', currency: 'USD', withoutDiscount: '100.00'},
        },
        {sku: 'g', name: 'A', free: true, quantity: 1},
      ],
    });
    assert.equal(toCart({cart_id: 7}, ''), undefined);
  });
});

describe('Tries', () => {
  const unknown = new LiveOpsError('code-unknown', '');

  it('are free five times, then wait longer with each, a minute at most', () => {
    let now = 0;
    const tries = new Tries(() => now);
    const waits = Array.from({length: 12}, () => {
      tries.failed(unknown);
      try {
        tries.throwIfWaiting();
        return 0;
      } catch (error) {
        const {code, retryAfterSec = 0} = error as LiveOpsError;
        assert.equal(code, 'rate-limited');
        now += retryAfterSec * 1_000;
        return retryAfterSec;
      }
    });

    assert.deepEqual(waits, [0, 0, 0, 0, 5, 10, 20, 40, 60, 60, 60, 60]);
  });

  it('begin again after a code that exists, and for another player', () => {
    const tries = new Tries(() => 0);
    for (let i = 0; i < 4; i++) tries.failed(unknown);
    tries.succeeded();
    tries.failed(unknown);
    tries.throwIfWaiting();
    for (let i = 0; i < 9; i++) tries.failed(unknown);
    tries.reset();

    tries.throwIfWaiting();
  });

  it('wait as long as the server asks', () => {
    let now = 0;
    const tries = new Tries(() => now);
    tries.failed(new LiveOpsError('rate-limited', '', {retryAfterSec: 30}));

    assert.throws(() => tries.throwIfWaiting(), {retryAfterSec: 30});
    now = 29_999;
    assert.throws(() => tries.throwIfWaiting(), {retryAfterSec: 1});
    now = 30_000;
    tries.throwIfWaiting();
  });
});
