/** A bound on a price, in whole units of its currency. */
export type PriceCondition = {
  readonly operator: 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'ne';
  /** Up to four decimals. */
  readonly value: string;
};

const CENTS = 100;
const WHOLE = 10_000;
const HUNDREDTHS = 100;

const OPERATORS: Readonly<Record<PriceCondition['operator'], (price: number, bound: number) => boolean>> = {
  ge: (price, bound) => price >= bound,
  gt: (price, bound) => price > bound,
  le: (price, bound) => price <= bound,
  lt: (price, bound) => price < bound,
  eq: (price, bound) => price === bound,
  ne: (price, bound) => price !== bound,
};

/** Whether a price meets all of the conditions. */
export function meets(cents: number, conditions: readonly PriceCondition[]): boolean {
  return conditions.every(({operator, value}) => OPERATORS[operator](cents / CENTS, Number(value)));
}

/**
 * Cents after discounts, in percent with two decimals: they multiply, in any order, and only the result is rounded. 10
 * with 10 %, 20 % and a promo code of 5 % is 6.84, as the vendor's documents have it.
 */
export function priceAfter(cents: number, percents: readonly number[]): number {
  const left = percents.map(percent => WHOLE - Math.round(percent * HUNDREDTHS));
  // Integers beyond 2^53 would lose their last digits.
  const product = left.reduce((sum, part) => sum * BigInt(part), BigInt(cents));
  const whole = BigInt(WHOLE) ** BigInt(left.length);
  return Number((product * 2n + whole) / (whole * 2n));
}
