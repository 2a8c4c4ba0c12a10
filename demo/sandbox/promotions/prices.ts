/** A bound on a price, in whole units of its currency. */
export type PriceCondition = {
  readonly operator: 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'ne';
  /** Up to four decimals. */
  readonly value: string;
};

const CENTS = 100;
const WHOLE = 100;

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

/** Cents after discounts, which multiply; rounded once, at the end. */
export function priceAfter(cents: number, percents: readonly number[]): number {
  return Math.round(percents.reduce((price, percent) => (price * (WHOLE - percent)) / WHOLE, cents));
}

/** The percents of those promotions that are discounts. */
export function percentsOf(promotions: readonly {readonly percent: number | null}[]): number[] {
  return promotions.flatMap(({percent}) => percent ?? []);
}
