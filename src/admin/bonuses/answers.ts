import * as v from 'valibot';
import * as field from '../answers/fields.js';
import {dates, withPeriods} from '../answers/periods.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import * as promotion from '../promotion-fields/answers.js';
import {pageOf} from '../records/answers.js';
import type {AnyPromotion, BonusPromotion, BonusPromotionInput} from './bonus.js';
import {BONUS_FIELDS} from './checks.js';

export const created = v.looseObject({promotion_id: v.number()});

export const bonus: Reader<BonusPromotion> = v.pipe(
  v.looseObject({
    id: v.number(),
    name: field.texts,
    is_enabled: v.boolean(),
    condition: promotion.items,
    bonus: promotion.bonusItems,
    ...dates,
    attribute_conditions: field.conditions,
    limits: promotion.limits,
    price_conditions: promotion.priceConditions,
    excluded_promotions: promotion.excludedPromotions,
  }),
  v.transform(withPeriods),
);

const anyPromotion: Reader<AnyPromotion> = v.pipe(
  v.looseObject({id: v.number(), type: v.string(), name: field.texts, is_enabled: v.boolean(), ...dates}),
  v.transform(withPeriods),
);

export const bonusPage = pageOf('promotions', bonus);
export const promotionPage = pageOf('promotions', anyPromotion);

/** The input that would leave the promotion unchanged. */
export function toInput(answer: BonusPromotion): BonusPromotionInput {
  const {name, condition = null, bonus = null, limits, attribute_conditions, ...rest} = answer;
  const {promotion_periods, price_conditions, excluded_promotions} = rest;
  return {
    name,
    condition: condition?.map(({sku}) => ({sku})) ?? null,
    bonus: bonus?.map(({sku, quantity}) => ({sku, quantity})) ?? null,
    ...(promotion_periods.length && {promotion_periods}),
    ...present({price_conditions}),
    ...(excluded_promotions && {excluded_promotions}),
    ...(attribute_conditions?.length && {attribute_conditions}),
    ...(limits && {limits: promotion.toLimits(limits)}),
  } as BonusPromotionInput;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: BonusPromotion): object {
  return unknownFields(answer, BONUS_FIELDS, ['id', 'is_enabled']);
}
