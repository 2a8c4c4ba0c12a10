import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {regionalTexts} from '../input/fields.js';
import {periodFields} from '../input/periods.js';
import {bonusItems, excludedPromotions, items, priceConditions, promotionLimits} from '../promotion-fields/checks.js';

const fields = v.strictObject({
  name: regionalTexts,
  condition: v.nullable(items),
  bonus: v.nullable(bonusItems),
  ...periodFields,
  attribute_conditions: v.optional(attributeConditions),
  limits: v.optional(promotionLimits),
  price_conditions: priceConditions,
  excluded_promotions: excludedPromotions,
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
