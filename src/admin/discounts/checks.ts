import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {listOf, regionalTexts} from '../input/fields.js';
import {periodFields} from '../input/periods.js';
import {excludedPromotions, items, percent, priceConditions, promotionLimits} from '../promotion-fields/checks.js';

const fields = v.strictObject({
  name: regionalTexts,
  discount: v.strictObject({percent}),
  items: v.nullable(items),
  ...periodFields,
  attribute_conditions: v.optional(listOf(attributeConditions, 1)),
  limits: v.optional(promotionLimits),
  price_conditions: priceConditions,
  excluded_promotions: excludedPromotions,
});

/** The names of what can be sent. */
export const DISCOUNT_FIELDS = Object.keys(fields.entries);

/** The rule about `items` also reads the prices. */
export const RELATED_FIELDS = {items: ['price_conditions']};

export const discountInput = v.pipe(
  fields,
  v.forward(
    v.check(
      rows => rows.items !== null || Boolean(rows.price_conditions?.length),
      'must be a list unless `price_conditions` are given',
    ),
    ['items'],
  ),
);
