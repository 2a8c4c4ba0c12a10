import assert from 'node:assert/strict';
import {test} from 'node:test';
import {discountedCents, withoutExcluded} from '../../../../demo/sandbox/catalog/pricing.js';
import type {SeedPromotion} from '../../../../demo/sandbox/catalog/seed.js';

const off = (...percents: number[]) => percents.map(discount => ({discount}));

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
    assert.equal(discountedCents(cents, off(...percents)), left);
  });

test('of promotions that exclude each other the first applies, whichever of them says so', () => {
  const promotion = (id: number, ...excluded_promotions: number[]): SeedPromotion =>
    ({id, excluded_promotions}) as unknown as SeedPromotion;
  const ids = (...all: SeedPromotion[]): number[] => withoutExcluded(all).map(({id}) => id);

  assert.deepEqual(ids(promotion(1, 2), promotion(2), promotion(3)), [1, 3]);
  assert.deepEqual(ids(promotion(1), promotion(2, 1), promotion(3, 2)), [1, 3]);
});
