import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {DAILY_CHAIN_FIELDS} from './checks.js';
import type {AnsweredDailyChain, AnsweredDay, DailyChainRow, DailyChainUpdate} from './daily-chain.js';

const row = {
  id: v.number(),
  name: field.texts,
  description: field.someText,
  is_enabled: v.optional(v.boolean()),
  date_start: v.string(),
  date_end: field.optionalDate,
  type: v.optional(v.string()),
  is_recurrent: v.optional(v.boolean()),
  number_of_steps: v.optional(v.number()),
  order: v.optional(v.number()),
};

const day = v.looseObject({
  step_id: v.number(),
  step_number: v.number(),
  items: v.array(v.looseObject({sku: v.string(), quantity: v.optional(v.number())})),
});

/** The vendor does not document the answer: these are the names in its other answers. */
export const created = field.idIn('daily_chain_id');

export const dailyChain: Reader<AnsweredDailyChain> = v.looseObject({...row, steps: v.array(day)});

export const dailyChainPage: Reader<{items: DailyChainRow[]; has_more?: boolean | undefined}> = v.looseObject({
  items: v.array(v.looseObject(row)),
  has_more: v.optional(v.boolean()),
});

/** Names of read-only fields. */
const READ_ONLY = ['id', 'date_end', 'number_of_steps'];

/** The input that would leave the chain unchanged. */
export function toUpdate(answer: AnsweredDailyChain): DailyChainUpdate {
  const {name, description, is_enabled, date_start, type, is_recurrent, order, steps} = answer;
  const fields = present({name, description, is_enabled, date_start, type, is_recurrent, order});
  return {...fields, steps: steps.map(toDay)} as DailyChainUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: AnsweredDailyChain): object {
  return unknownFields(answer, DAILY_CHAIN_FIELDS, READ_ONLY);
}

function toDay({items, ...day}: AnsweredDay): object {
  return {...day, items: items.map(field.withoutItemFacts)};
}
