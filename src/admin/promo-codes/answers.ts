import * as v from 'valibot';
import {withPeriods} from '../answers/periods.js';
import type {Reader} from '../answers/read.js';
import {couponAnswer, READ_ONLY, toUpdate as toCouponUpdate} from '../coupons/answers.js';
import {present, unknownFields} from '../input/replacement.js';
import {excludedPromotions, priceConditions} from '../promotion-fields/answers.js';
import {pageOf} from '../records/answers.js';
import {PROMO_CODE_FIELDS} from './checks.js';
import type {PromoCode, PromoCodeUpdate} from './promo-code.js';

export const promoCode: Reader<PromoCode> = v.pipe(
  v.looseObject({
    ...couponAnswer,
    discount: v.nullish(v.looseObject({percent: v.nullish(v.string())})),
    discounted_items: v.nullish(
      v.array(v.looseObject({sku: v.string(), discount: v.looseObject({percent: v.string()})})),
    ),
    price_conditions: priceConditions,
    item_price_conditions: priceConditions,
    excluded_promotions: excludedPromotions,
  }),
  v.transform(withPeriods),
);

export const promoCodePage = pageOf('items', promoCode);

/** The input that would leave the promo code unchanged. */
export function toUpdate(answer: PromoCode): PromoCodeUpdate {
  const {discount, discounted_items, price_conditions, item_price_conditions, excluded_promotions} = answer;
  return {
    ...toCouponUpdate(answer),
    ...present({discount, discounted_items, price_conditions, item_price_conditions}),
    ...(excluded_promotions && {excluded_promotions}),
  } as PromoCodeUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: PromoCode): object {
  return unknownFields(answer, PROMO_CODE_FIELDS, READ_ONLY);
}
