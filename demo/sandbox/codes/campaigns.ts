import type {Condition} from '../players/attribute-conditions.js';
import {isWithin, type Period} from '../promotions/periods.js';
import type {SeedCode} from './seed.js';

const HOUR = 3600 * 1000;

/** What the codes of one coupon, promo code or unique offer have in common. */
export type Campaign = Pick<
  SeedCode,
  'type' | 'user_limit' | 'total_limit' | 'countries' | 'bonus' | 'units' | 'discount'
> & {
  readonly external_id: string;
  readonly is_enabled: boolean;
  readonly periods: readonly Period[];
  /** How often one code may be used, by all players; `null` is no limit. */
  readonly code_limit: number | null;
  /** Percent off single items; only of promo codes. */
  readonly discounted_items: readonly {readonly sku: string; readonly percent: number}[];
  /** Which players it is for. */
  readonly attribute_conditions?: readonly Condition[];
};

/** A code with what it gives. */
export type LiveCode = Campaign & {readonly code: string};

/** The campaign of a seed's code, named like the code. */
export function fromSeedCode(seed: SeedCode, startedAt: number): Campaign {
  const {type, user_limit, total_limit, countries, bonus, units, discount} = seed;
  const moment = (hours: number | null): number | null => (hours === null ? null : startedAt + hours * HOUR);
  const period = {from: moment(seed.starts_in_hours), until: moment(seed.ends_in_hours)};
  const isDated = period.from !== null || period.until !== null;
  return {
    ...{type, user_limit, total_limit, countries, bonus, units, discount},
    external_id: seed.code,
    is_enabled: true,
    periods: isDated ? [period] : [],
    code_limit: null,
    discounted_items: [],
  };
}

/** Whether a campaign can be used now, or still will be, or is over. */
export function phaseOf({periods}: Campaign, now: number): 'running' | 'coming' | 'over' {
  if (periods.length === 0 || periods.some(period => isWithin(period, now))) return 'running';
  return periods.some(({from}) => from !== null && from > now) ? 'coming' : 'over';
}
