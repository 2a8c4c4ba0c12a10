import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {integer, mapOnly, regionalTexts, sku, whole} from '../input/fields.js';
import {periodFields} from '../input/periods.js';
import {limitSchedule} from '../input/schedules.js';

const priceCondition = v.strictObject({
  operator: v.picklist(['ge', 'gt', 'le', 'lt', 'eq', 'ne'], 'must be one of: ge, gt, le, lt, eq, ne'),
  value: v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d{1,4})?$/, 'must be a price with up to four decimals, written as a text'),
  ),
});

const limits = mapOnly(
  v.strictObject({
    per_user: v.nullish(whole(1)),
    recurrent_schedule: v.nullish(v.strictObject({per_user: limitSchedule})),
  }),
);

const fields = v.strictObject({
  name: regionalTexts,
  condition: v.nullable(v.array(v.strictObject({sku}))),
  bonus: v.nullable(v.array(v.strictObject({sku, quantity: v.optional(whole(1))}))),
  ...periodFields,
  attribute_conditions: v.optional(attributeConditions),
  limits: v.optional(limits),
  price_conditions: v.nullish(v.array(priceCondition)),
  excluded_promotions: v.optional(v.array(integer)),
});

/** The names of what can be sent. */
export const BONUS_FIELDS = Object.keys(fields.entries);

/** The rule about `condition` also reads the prices. */
export const RELATED_FIELDS = {condition: ['price_conditions']};

export const bonusInput = v.pipe(
  fields,
  v.forward(
    v.check(
      ({condition, price_conditions}) => price_conditions == null || condition === null,
      'must be null when `price_conditions` is given',
    ),
    ['condition'],
  ),
);
