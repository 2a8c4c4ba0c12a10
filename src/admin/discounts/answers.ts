import * as v from 'valibot';
import type {AnsweredCondition} from '../answers/fields.js';
import * as field from '../answers/fields.js';
import {dates, withPeriods} from '../answers/periods.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import * as promotion from '../promotion-fields/answers.js';
import {pageOf} from '../records/answers.js';
import {DISCOUNT_FIELDS} from './checks.js';
import type {Discount, DiscountInput} from './discount.js';

const group = v.pipe(
  field.conditions,
  v.transform(rows => rows ?? []),
);

/** One list, as documented for answers, or a list of lists, as in requests. */
const conditions: Reader<readonly AnsweredCondition[] | null | undefined> = v.nullish(
  v.union([
    field.conditions,
    v.pipe(
      v.array(group),
      v.transform(groups => groups.flat()),
    ),
  ]),
);

export const discount: Reader<Discount> = v.pipe(
  v.looseObject({
    id: v.number(),
    name: field.texts,
    is_enabled: v.boolean(),
    discount: v.nullish(v.looseObject({percent: v.nullish(v.string())})),
    items: promotion.items,
    ...dates,
    attribute_conditions: conditions,
    limits: promotion.limits,
    price_conditions: promotion.priceConditions,
    excluded_promotions: promotion.excludedPromotions,
  }),
  v.transform(withPeriods),
);

export const discountPage = pageOf('promotions', discount);

/** The input that would leave the promotion unchanged. */
export function toInput(answer: Discount): DiscountInput {
  const {name, items = null, promotion_periods, attribute_conditions, limits, ...rest} = answer;
  const {price_conditions, excluded_promotions} = rest;
  return {
    name,
    items,
    ...present({discount: rest.discount, price_conditions}),
    ...(promotion_periods.length && {promotion_periods}),
    ...(excluded_promotions && {excluded_promotions}),
    ...(attribute_conditions?.length && {attribute_conditions: byType(attribute_conditions)}),
    ...(limits && {limits: promotion.toLimits(limits)}),
  } as unknown as DiscountInput;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: Discount): object {
  return unknownFields(answer, DISCOUNT_FIELDS, ['id', 'is_enabled']);
}

/** All conditions must be met, so their grouping changes nothing. */
function byType(rows: readonly AnsweredCondition[]): AnsweredCondition[][] {
  return [...new Set(rows.map(({type}) => type))].map(type => rows.filter(row => row.type === type));
}
