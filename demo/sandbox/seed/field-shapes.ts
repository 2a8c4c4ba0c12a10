import type {Condition} from '../players/attribute-conditions.js';
import {pictureNames} from '../pictures/pictures.js';
import {picture} from '../pictures/references.js';
import * as check from './checks.js';
import type {SeedReward} from './fields.js';

/* The shapes of parts that several families share, in a file. */

const A_CENTURY_IN_HOURS = 876_000;
const MAX_CONDITIONS = 100;

const ownPictures = pictureNames.map(picture);

export const image = check.valueOf(
  `an https address or a picture of the sandbox, such as ${picture('gem')}`,
  (value): value is string =>
    typeof value === 'string' && (/^https:\/\/[^\s/]+\/\S*$/.test(value) || ownPictures.includes(value)),
);
export const optionalText = check.orNull(check.text());
export const name = check.text('a text of 1 to 256 characters', /^[^]{1,256}$/);
export const sku = check.text(
  'letters, digits, dots, dashes and underscores, 1 to 255 of them',
  /^[A-Za-z0-9._-]{1,255}$/,
);
export const hours = check.numberWithin(A_CENTURY_IN_HOURS);
export const localeMap = check.orNull(check.mapOf(/^[a-z]{2}$/, optionalText));

const condition = check.object<Condition>({
  attribute: sku,
  type: check.oneOf('string', 'date', 'number'),
  operator: check.oneOf('eq', 'ne', 'er', 'lt', 'ee', 'le'),
  value: check.text('a text of at most 255 characters', /^[^]{0,255}$/),
  can_be_missing: check.or(undefined, check.flag),
});
export const conditions = check.or(undefined, check.listOf(condition, 1, MAX_CONDITIONS));

type RewardFields = Omit<SeedReward, 'attribute_conditions'>;

/** A reward of a step, with the family's additional fields. */
export function rewardOf<Reward extends RewardFields>(
  more: check.Checks<Omit<Reward, keyof RewardFields>>,
): check.Check<Reward> {
  const fieldsOf = check.object<RewardFields>({
    sku,
    name: check.text(),
    type: check.oneOf('virtual_good', 'virtual_currency', 'bundle'),
    description: check.text(),
    image_url: image,
    quantity: check.whole(1),
    bundle_type: check.or(undefined, check.oneOf('standard', 'virtual_currency_package')),
    ...more,
  });
  return (value, place) => {
    const fields = fieldsOf(value, place);
    const isBundle = fields.type === 'bundle';
    if (isBundle && !fields.bundle_type) throw new check.SeedError(`${place}.bundle_type`, 'is missing in a bundle');
    if (!isBundle && fields.bundle_type) throw new check.SeedError(`${place}.bundle_type`, 'is for bundles only');
    return fields as Reward;
  };
}

export const reward = rewardOf<SeedReward>({attribute_conditions: conditions});

/** The clan of a player, `null` without one. */
export const clan = check.orNull(name);
