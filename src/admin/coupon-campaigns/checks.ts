import * as v from 'valibot';
import {date, localeMap, sku, whole} from '../input/fields.js';

const filled = v.pipe(v.string(), v.regex(/\S/, 'must not be empty'));
const limit = v.nullish(whole(1));
const notNegative = 'must be a number from 0';

export const campaignInput = v.strictObject({
  campaign_code: filled,
  project_id: whole(1),
  campaign_names: localeMap,
  expiration_date: v.nullish(date),
  redeems_count: limit,
  redeems_count_for_user: limit,
  campaign_redeems_count_for_user: limit,
  virtual_currency_amount: v.nullish(v.pipe(v.number(notNegative), v.minValue(0, notNegative))),
  virtual_items: v.optional(v.array(v.strictObject({sku, quantity: whole(1)}))),
  subscription_coupon: v.nullish(v.strictObject({plan_id: whole(1), product_id: whole(1), trial_period: whole(1)})),
});

export const filters = v.strictObject({
  project_id: v.optional(whole(1)),
  campaign_code: v.optional(v.string()),
  status: v.optional(v.string()),
  has_reward: v.optional(v.string()),
});

/** The vendor documents no limits for these. */
export const code = v.pipe(v.string(), v.regex(/^\S+$/, 'must have characters, none of them a space'));
export const userId = filled;
