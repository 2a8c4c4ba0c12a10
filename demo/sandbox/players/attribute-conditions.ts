/** A condition on one attribute of a player, as the vendor writes it. */
export type Condition = {
  readonly attribute: string;
  readonly type: 'string' | 'date' | 'number';
  readonly operator: 'eq' | 'ne' | 'er' | 'lt' | 'ee' | 'le';
  readonly value: string;
  readonly can_be_missing?: boolean;
};

/**
 * The order of attribute and value that an operator requires. The vendor's operators: `er` is earlier, `ee` earlier or
 * the same, `lt` **later**, `le` later or the same. For numbers, the vendor documents the same operators, but not their
 * order; here, earlier means less.
 */
const OPERATORS: Readonly<Record<Condition['operator'], (difference: number) => boolean>> = {
  eq: difference => difference === 0,
  ne: difference => difference !== 0,
  er: difference => difference < 0,
  ee: difference => difference <= 0,
  lt: difference => difference > 0,
  le: difference => difference >= 0,
};

/**
 * Whether a player with these attributes meets all of the conditions; everyone meets an empty list. An attribute that
 * is not a date, or not a number, meets no condition of that type, whatever the operator.
 */
export function areMet(conditions: readonly Condition[] | undefined, attributes: ReadonlyMap<string, string>): boolean {
  return (conditions ?? []).every(condition => isMet(condition, attributes.get(condition.attribute)));
}

function isMet({type, operator, value, can_be_missing = false}: Condition, attribute: string | undefined): boolean {
  if (attribute === undefined) return can_be_missing;
  const difference =
    type === 'string' ? Number(attribute !== value) : toNumber(type, attribute) - toNumber(type, value);
  return !Number.isNaN(difference) && OPERATORS[operator](difference);
}

/** A parser accepts more as a date (`5` is a day in 2001), and without an offset it uses this machine's time zone. */
const DATE = /^\d{4}-\d\d-\d\d(T.+(Z|[+-]\d\d:\d\d))?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Dates are compared as moments, so dates with different offsets can be equal. */
function toNumber(type: 'date' | 'number', text: string): number {
  if (type === 'date') return DATE.test(text) ? Date.parse(text) : NaN;
  return NUMBER.test(text) ? Number(text) : NaN;
}
