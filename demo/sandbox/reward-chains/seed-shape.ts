import * as check from '../seed/checks.js';
import {clan, conditions, hours, image, localeMap, name, optionalText, reward, sku} from '../seed/field-shapes.js';
import type {SeedChain, SeedClaim, SeedContribution, SeedStep, SeedValuePoint} from './seed.js';

const MAX_STEPS = 31;
const MAX_REWARDS = 10;

const step = check.object<SeedStep>({
  step_id: check.whole(1),
  name: check.text(),
  image_url: image,
  price: check.object({amount: check.whole(1)}),
  reward: check.listOf(reward, 1, MAX_REWARDS),
});

const valuePoint = check.object<SeedValuePoint>({
  sku,
  name: check.text(),
  image_url: image,
  description: optionalText,
  long_description: optionalText,
  is_clan: check.flag,
});

const chain = check.object<SeedChain>({
  reward_chain_id: check.whole(1),
  name: check.text(),
  description: optionalText,
  long_description: optionalText,
  image_url: check.orNull(image),
  order: check.whole(),
  starts_in_hours: hours,
  ends_in_hours: check.orNull(hours),
  clan_type: optionalText,
  value_point: valuePoint,
  steps: check.listOf(step, 0, MAX_STEPS),
  recurrent_schedule: check.orNull(check.object({interval_type: check.text(), resets_in_hours: hours})),
  popup_header: localeMap,
  popup_instruction: localeMap,
  popup_image_url: check.orNull(image),
  attribute_conditions: conditions,
  is_always_visible: check.or(undefined, check.flag),
});

const given = {user: name, clan, reward_chain_id: check.whole(1)};

/** The shape of a seed's reward chains in a file. */
export const rewardChainsShape = {
  chains: check.listOf(chain),
  contributions: check.or([], check.listOf(check.object<SeedContribution>({...given, amount: check.whole(1)}))),
  claims: check.or([], check.listOf(check.object<SeedClaim>({...given, step_id: check.whole(1)}))),
};
