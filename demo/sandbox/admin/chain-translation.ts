import type {ChainPlan} from '../reward-chains/calendar.js';
import {picture} from '../pictures/references.js';
import type {SeedReward} from '../seed/fields.js';
import type {SeedChain, SeedStep} from '../reward-chains/seed.js';
import type {Catalog} from './catalog.js';
import type {ManagedChain, ManagedStep, StepReward} from './reward-chain-input.js';
import type {Schedule} from './schedules.js';
import {inEnglish, shown, twoLetter, type Texts} from './texts.js';
import {toPlayerPoint, type ValuePoint} from './value-points.js';

/*
 * Converts chains between their two forms: in all languages, as managers write them, and in one, as players get them.
 */

const PICTURED_STEPS = 6;

/** The chain for players. Its hours are ignored: its dates go into the calendar. */
export function toPlayerChain(chain: ManagedChain, point: ValuePoint, catalog: Catalog): SeedChain {
  const {attribute_conditions, is_always_visible, recurrent_schedule} = chain;
  return {
    reward_chain_id: chain.reward_chain_id,
    name: shown(chain.name) ?? '',
    description: shown(chain.description),
    long_description: shown(chain.long_description),
    image_url: chain.image_url ?? null,
    order: chain.order,
    starts_in_hours: 0,
    ends_in_hours: null,
    clan_type: chain.clan_type ?? null,
    value_point: toPlayerPoint(point),
    steps: chain.steps.map((step, index) => toPlayerStep(step, index, catalog)),
    recurrent_schedule: recurrent_schedule
      ? {interval_type: recurrent_schedule.interval_type, resets_in_hours: 0}
      : null,
    popup_header: twoLetterOrNull(chain.popup_header),
    popup_instruction: twoLetterOrNull(chain.popup_instruction),
    popup_image_url: chain.popup_image_url ?? null,
    ...(attribute_conditions && {attribute_conditions}),
    ...(is_always_visible !== undefined && {is_always_visible}),
  };
}

/** A chain of the seed, in the form of managers. */
export function fromSeed(chain: SeedChain, {nextReset}: ChainPlan): ManagedChain {
  const {reward_chain_id, image_url, order, attribute_conditions, is_always_visible, recurrent_schedule} = chain;
  return {
    reward_chain_id,
    name: {en: chain.name},
    description: inEnglish(chain.description),
    long_description: inEnglish(chain.long_description),
    image_url,
    order,
    value_point: {sku: chain.value_point.sku},
    steps: chain.steps.map(fromSeedStep),
    recurrent_schedule: recurrent_schedule && scheduleOf(recurrent_schedule.interval_type, nextReset ?? 0),
    ...(attribute_conditions && {attribute_conditions}),
    ...(is_always_visible !== undefined && {is_always_visible}),
    ...(chain.value_point.is_clan && popupsOf(chain)),
  };
}

function toPlayerStep(
  {step_id, name, price, image_url, reward}: ManagedStep,
  index: number,
  catalog: Catalog,
): SeedStep {
  return {
    step_id,
    name: shown(name) ?? '',
    image_url: image_url ?? picture(`step-${Math.min(index + 1, PICTURED_STEPS)}`),
    price,
    reward: reward.map(each => toPlayerReward(each, catalog)),
  };
}

function toPlayerReward({sku, quantity, attribute_conditions}: StepReward, catalog: Catalog): SeedReward {
  const {item_id: _, ...item} = catalog.obtain(sku);
  return {...item, quantity, ...(attribute_conditions && {attribute_conditions})};
}

function fromSeedStep({step_id, name, price, image_url, reward}: SeedStep): ManagedStep {
  return {
    step_id,
    name: {en: name},
    price,
    image_url,
    reward: reward.map(({sku, quantity, attribute_conditions}) => {
      return {sku, quantity, ...(attribute_conditions && {attribute_conditions})};
    }),
  };
}

/** A seed may omit how to join a clan; managers must not. */
function popupsOf({popup_header, popup_instruction, popup_image_url, clan_type}: SeedChain): Partial<ManagedChain> {
  const absent: Texts = {en: ''};
  return {
    popup_header: popup_header ?? absent,
    popup_instruction: popup_instruction ?? absent,
    popup_image_url,
    clan_type,
  };
}

/** The schedule with resets on that day of the week or month, at that hour in UTC. */
export function scheduleOf(interval_type: string, nextReset: number): Exclude<Schedule, {interval_type: 'daily'}> {
  const date = new Date(nextReset);
  const time = `${date.toISOString().slice(11, 13)}:00:00+00:00`;
  if (interval_type === 'monthly') return {interval_type, day_of_month: date.getUTCDate(), time};
  return {interval_type: 'weekly', day_of_week: date.getUTCDay() || 7, time};
}

function twoLetterOrNull(texts: Texts | undefined): Texts | null {
  return texts ? twoLetter(texts) : null;
}
