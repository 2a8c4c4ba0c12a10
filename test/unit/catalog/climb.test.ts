import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {climbWith, isBetterClimb} from '../../../src/catalog/climb.js';
import type {CatalogItem} from '../../../src/catalog/items.js';
import {toCatalogItem} from '../../../src/catalog/wire.js';
import {itemAnswer, pointsAnswer} from '../../support/fixtures/catalog-item.js';
import {Chance, seedOf} from '../security/chance.js';

const SKU = 'com.xsolla.clan_point_1';

/** An item of that price in euros that gives these points; `null` is free. */
function item(sku: string, euros: string | null, points: number, fields: object = {}): CatalogItem {
  const price = euros === null ? null : {amount: euros, currency: 'EUR'};
  const answer = itemAnswer({sku, is_free: euros === null, price, vp_rewards: [pointsAnswer(points)], ...fields});
  return toCatalogItem(answer, '') as CatalogItem;
}

const climb = (items: readonly CatalogItem[], pointsNeeded: number, sku: string | null = SKU) => {
  const {items: chosen, ...rest} = climbWith(items, {pointsNeeded, valuePointSku: sku ?? undefined});
  return {skus: chosen.map(({sku}) => sku), ...rest};
};

const SHOP = [item('pouch', '0.99', 50), item('shield', '1.99', 100), item('lantern', '3.99', 200)];

describe('The items that lift the clan', () => {
  it('are those that cost least together, not those that are fewest', () => {
    assert.deepEqual(climb(SHOP, 158), {skus: ['lantern'], points: 200, closes: true});
    assert.deepEqual(climb(SHOP, 150), {skus: ['pouch', 'shield'], points: 150, closes: true});
  });

  it('are three at most', () => {
    const pouches = ['a', 'b', 'c', 'd'].map(sku => item(sku, '0.10', 50));

    assert.deepEqual(climb([...pouches, ...SHOP], 200), {skus: ['a', 'b', 'shield'], points: 200, closes: true});
  });

  it('are those that give most, and said not to be enough, where no three are', () => {
    const most = climb([item('potion', '0.10', 1), ...SHOP], 1000);

    assert.deepEqual(most, {skus: ['lantern', 'shield', 'pouch'], points: 350, closes: false});
    assert.deepEqual(climb([item('potion', '9.99', 0)], 10), {skus: [], points: 0, closes: false});
  });

  it('may be free', () => {
    assert.deepEqual(climb([...SHOP, item('gift', null, 10)], 110).skus, ['gift', 'shield']);
  });

  it('are no more than it takes where a free one would change nothing', () => {
    assert.deepEqual(climb([item('gift', null, 10), ...SHOP], 50).skus, ['pouch']);
  });

  it('are compared exactly, in all 16 decimals', () => {
    const dear = item('dear', '0.3000000000000001', 10);
    const cheap = [item('one', '0.1', 5), item('two', '0.2', 5)];

    assert.deepEqual(climb([dear, ...cheap], 10).skus, ['one', 'two']);
    assert.deepEqual(climb([item('same', '0.3', 10), ...cheap], 10).skus, ['same']);
  });

  it('give points with decimals, which add up', () => {
    assert.equal(climb([item('a', '1', 0.1), item('b', '1', 0.2)], 0.3).closes, true);
  });

  it('are only what the player can buy', () => {
    const limits = {per_user: {available: 0, total: 1}};
    const items = [item('gone', '0.10', 200, {limits}), item('no', '0.10', 200, {can_be_bought: false}), ...SHOP];

    assert.deepEqual(climb(items, 200).skus, ['lantern']);
  });

  it('give the points that are needed, or clan points where nobody knows which', () => {
    const raid = item('raid', '0.10', 0, {vp_rewards: [pointsAnswer(500, {sku: 'raid_point'})]});
    const own = item('own', '0.10', 0, {vp_rewards: [pointsAnswer(500, {sku: 'xp', is_clan: undefined})]});

    assert.deepEqual(climb([raid, own, ...SHOP], 50).skus, ['pouch']);
    assert.deepEqual(climb([raid, own, ...SHOP], 50, null).skus, ['raid']);
  });

  it('are paid in one currency, and in virtual currency only where money closes nothing', () => {
    const virtual_prices = [{sku: 'gem', name: 'Gems', amount: 1, is_default: true}];
    const gems = item('gems', '0', 1000, {price: null, virtual_prices});
    const dollars = item('dollars', '0', 110, {price: {amount: '0.01', currency: 'USD'}});

    assert.deepEqual(climb([gems, dollars, ...SHOP], 300).skus, ['shield', 'lantern']);
    assert.deepEqual(climb([gems, dollars, ...SHOP], 900).skus, ['gems']);
    assert.equal(climb([dollars, item('euros', '1', 110)], 220).closes, false);
  });
});

describe('Of two answers to a gap, the better one', () => {
  const gap = {pointsNeeded: 100, valuePointSku: SKU};
  const answerOf = (...items: readonly CatalogItem[]) => climbWith(items, gap);
  const inGems = item('gems', '0', 100, {
    price: null,
    virtual_prices: [{sku: 'gem', name: 'Gems', amount: 1, is_default: true}],
  });
  const cheaper = answerOf(item('cheap', '1.00', 100));

  for (const [name, better, other] of [
    ['closes it', cheaper, answerOf(item('little', '0.10', 10))],
    ['gives most, where none closes it', answerOf(item('some', '9.99', 50)), answerOf(item('little', '0.10', 10))],
    ['costs less', cheaper, answerOf(item('dear', '1.01', 100))],
    ['is free', answerOf(item('gift', null, 100)), cheaper],
    ['costs money and no virtual currency', cheaper, answerOf(inGems)],
    ['has fewer items', cheaper, answerOf(item('one', '0.50', 50), item('two', '0.50', 50))],
    ['gives more points', answerOf(item('more', '1.00', 120)), cheaper],
  ] as const)
    it(name, () => {
      assert.deepEqual([isBetterClimb(better, other), isBetterClimb(other, better)], [true, false]);
    });

  it('is none of two in different currencies, and none of two that are alike', () => {
    const dollars = answerOf(item('dollars', '0', 100, {price: {amount: '0.01', currency: 'USD'}}));

    assert.deepEqual([isBetterClimb(dollars, cheaper), isBetterClimb(cheaper, dollars)], [false, false]);
    assert.equal(isBetterClimb(cheaper, answerOf(item('same', '1.00', 100))), false);
  });
});

/** Tries every set, without any order. */
function cheapestByHand(items: readonly {cents: number; points: number}[], need: number): number | undefined {
  const sets = [[]] as {cents: number; points: number}[][];
  for (const one of items) for (const set of [...sets]) if (set.length < 3) sets.push([...set, one]);
  const costs = sets
    .filter(set => set.reduce((sum, {points}) => sum + points, 0) >= need)
    .map(set => set.reduce((sum, {cents}) => sum + cents, 0));
  return costs.length ? Math.min(...costs) : undefined;
}

it('cost what the cheapest of all sets costs, in drawn shops of up to 50 items', () => {
  const seed = seedOf();
  const chance = new Chance(seed);
  for (let run = 0; run < 150; run++) {
    const count = run % 30 === 0 ? 50 : 1 + chance.below(14);
    const goods = Array.from({length: count}, () => ({cents: 1 + chance.below(2000), points: chance.below(300)}));
    const need = 1 + chance.below(700);
    const items = goods.map(({cents, points}, at) => item(`i${at}`, (cents / 100).toFixed(2), points));

    const {items: chosen, closes, points} = climbWith(items, {pointsNeeded: need, valuePointSku: SKU});

    const expected = cheapestByHand(goods, need);
    const cents = chosen.reduce((sum, {price}) => sum + Math.round(Number(price?.amount) * 100), 0);
    assert.equal(closes, expected !== undefined, `seed ${seed}, run ${run}`);
    if (closes) assert.deepEqual([cents, points >= need], [expected, true], `seed ${seed}, run ${run}`);
  }
});

it('are found soon among 500, also where only the dearest are enough', () => {
  const items = Array.from({length: 500}, (_, at) => item(`i${at}`, `${at + 1}.00`, at + 1));

  assert.equal(climb(items, 1497).points, 1497);
});
