import * as v from 'valibot';
import {attributeConditions} from '../input/conditions.js';
import {date, flag, imageUrl, integer, listOf, localeMap, optionalLocaleMap, sku, whole} from '../input/fields.js';
import {chainSchedule} from '../input/schedules.js';
import {CLAN_TYPES} from './reward-chain.js';

const MAX_STEPS = 31;
const MAX_REWARDS = 10;

const reward = v.strictObject({
  sku,
  quantity: whole(1),
  attribute_conditions: v.optional(attributeConditions),
});

const step = {
  name: localeMap,
  price: v.strictObject({amount: whole(0)}),
  reward: listOf(reward, 1, MAX_REWARDS),
  image_url: v.nullish(imageUrl),
};

const fields = {
  name: localeMap,
  is_enabled: v.boolean(),
  date_start: date,
  date_end: v.nullish(date),
  description: optionalLocaleMap,
  long_description: optionalLocaleMap,
  image_url: v.nullish(imageUrl),
  order: v.optional(integer),
  recurrent_schedule: v.nullish(chainSchedule),
  attribute_conditions: v.optional(attributeConditions),
  is_always_visible: flag,
};

const popups = {
  popup_header: localeMap,
  popup_instruction: localeMap,
  popup_image_url: v.nullish(imageUrl),
  clan_type: v.nullish(v.picklist(CLAN_TYPES, `must be one of: ${CLAN_TYPES.join(', ')}`)),
};

/** A field that the types allow only as `undefined`. */
const nothing = v.optional(v.undefined('cannot be changed'));
const noPopups = {popup_header: nothing, popup_instruction: nothing, popup_image_url: nothing, clan_type: nothing};

/** The names of what can be replaced. */
export const CHAIN_FIELDS = [...Object.keys(fields), 'steps', ...Object.keys(popups)];

const creation = {
  ...fields,
  value_point: v.strictObject({sku}),
  steps: listOf(v.strictObject(step), 1, MAX_STEPS),
};
const replacement = {
  ...fields,
  value_point: nothing,
  steps: listOf(v.strictObject({step_id: v.nullable(whole(1)), ...step}), 1, MAX_STEPS),
};

const individualInput = v.strictObject({...creation, ...noPopups});
const clanInput = v.strictObject({...creation, ...popups});
const individualUpdate = v.strictObject({...replacement, ...noPopups});
const clanUpdate = v.strictObject({...replacement, ...popups});

/** The kind of chain decides which fields it must have; a chain with any clan field is a clan chain. */
export function inputCheckOf(chain: object): v.GenericSchema {
  return isClan(chain) ? clanInput : individualInput;
}

/** See {@link inputCheckOf}. */
export function updateCheckOf(chain: object): v.GenericSchema {
  return isClan(chain) ? clanUpdate : individualUpdate;
}

function isClan(chain: object): boolean {
  return Object.keys(popups).some(name => (chain as Record<string, unknown> | null)?.[name] !== undefined);
}
