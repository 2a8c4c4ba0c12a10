/* What an item costs, by its promotions. Counted in whole cents and hundredths of a percent. */
import type {SeedCode} from '../codes/seed.js';
import type {SeedPart, SeedPromotion} from './seed.js';

/** A promotion that applies to an item, or a promo code. */
export type Applied = Pick<SeedPromotion, 'name' | 'discount' | 'bonus'> & {readonly promotion?: SeedPromotion};

const WHOLE = 10_000;
const HUNDREDTHS = 100;

/**
 * Cents after all discounts: they multiply, in any order, and only the result is rounded. 10 with 10 %, 20 % and a promo
 * code of 5 % is 6.84, as the vendor's documents have it.
 */
export function discountedCents(cents: number, applied: readonly Pick<Applied, 'discount'>[]): number {
  const left = applied.map(({discount}) => WHOLE - Math.round((discount ?? 0) * HUNDREDTHS));
  // Integers beyond 2^53 would lose their last digits.
  const product = left.reduce((sum, part) => sum * BigInt(part), BigInt(cents));
  const whole = BigInt(WHOLE) ** BigInt(left.length);
  return Number((product * 2n + whole) / (whole * 2n));
}

/** Those that apply together: of two that exclude each other, the one that comes first. */
export function withoutExcluded(promotions: readonly SeedPromotion[]): readonly SeedPromotion[] {
  return promotions.reduce<readonly SeedPromotion[]>(
    (kept, promotion) => (kept.some(other => areExclusive(other, promotion)) ? kept : [...kept, promotion]),
    [],
  );
}

function areExclusive(one: SeedPromotion, other: SeedPromotion): boolean {
  return one.excluded_promotions.includes(other.id) || other.excluded_promotions.includes(one.id);
}

/** A promo code, which counts like a promotion of every item that has a price. */
export function codeAsPromotion({discount, bonus}: SeedCode): Applied {
  return {name: 'Promo code', discount, bonus};
}

/** All that comes with one piece. */
export function giftsOf(applied: readonly Applied[]): readonly SeedPart[] {
  return applied.flatMap(({bonus}) => bonus);
}
