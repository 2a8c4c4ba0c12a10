import * as v from 'valibot';
import * as field from '../answers/fields.js';
import type {Reader} from '../answers/read.js';
import {present, unknownFields} from '../input/replacement.js';
import {toSchedule} from '../input/schedules.js';
import {CHAIN_FIELDS} from './checks.js';
import type {AnsweredRewardChain, AnsweredStep, RewardChainRow, RewardChainUpdate} from './reward-chain.js';

const row = {
  reward_chain_id: v.number(),
  name: field.texts,
  is_enabled: v.boolean(),
  date_start: v.string(),
  date_end: field.optionalDate,
  description: field.someText,
  long_description: field.someText,
  image_url: field.optionalImage,
  order: v.optional(v.number()),
  value_point: v.looseObject({sku: v.string(), is_clan: v.optional(v.boolean())}),
  recurrent_schedule: v.nullish(field.schedule),
  attribute_conditions: field.conditions,
  is_always_visible: v.optional(v.boolean()),
  popup_header: v.nullish(field.texts),
  popup_instruction: v.nullish(field.texts),
  popup_image_url: field.optionalImage,
  clan_type: v.nullish(v.string()),
};

const step = v.looseObject({
  step_id: v.number(),
  name: field.texts,
  price: v.looseObject({amount: v.number()}),
  reward: v.array(v.looseObject({sku: v.string(), quantity: v.number(), attribute_conditions: field.conditions})),
  image_url: field.optionalImage,
});

export const created = v.looseObject({reward_chain_id: v.number()});

export const rewardChain: Reader<AnsweredRewardChain> = v.looseObject({...row, steps: v.array(step)});

export const rewardChainPage: Reader<{items: RewardChainRow[]; has_more?: boolean | undefined}> = v.looseObject({
  items: v.array(v.looseObject(row)),
  has_more: v.optional(v.boolean()),
});

/** Names of read-only fields. `value_point` cannot be changed. */
const READ_ONLY = ['reward_chain_id', 'value_point', 'top_contributors'];

/** The input that would leave the chain unchanged. */
export function toUpdate(answer: AnsweredRewardChain): RewardChainUpdate {
  const {name, is_enabled, date_start, date_end, description, long_description, image_url, order, ...rest} = answer;
  const {steps, recurrent_schedule, is_always_visible} = rest;
  return {
    ...present({name, is_enabled, date_start, date_end, description, long_description, image_url, order}),
    ...present({is_always_visible}),
    steps: steps.map(toStep),
    recurrent_schedule: recurrent_schedule ? toSchedule(recurrent_schedule) : null,
    ...conditionsOf(answer),
    ...toPopups(answer),
  } as unknown as RewardChainUpdate;
}

/** The fields of the answer that this version does not know. */
export function unknownIn(answer: AnsweredRewardChain): object {
  return unknownFields(answer, CHAIN_FIELDS, READ_ONLY);
}

/** The vendor's answer for an individual chain may have empty popups, but its request must not have any. */
function toPopups(answer: AnsweredRewardChain): object {
  const {popup_header, popup_instruction, popup_image_url, clan_type, value_point} = answer;
  const popups = present({popup_header, popup_instruction, popup_image_url, clan_type});
  const isIndividual = value_point.is_clan === false || (!value_point.is_clan && !popup_header && !popup_instruction);
  return isIndividual && Object.values(popups).every(isEmpty) ? {} : popups;
}

function isEmpty(popup: string | object | null | undefined): boolean {
  return popup == null || Object.values(popup).every(text => text === null);
}

function toStep(step: AnsweredStep): object {
  return {...step, reward: step.reward.map(each => ({...withoutConditions(each), ...conditionsOf(each)}))};
}

function withoutConditions({attribute_conditions: _, ...rest}: AnsweredStep['reward'][number]): object {
  return rest;
}

function conditionsOf({attribute_conditions}: Pick<RewardChainRow, 'attribute_conditions'>): object {
  return attribute_conditions?.length ? {attribute_conditions} : {};
}
