import * as v from 'valibot';
import {date, flag, integer, listOf, localeMap, optionalLocaleMap, sku, stepsOf, whole} from '../input/fields.js';

const day = {
  step_number: whole(1),
  items: listOf(v.strictObject({sku, quantity: v.optional(whole(1))}), 1),
};

const fields = {
  name: localeMap,
  description: optionalLocaleMap,
  is_enabled: v.boolean(),
  date_start: date,
  type: v.pipe(v.string(), v.regex(/\S/, 'must not be empty')),
  is_recurrent: flag,
  order: v.optional(integer),
};

/** The names of what can be replaced. */
export const DAILY_CHAIN_FIELDS = [...Object.keys(fields), 'steps'];

export const dailyChainInput = v.strictObject({...fields, steps: stepsOf(v.strictObject(day))});
export const dailyChainUpdate = v.strictObject({
  ...fields,
  steps: stepsOf(v.strictObject({step_id: v.optional(whole(1)), ...day})),
});
