import {shown} from '../admin/texts.js';
import {toDate} from '../world/times.js';
import type {World} from '../world/world.js';
import {isWithin} from './periods.js';
import {type Promotion, Promotions} from './promotions.js';

const PERCENT_DIGITS = 2;

/**
 * A promotion in the row of an item. How several periods show there is not documented; here the dates are those of the
 * current one.
 */
export function toPromotionRow(world: World, user: string, promotion: Promotion): object {
  const {name, periods, percent, gifts, user_limit} = promotion;
  const current = periods.find(period => isWithin(period, world.clock.now()));
  const available = world.of(Promotions).availableTo(user, promotion);
  return {
    name: shown(name) ?? '',
    date_start: dateOf(current?.from),
    date_end: dateOf(current?.until),
    discount: percent === null ? null : {percent: percent.toFixed(PERCENT_DIGITS), value: null},
    bonus: gifts.map(({sku, quantity, type, name: title, image_url, bundle_type}) => ({
      ...{sku, quantity, type, name: title, image_url},
      ...(bundle_type && {bundle_type}),
    })),
    ...(available !== null && {limits: {per_user: {available, total: user_limit}}}),
  };
}

function dateOf(moment: number | null | undefined): string | null {
  return moment == null ? null : toDate(moment);
}
