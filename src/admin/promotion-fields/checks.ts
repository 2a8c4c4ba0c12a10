import * as v from 'valibot';
import {integer, mapOnly, sku, whole} from '../input/fields.js';
import {limitSchedule} from '../input/schedules.js';

const priceCondition = v.strictObject({
  operator: v.picklist(['ge', 'gt', 'le', 'lt', 'eq', 'ne'], 'must be one of: ge, gt, le, lt, eq, ne'),
  value: v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d{1,4})?$/, 'must be a price with up to four decimals, written as a text'),
  ),
});

export const priceConditions = v.nullish(v.array(priceCondition));

export const percent = v.pipe(
  v.string(),
  v.regex(/^(100(\.0+)?|\d{1,2}(\.\d+)?)$/, 'must be 0 to 100 percent, written as a text'),
);

export const items = v.array(v.strictObject({sku}));

export const bonusItems = v.array(v.strictObject({sku, quantity: v.optional(whole(1))}));

export const promotionLimits = mapOnly(
  v.strictObject({
    per_user: v.nullish(whole(1)),
    recurrent_schedule: v.nullish(v.strictObject({per_user: limitSchedule})),
  }),
);

export const excludedPromotions = v.optional(v.array(integer));

export const redeemLimits = {
  redeem_user_limit: v.nullish(whole(1)),
  redeem_code_limit: v.nullish(whole(1)),
  redeem_total_limit: v.nullish(whole(1)),
};
