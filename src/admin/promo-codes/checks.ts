import * as v from 'valibot';
import {couponFields} from '../coupons/checks.js';
import {externalId} from '../input/external-id.js';
import {listOf, sku} from '../input/fields.js';
import {excludedPromotions, percent, priceConditions} from '../promotion-fields/checks.js';

const discountedItem = v.strictObject({sku, discount: v.strictObject({percent})});

const fields = {
  ...couponFields,
  discount: v.nullish(v.strictObject({percent: v.nullable(percent)})),
  discounted_items: v.nullish(listOf(discountedItem, 1)),
  price_conditions: priceConditions,
  item_price_conditions: priceConditions,
  excluded_promotions: excludedPromotions,
};

/** The names of what can be replaced. */
export const PROMO_CODE_FIELDS = Object.keys(fields);

export const promoCodeUpdate = v.strictObject(fields);
export const promoCodeInput = v.strictObject({external_id: externalId, ...fields});
