import type {SeedLimit, SeedPromotion} from '../catalog/seed.js';
import type {Condition} from '../players/attribute-conditions.js';
import {scheduleOf} from './chain-translation.js';
import {fromPeriods} from './dates.js';
import type {ItemPromotion} from './item-promotion-input.js';
import type {Schedule} from './schedules.js';

const HOUR = 3600 * 1000;

/**
 * A promotion of the seed in the form of managers: a discount, or a bonus promotion if it takes nothing off. No call of
 * managers has the gifts of a discount.
 */
export function fromSeedPromotion(seed: SeedPromotion, startedAt: number): ItemPromotion {
  const {id, name, skus, discount, bonus, user_limit, excluded_promotions, attribute_conditions: conditions} = seed;
  const items = skus.map(sku => ({sku}));
  const fields = {
    ...{id, name: {'en-US': name}, is_enabled: true, excluded_promotions},
    promotion_periods: periodsOf(seed, startedAt),
    ...(user_limit && {limits: limitsOf(user_limit, startedAt)}),
  };
  if (discount === null) {
    const gifts = bonus.map(({sku, quantity}) => ({sku, quantity}));
    return {
      ...fields,
      kind: 'bonus',
      condition: items,
      bonus: gifts,
      ...(conditions && {attribute_conditions: conditions}),
    };
  }
  return {
    ...{...fields, kind: 'item', items, discount: {percent: discount.toFixed(2)}},
    ...(conditions && {attribute_conditions: byType(conditions)}),
  };
}

function periodsOf({period: {from_in_hours, until_in_hours}}: SeedPromotion, startedAt: number) {
  if (from_in_hours === null && until_in_hours === null) return [];
  const moment = (hours: number | null): number | null => (hours === null ? null : startedAt + hours * HOUR);
  return fromPeriods([{from: moment(from_in_hours), until: moment(until_in_hours)}]);
}

function limitsOf(
  {total, interval_type, resets_in_hours}: SeedLimit,
  startedAt: number,
): NonNullable<ItemPromotion['limits']> {
  if (interval_type === null) return {per_user: total};
  const schedule = scheduleOf(interval_type, startedAt + (resets_in_hours ?? 0) * HOUR);
  const per_user: Schedule = interval_type === 'daily' ? {interval_type, time: schedule.time} : schedule;
  return {per_user: total, recurrent_schedule: {per_user}};
}

/** Lists of one type each, as discounts have them. */
function byType(conditions: readonly Condition[]): Condition[][] {
  const types = [...new Set(conditions.map(({type}) => type))];
  return types.map(type => conditions.filter(condition => condition.type === type));
}
