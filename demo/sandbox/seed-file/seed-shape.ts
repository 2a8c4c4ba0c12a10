import type {Condition} from '../attribute-conditions.js';
import {pictureNames} from '../pictures/pictures.js';
import {picture} from '../pictures/references.js';
import type {
  Seed,
  SeedChain,
  SeedClaim,
  SeedContribution,
  SeedPlayer,
  SeedReward,
  SeedStep,
  SeedValuePoint,
} from '../seed.js';
import * as check from './checks.js';

/*
 * What a seed in a file must look like; `schema/seed.json` says the same to editors, and a test compares the two. What
 * may be null may be left out. Bounds are those of the vendor's answers, and a century for times.
 */

const A_CENTURY_IN_HOURS = 876_000;
const MAX_STEPS = 31;
const MAX_REWARDS = 10;
const MAX_CONDITIONS = 100;

const ownPictures = pictureNames.map(picture);

const image = check.valueOf(
  `an https address or a picture of the sandbox, such as ${picture('gem')}`,
  (value): value is string =>
    typeof value === 'string' && (/^https:\/\/[^\s/]+\/\S*$/.test(value) || ownPictures.includes(value)),
);
const optionalText = check.orNull(check.text());
const name = check.text('a text of 1 to 256 characters', /^[^]{1,256}$/);
const sku = check.text('letters, digits, dots, dashes and underscores, 1 to 255 of them', /^[A-Za-z0-9._-]{1,255}$/);
const hours = check.numberWithin(A_CENTURY_IN_HOURS);
const localeMap = check.orNull(check.mapOf(/^[a-z]{2}$/, optionalText));

const condition = check.object<Condition>({
  attribute: sku,
  type: check.oneOf('string', 'date', 'number'),
  operator: check.oneOf('eq', 'ne', 'er', 'lt', 'ee', 'le'),
  value: check.text('a text of at most 255 characters', /^[^]{0,255}$/),
  can_be_missing: check.or(undefined, check.flag),
});
const conditions = check.or(undefined, check.listOf(condition, 1, MAX_CONDITIONS));

const rewardFields = check.object<SeedReward>({
  sku,
  name: check.text(),
  type: check.oneOf('virtual_good', 'virtual_currency', 'bundle'),
  description: check.text(),
  image_url: image,
  quantity: check.whole(1),
  bundle_type: check.or(undefined, check.oneOf('standard', 'virtual_currency_package')),
  attribute_conditions: conditions,
});

const reward: check.Check<SeedReward> = (value, place) => {
  const fields = rewardFields(value, place);
  const isBundle = fields.type === 'bundle';
  if (isBundle && !fields.bundle_type) throw new check.SeedError(`${place}.bundle_type`, 'is missing in a bundle');
  if (!isBundle && fields.bundle_type) throw new check.SeedError(`${place}.bundle_type`, 'is for bundles only');
  return fields;
};

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

const clan = check.orNull(name);
const given = {user: name, clan, reward_chain_id: check.whole(1)};

/** A seed as a file has it: editors look for the schema under `$schema`. */
export const seedShape = check.object<Seed & {readonly $schema?: string}>({
  $schema: check.or(undefined, check.text()),
  project_id: check.whole(1),
  players: check.or([], check.listOf(check.object<SeedPlayer>({user: name, clan}))),
  chains: check.listOf(chain),
  contributions: check.or([], check.listOf(check.object<SeedContribution>({...given, amount: check.whole(1)}))),
  claims: check.or([], check.listOf(check.object<SeedClaim>({...given, step_id: check.whole(1)}))),
});
