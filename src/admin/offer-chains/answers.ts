import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {toSchedule} from '../input/schedules.js';
import {OFFER_CHAIN_FIELDS} from './checks.js';
import type {AnsweredOfferChain, AnsweredOfferStep, OfferChainRow, OfferChainUpdate} from './offer-chain.js';

const row = {
  id: v.number(),
  name: field.texts,
  description: field.someText,
  is_enabled: v.optional(v.boolean()),
  date_start: v.string(),
  date_end: field.optionalDate,
  order: v.optional(v.number()),
  recurrent_schedule: v.nullish(field.scheduleWithoutTime),
  attribute_conditions: field.conditions,
  is_always_visible: v.optional(v.boolean()),
};

const step = v.looseObject({
  step_id: v.number(),
  step_number: v.number(),
  is_free: v.boolean(),
  step_price: v.nullish(v.looseObject({amount: v.union([v.number(), v.string()]), currency: v.string()})),
  items: v.array(v.looseObject({sku: v.string(), quantity: v.number()})),
});

/** The vendor does not document the name of the field. */
export const created = field.idIn('offer_chain_id');

export const offerChain: Reader<AnsweredOfferChain> = v.looseObject({...row, steps: v.array(step)});

export const offerChainPage: Reader<{items: OfferChainRow[]; has_more?: boolean | undefined}> = v.looseObject({
  items: v.array(v.looseObject(row)),
  has_more: v.optional(v.boolean()),
});

/** The input that would leave the chain unchanged. */
export function toUpdate(answer: AnsweredOfferChain): OfferChainUpdate {
  const {name, description, is_enabled, date_start, date_end, order, is_always_visible, ...rest} = answer;
  const {recurrent_schedule, attribute_conditions, steps} = rest;
  return {
    ...present({name, description, is_enabled, date_start, date_end, order, is_always_visible}),
    ...(attribute_conditions?.length ? {attribute_conditions} : {}),
    recurrent_schedule: recurrent_schedule ? toSchedule(recurrent_schedule) : null,
    steps: steps.map(toStep),
  } as OfferChainUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: AnsweredOfferChain): object {
  return unknownFields(answer, OFFER_CHAIN_FIELDS, ['id']);
}

/** What a step costs and gives beyond its item follows from the item. */
function toStep(answer: AnsweredOfferStep): object {
  const {step_price: _, items, ...step} = answer;
  return {...step, items: items.map(field.withoutItemFacts)};
}
