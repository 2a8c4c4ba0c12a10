import {GROUP_NAMES} from '../../../src/admin/project-file/index.js';
import {project} from './projects.js';

const GROUPS = GROUP_NAMES.join(', ');
const ID = 'must be 1 to 255 letters, digits, dots, dashes and underscores';
const DATE = 'must be a date and time with an offset, such as 2026-01-31T18:00:00+01:00';

/** The file with another value at one place, such as `coupons[0].name`; `undefined` removes it. */
export function withValue(place: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(project));
  const keys = place.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let parent = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) parent = (parent[key] ??= {}) as typeof parent;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** A place, what is wrong there, the rule, and the place that the message names if it is another one. */
export const WRONG: readonly (readonly [place: string, value: unknown, rule: string, named?: string])[] = [
  ['coupon', [], `is not a group; there are: ${GROUPS}`],
  ['coupons', {}, 'must be a list'],
  ['coupons', null, 'must be a list'],
  ['coupons[0]', 'winter', 'must be an object'],
  ['rules[0]', [], 'must be an object'],
  ['value_points[0].sku', undefined, 'is missing'],
  ['value_points[0].sku', 'a b', ID],
  ['value_points[0].name', undefined, 'is missing'],
  ['value_points[0].name', {}, 'must have at least one text'],
  ['value_points[0].is_clan', 'yes', 'must be true or false'],
  ['value_points[0].items', {}, 'must be a list'],
  ['value_points[0].items[0].amount', 0, 'must be a whole number from 1'],
  ['value_points[0].items[0].sku', undefined, 'is missing'],
  ['value_points[1]', {...project.value_points?.[0]}, 'is there before', 'value_points[1].sku'],
  ['value_points[0].colour', 'red', 'is not a known field'],
  ['reward_chains[0].key', undefined, 'is missing'],
  ['reward_chains[0].key', 5, ID],
  ['reward_chains[0].steps', [], 'must have 1 to 31'],
  ['reward_chains[0].steps[0].reward', [], 'must have 1 to 10'],
  ['reward_chains[0].steps[1].price.amount', -1, 'must be a whole number from 0'],
  ['reward_chains[0].steps[0].step_id', 5, 'is not a known field'],
  ['reward_chains[0].date_start', '2026-12-01', DATE],
  ['reward_chains[0].date_start', undefined, 'is missing'],
  ['reward_chains[0].popup_header', undefined, 'is missing'],
  ['reward_chains[0].value_point', undefined, 'is missing'],
  ['reward_chains[0].recurrent_schedule.day_of_week', 8, 'must be 1 to 7'],
  [
    'reward_chains[0].recurrent_schedule.time',
    '01:30:00+01:00',
    'must be a whole hour with an offset, such as 01:00:00+08:00',
  ],
  ['reward_chains[0].is_enabled', undefined, 'is missing'],
  ['bonuses[0].is_enabled', undefined, 'is missing'],
  ['bonuses[0].is_enabled', 1, 'must be true or false'],
  ['bonuses[0].condition', undefined, 'is missing'],
  ['bonuses[0].bonus[0].quantity', 0, 'must be a whole number from 1'],
  ['bonuses[0].limits.per_user', 1.5, 'must be a whole number from 1'],
  [
    'bonuses[0].price_conditions',
    [{operator: 'lt', value: '1'}],
    'must be null when `price_conditions` is given',
    'bonuses[0].condition',
  ],
  ['bonuses[0].excluded_promotions[0]', 'sail', 'must be the key of a bonus or discount of the file'],
  ['bonuses[0].excluded_promotions[0]', 1.5, 'must be a whole number'],
  ['bonuses[0].codes', ['X'], 'is not a known field'],
  [
    'bonuses[1]',
    {...project.bonuses?.[0], key: 'other'},
    'is there before; two records need two names',
    'bonuses[1].name',
  ],
  ['discounts[0].discount.percent', '110', 'must be 0 to 100 percent, written as a text'],
  ['discounts[0].discount.percent', 10, 'must be a text'],
  ['discounts[0].items', undefined, 'is missing'],
  ['discounts[0].attribute_conditions[0][0].operator', 'lt', 'must be one of: eq, ne'],
  ['coupons[0].external_id', '', ID],
  ['coupons[1]', {...project.coupons?.[0]}, 'is there before', 'coupons[1].external_id'],
  ['coupons[0].name', {en: 'x'}, 'must be a locale, such as en-US', 'coupons[0].name.en'],
  [
    'coupons[0].promotion_periods[0].date_until',
    null,
    'must each have a `date_until` if there are several',
    'coupons[0].promotion_periods',
  ],
  [
    'coupons[0].promotion_periods[1].date_from',
    '2028-01-01T00:00:00Z',
    'must be later than `date_from`',
    'coupons[0].promotion_periods[1].date_until',
  ],
  ['coupons[0].date_start', '2026-12-01T00:00:00Z', 'was replaced by `promotion_periods`'],
  ['coupons[0].codes[1]', 'SNOW FLAKE', 'must be 1 to 128 letters and digits'],
  ['coupons[0].codes', 'SNOW', 'must be a list'],
  ['coupons[0].redeem_user_limit', 0, 'must be a whole number from 1'],
  ['promo_codes[0].discounted_items', [], 'must have at least 1'],
  ['promo_codes[0].is_enabled', 'true', 'must be true or false'],
  ['unique_offers[0].items', ['a b'], ID, 'unique_offers[0].items[0]'],
  ['rules[0].name', '', 'must be 1 to 255 characters, the first no space'],
  ['rules[0].items', [], 'must have 1 to 100'],
  ['rules[0].items[0]', {}, 'must have a sku or an item_id'],
  ['rules[0].attribute_conditions', undefined, 'is missing'],
  ['daily_chains[0].type', undefined, 'is missing'],
  ['daily_chains[0].steps[0].step_number', 1, 'must not have a `step_number` twice', 'daily_chains[0].steps'],
  ['daily_chains[0].date_end', '2027-01-01T00:00:00Z', 'is not a known field'],
  ['offer_chains[0].steps[0].items', [], 'must have exactly 1'],
  ['offer_chains[0].steps[0].is_free', undefined, 'is missing'],
  ['offer_chains[0].recurrent_schedule.interval_type', 'daily', 'must be one of: weekly, monthly, hourly'],
  ['upsell', [], 'must be an object'],
  ['upsell.type', 'random', 'must be one of: fixed_list, most_sellable, only_promotions'],
  ['upsell.items', [], 'must have at least 1'],
  ['upsell.key', 'x', 'is not a known field'],
  ['coupon_campaigns[0].campaign_code', undefined, 'is missing'],
  ['coupon_campaigns[0].project_id', 7, 'is not a known field'],
  ['coupon_campaigns[0].redeems_count', 0, 'must be a whole number from 1'],
  ['promotions[0].project_id', 7, 'is not a known field'],
  ['promotions[0].is_enabled', undefined, 'is missing'],
  ['promotions[0].subject.purchase', true, 'must have one kind at a time', 'promotions[0].subject'],
  ['promotions[0].periods[0].to', '2026-01-01T00:00:00Z', 'must be later than `from`'],
  ['promotions[0].rewards.item.discount[0].discount_percent', 101, 'must be 0 to 100'],
  [
    'promotions[1]',
    {...project.promotions?.[0], key: 'other'},
    'is there before; two records need two names',
    'promotions[1].technical_name',
  ],
];
