import {cached} from './formats.js';
import {joined} from './joined.js';

type DateFormat = Pick<Intl.DateTimeFormat, 'format'>;
type DayFormat = Pick<Intl.RelativeTimeFormat, 'format'>;

const times = new Map<string, DateFormat>();
const dates = new Map<string, DateFormat>();
const days = new Map<string, DayFormat>();

const DAY_MS = 86_400_000;

const TIME = {hour: 'numeric', minute: '2-digit'} as const;
const DATE = {weekday: 'short', month: 'short', day: 'numeric', ...TIME} as const;

const formatOf = (fields: Intl.DateTimeFormatOptions) => (tag: string | undefined) =>
  new Intl.DateTimeFormat(tag, {...fields, timeZone: 'UTC'});

/** For engines and test pages whose `Intl` lacks a part. */
const plainDates: DateFormat = {format: date => new Date(date ?? NaN).toISOString().slice(0, 16).replace('T', ' ')};
const plainTimes: DateFormat = {format: date => plainDates.format(date).slice(11)};
const plainDays: DayFormat = {format: count => (count === 0 ? 'today' : 'tomorrow')};

/**
 * A moment in the player's time zone: "tomorrow, 15:36" for today and tomorrow, else with its date. Milliseconds since
 * 1970; without a reliable `now` it uses the date, which is always correct.
 */
export function formatMoment(at: number, now: number | undefined, locale: string): string {
  const ahead = now === undefined ? NaN : dayOf(at) - dayOf(now);
  if (ahead !== 0 && ahead !== 1) return cached(dates, locale, plainDates, formatOf(DATE)).format(localOf(at));
  const time = cached(times, locale, plainTimes, formatOf(TIME)).format(localOf(at));
  const day = cached(days, locale, plainDays, tag => new Intl.RelativeTimeFormat(tag, {numeric: 'auto'}));
  return joined([day.format(ahead, 'day'), time]);
}

/** How long `formatMoment` returns the same text, milliseconds: until the player's next midnight. */
export function momentHoldsMs(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - now;
}

/** The number of the player's calendar day. */
function dayOf(time: number): number {
  return Math.floor(localOf(time) / DAY_MS);
}

/**
 * The moment at which UTC shows the player's local date and time. A formatter would keep the time zone of its creation,
 * but players travel.
 */
function localOf(time: number): number {
  return time - new Date(time).getTimezoneOffset() * 60_000;
}
