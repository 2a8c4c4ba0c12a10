import * as v from 'valibot';
import {date, listOf, mapOnly, optionalLocaleMap, sku, whole} from '../input/fields.js';

const percent = numberFrom(0, 100);
const amount = numberFrom(0);

export const promotionInput = v.strictObject({
  technical_name: v.pipe(v.string(), v.regex(/\S/, 'must not be empty')),
  project_id: whole(1),
  label: optionalLocaleMap,
  name: optionalLocaleMap,
  description: optionalLocaleMap,
});

/** The names of what can be sent. */
export const PROMOTION_FIELDS = Object.keys(promotionInput.entries);

const entries = v.nullish(v.array(v.union([whole(1), mapOnly(v.record(v.string(), v.unknown()))], 'must be an id')));
const kinds = v.strictObject({
  purchase: v.optional(v.boolean()),
  items: v.nullish(v.array(v.strictObject({sku}))),
  packages: entries,
  subscriptions: entries,
  digital_contents: entries,
});

/** “The subject can take the following values: purchase, or items, or packages.” */
export const subject = v.pipe(
  kinds,
  v.check(value => Object.values(value).filter(isNamed).length <= 1, 'must have one kind at a time'),
);

export const paymentSystems = v.array(v.strictObject({id: whole(1), name: v.string()}));

const period = v.pipe(
  v.strictObject({from: date, to: date, offset: v.optional(v.string())}),
  v.forward(
    v.check(({from, to}) => Date.parse(from) < Date.parse(to), 'must be later than `from`'),
    ['to'],
  ),
);
export const periods = listOf(period, 0);

export const rewards = mapOnly(
  v.strictObject({
    purchase: v.nullish(v.strictObject({discount_percent: percent})),
    package: v.nullish(mapOnly(v.strictObject({bonus_percent: v.nullish(amount), bonus_amount: v.nullish(amount)}))),
    item: v.nullish(
      mapOnly(
        v.strictObject({
          discount: v.nullish(
            v.array(v.strictObject({sku, discount_percent: percent, max_amount: v.nullish(whole(1))})),
          ),
          bonus: v.nullish(v.array(v.strictObject({sku, quantity: whole(1)}))),
        }),
      ),
    ),
    subscription: v.nullish(v.strictObject({trial_days: whole(1)})),
  }),
);

export const campaigns = v.pipe(
  v.array(whole(1)),
  v.check(ids => new Set(ids).size === ids.length, 'must not have an id twice'),
);

function numberFrom(min: number, max = Number.MAX_SAFE_INTEGER) {
  const message = max === 100 ? `must be ${min} to ${max}` : `must be a number from ${min}`;
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
}

function isNamed(kind: unknown): boolean {
  return Array.isArray(kind) ? kind.length > 0 : kind === true;
}
