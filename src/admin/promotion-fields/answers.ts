import * as v from 'valibot';
import {schedule} from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {toSchedule} from '../input/schedules.js';
import type {AnsweredLimits, AnsweredPriceCondition, BonusItem} from './fields.js';

export const priceConditions: Reader<readonly AnsweredPriceCondition[] | null | undefined> = v.nullish(
  v.array(v.looseObject({operator: v.string(), value: v.string()})),
);

export const items: Reader<readonly {readonly sku: string}[] | null | undefined> = v.nullish(
  v.array(v.looseObject({sku: v.string()})),
);

export const bonusItems: Reader<readonly BonusItem[] | null | undefined> = v.nullish(
  v.array(v.looseObject({sku: v.string(), quantity: v.optional(v.number())})),
);

export const limits: Reader<AnsweredLimits | null | undefined> = v.nullish(
  v.looseObject({
    per_user: v.nullish(v.looseObject({total: v.number()})),
    recurrent_schedule: v.nullish(v.looseObject({per_user: v.nullish(schedule)})),
  }),
);

export const redeemLimits = {
  redeem_user_limit: v.nullish(v.number()),
  redeem_code_limit: v.nullish(v.number()),
  redeem_total_limit: v.nullish(v.number()),
};

export const excludedPromotions = v.nullish(v.array(v.number()));

/** The input that would leave the limits unchanged. */
export function toLimits({per_user, recurrent_schedule, ...unknown}: AnsweredLimits): object {
  const restart = recurrent_schedule?.per_user;
  return {
    // The vendor's answer has `null` for limits of other promotion kinds, but a request must not contain them.
    ...Object.fromEntries(Object.entries(unknown).filter(([, value]) => value != null)),
    per_user: per_user?.total ?? null,
    recurrent_schedule: restart ? {per_user: toSchedule(restart)} : null,
  };
}
