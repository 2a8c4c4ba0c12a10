import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {date, flag, integer, localeMap, optionalLocaleMap, sku, stepsOf, whole} from '../input/fields.js';
import {offerSchedule} from '../input/schedules.js';

const MAX_STEPS = 30;

const step = {
  step_number: whole(1),
  is_free: v.boolean(),
  items: v.pipe(v.array(v.strictObject({sku, quantity: whole(1)})), v.length(1, 'must have exactly 1')),
};

const fields = {
  name: localeMap,
  description: optionalLocaleMap,
  is_enabled: v.boolean(),
  date_start: date,
  date_end: v.nullish(date),
  order: v.optional(integer),
  recurrent_schedule: v.nullish(offerSchedule),
  attribute_conditions: v.optional(attributeConditions),
  is_always_visible: flag,
};

/** The names of what can be replaced. */
export const OFFER_CHAIN_FIELDS = [...Object.keys(fields), 'steps'];

export const offerChainInput = v.strictObject({...fields, steps: stepsOf(v.strictObject(step), MAX_STEPS)});
export const offerChainUpdate = v.strictObject({
  ...fields,
  steps: stepsOf(v.strictObject({step_id: v.optional(whole(1)), ...step}), MAX_STEPS),
});
