import * as v from 'valibot';
import {isDateWithOffset} from './fields.js';

type Condition<Type, Operator, Value> = {
  /** The player's attribute: 1 to 255 letters, digits, dots, dashes and underscores. */
  readonly attribute: string;
  readonly type: Type;
  readonly operator: Operator;
  /** The value to compare with, at most 255 characters; a string even for numbers. */
  readonly value: Value;
  /** Whether players without the attribute also meet the condition. Default `false`. */
  readonly can_be_missing?: boolean | undefined;
};

/**
 * Note the vendor's operators: `er` is earlier, `ee` earlier or the same, **`lt` later** and **`le` later or the
 * same**. In `price_conditions` `lt` and `le` mean *less*.
 */
export type OrderOperator = 'eq' | 'ne' | 'er' | 'lt' | 'ee' | 'le';

export type StringCondition = Condition<'string', 'eq' | 'ne', string>;

/** `value` is a day (`2026-01-31`) or a date and time with an offset. */
export type DateCondition = Condition<'date', OrderOperator, string>;

/**
 * The vendor documents the date operators for numbers, but not their order; an older page shows others. `eq` and `ne`
 * are safe.
 */
export type NumberCondition = Condition<'number', OrderOperator, `${number}`>;

/** 1 to 100 conditions of one type; all must be met. */
export type AttributeConditions = readonly StringCondition[] | readonly DateCondition[] | readonly NumberCondition[];

const MAX_CONDITIONS = 100;
const ORDER: readonly OrderOperator[] = ['eq', 'ne', 'er', 'lt', 'ee', 'le'];

const text = v.pipe(v.string(), v.maxLength(255, 'must have at most 255 characters'));
const attribute = v.pipe(
  v.string(),
  v.regex(/^[-_.A-Za-z0-9]{1,255}$/, 'must be 1 to 255 letters, digits, dots, dashes and underscores'),
);
const day = v.pipe(text, v.check(isDay, 'must be a day, or a date and time with an offset'));
const number = v.pipe(text, v.regex(/^-?\d+(\.\d+)?$/, 'must be a number, written as a text'));

const conditionOf = <Type extends string, Operator extends string>(
  type: Type,
  operators: readonly Operator[],
  value: v.GenericSchema,
) =>
  v.strictObject({
    attribute,
    type: v.literal(type),
    operator: v.picklist(operators, `must be one of: ${operators.join(', ')}`),
    value,
    can_be_missing: v.optional(v.boolean()),
  });

const condition = v.variant(
  'type',
  [conditionOf('string', ['eq', 'ne'], text), conditionOf('date', ORDER, day), conditionOf('number', ORDER, number)],
  'must be one of: string, date, number',
);

/** `user-attribute_conditions-string`, `-date` and `-number` of the vendor's definition: one of the three, not a mixture. */
export const attributeConditions = v.pipe(
  v.array(condition),
  v.minLength(1, `must have 1 to ${MAX_CONDITIONS}`),
  v.maxLength(MAX_CONDITIONS, `must have 1 to ${MAX_CONDITIONS}`),
  v.check(
    conditions => conditions.every(({type}) => type === conditions[0]?.type),
    'must be of one type: string, date or number',
  ),
);

function isDay(value: string): boolean {
  return isDateWithOffset(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value);
}
