import type {Period} from '../promotions/periods.js';
import {toDate} from '../world/times.js';

/** A version of the calls that have moved: `/v2` has one start and one end, `/v3` has periods. */
export type Version = 'v2' | 'v3';

/** A period as managers write it. Only `/v2` has periods without a start. */
export type WrittenPeriod = {readonly date_from: string | null; readonly date_until?: string | null};

export type Dated = {readonly promotion_periods?: readonly WrittenPeriod[]};

type OldDates = {readonly date_start?: string | null; readonly date_end?: string | null};

/** The body of either version with its dates as periods; none means always. */
export function withPeriods<Body extends Dated & OldDates>(version: Version, body: Body): Body {
  if (version === 'v3') return body;
  const {date_start = null, date_end = null, ...rest} = body;
  const isDated = date_start !== null || date_end !== null;
  return {
    ...rest,
    promotion_periods: isDated ? [{date_from: date_start, date_until: date_end}] : [],
  } as unknown as Body;
}

/**
 * The dates for an answer of that version. How `/v2` shows several periods is not documented; here it has the first
 * start and the last end.
 */
export function datesOf(version: Version, {promotion_periods = []}: Dated): object {
  const periods = promotion_periods.map(({date_from, date_until = null}) => ({date_from, date_until}));
  if (version === 'v3') return {promotion_periods: periods};
  const inOrder = [...periods].sort((one, other) => momentOf(one.date_from) - momentOf(other.date_from));
  return {date_start: inOrder[0]?.date_from ?? null, date_end: inOrder.at(-1)?.date_until ?? null};
}

/** The periods as players' calls read them. */
export function toPeriods({promotion_periods = []}: Dated): Period[] {
  return promotion_periods.map(({date_from, date_until}) => {
    return {from: toMoment(date_from), until: toMoment(date_until)};
  });
}

/** A start for codes of seeds that have none: managers' periods have one. */
const LONG_AGO = Date.UTC(2020, 0, 1);

/** The periods of a seed, as managers write them. */
export function fromPeriods(periods: readonly Period[]): WrittenPeriod[] {
  return periods.map(({from, until}) => {
    return {date_from: toDate(from ?? LONG_AGO), date_until: until === null ? null : toDate(until)};
  });
}

function toMoment(date: string | null | undefined): number | null {
  return date == null ? null : Date.parse(date);
}

function momentOf(date: string | null): number {
  return toMoment(date) ?? -Infinity;
}
