import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {externalId} from '../input/external-id.js';
import {regionalTexts} from '../input/fields.js';
import {periodFields} from '../input/periods.js';
import {bonusItems, redeemLimits} from '../promotion-fields/checks.js';

/** The fields that coupons and promo codes share. */
export const couponFields = {
  name: regionalTexts,
  ...periodFields,
  bonus: v.nullish(bonusItems),
  ...redeemLimits,
  attribute_conditions: v.optional(attributeConditions),
};

/** The names of what can be replaced. */
export const COUPON_FIELDS = Object.keys(couponFields);

export const couponUpdate = v.strictObject(couponFields);
export const couponInput = v.strictObject({external_id: externalId, ...couponFields});
