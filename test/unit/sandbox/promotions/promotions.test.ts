import assert from 'node:assert/strict';
import {test} from 'node:test';
import {priceAfter} from '../../../../demo/sandbox/promotions/prices.js';
import {Promotions} from '../../../../demo/sandbox/promotions/promotions.js';
import {createPlayer} from '../../../../demo/sandbox/players/player.js';
import {defaultSeed} from '../../../../demo/sandbox/seed/default-seed.js';
import type {SeedPromotion} from '../../../../demo/sandbox/catalog/seed.js';

const HOUR = 3600 * 1000;

for (const [cents, percents, left] of [
  // The vendor's own example: 10 with 10 %, 20 % and a promo code of 5 %.
  [1000, [10, 20, 5], 684],
  [1000, [5, 20, 10], 684],
  [799, [20, 10], 575],
  [99, [1], 98],
  [1, [50], 1],
  [1, [51], 0],
  [1000, [33.33], 667],
  [1999, [12.5, 12.5], 1530],
  [1000, [], 1000],
  [100_000_000, [0.01, 0.01], 99_980_001],
] as const)
  test(`${cents / 100} with ${percents.join(' % and ') || 0} % off is ${left / 100}`, () => {
    assert.equal(priceAfter(cents, percents), left);
  });

test('of promotions that exclude each other the one with the lower id applies, whichever of them says so', () => {
  const ids = (...excluded: number[][]): number[] =>
    promotionsOf(excluded.map((excluded_promotions, at) => ({id: at + 1, excluded_promotions})))
      .on(createPlayer('Rocket', null), {sku: 'sword', cents: 100})
      .map(({id}) => id);

  assert.deepEqual(ids([2], [], []), [1, 3]);
  assert.deepEqual(ids([], [1], [2]), [1, 3]);
});

test('a limit of the seed starts again at its interval', () => {
  const user_limit = {total: 1, interval_type: 'daily', resets_in_hours: 3} as const;
  const promotions = promotionsOf([{id: 1, user_limit}]);
  const promotion = promotions.get(1);
  assert.ok(promotion);

  promotions.use('Rocket', promotion);
  now = 2.9 * HOUR;
  assert.equal(promotions.availableTo('Rocket', promotion), 0);
  now = 3.1 * HOUR;
  assert.equal(promotions.availableTo('Rocket', promotion), 1);
});

let now = 0;

function promotionsOf(changes: readonly Partial<SeedPromotion>[]): Promotions {
  now = 0;
  const whole = {name: 'Sale', skus: ['sword'], discount: 10, bonus: [], excluded_promotions: [], user_limit: null};
  const period = {from_in_hours: null, until_in_hours: null};
  const promotions = changes.map((change, at) => ({...whole, period, id: at + 1, ...change}));
  return new Promotions({...defaultSeed, promotions}, {startedAt: 0, now: () => now});
}
