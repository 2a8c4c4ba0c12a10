import * as v from 'valibot';
import * as field from '../answers/fields.js';
import {dates, withPeriods} from '../answers/periods.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {bonusItems, redeemLimits} from '../promotion-fields/answers.js';
import {pageOf} from '../records/answers.js';
import {COUPON_FIELDS} from './checks.js';
import type {Coupon, CouponUpdate} from './coupon.js';

export const created = v.looseObject({external_id: v.string()});

/** The fields that coupons and promo codes share. */
export const couponAnswer = {
  external_id: v.string(),
  name: field.texts,
  is_enabled: v.boolean(),
  ...dates,
  bonus: bonusItems,
  ...redeemLimits,
  attribute_conditions: field.conditions,
  total_limit_state: field.limitState,
};

export const coupon: Reader<Coupon> = v.pipe(v.looseObject(couponAnswer), v.transform(withPeriods));

export const couponPage = pageOf('items', coupon);

/** Names of read-only fields. */
export const READ_ONLY = ['external_id', 'is_enabled', 'total_limit_state'];

/** The input that would leave the coupon unchanged. */
export function toUpdate(answer: Coupon): CouponUpdate {
  const {name, promotion_periods, bonus, attribute_conditions, ...rest} = answer;
  const {redeem_user_limit, redeem_code_limit, redeem_total_limit} = rest;
  return {
    name,
    ...present({bonus, redeem_user_limit, redeem_code_limit, redeem_total_limit}),
    ...(promotion_periods.length && {promotion_periods}),
    ...(attribute_conditions?.length && {attribute_conditions}),
  } as CouponUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: Coupon): object {
  return unknownFields(answer, COUPON_FIELDS, READ_ONLY);
}
