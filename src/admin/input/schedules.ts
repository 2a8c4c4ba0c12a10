import * as v from 'valibot';
import {whole} from './fields.js';

/** The hour of the restart, with its offset: `01:00:00+08:00`. Minutes and seconds are always 00. */
type Hour = string;

export type DailySchedule = {readonly interval_type: 'daily'; readonly time: Hour};

export type WeeklySchedule = {
  readonly interval_type: 'weekly';
  /** 1 is Monday, 7 is Sunday. */
  readonly day_of_week: number;
  readonly time: Hour;
};

export type MonthlySchedule = {
  readonly interval_type: 'monthly';
  /** 1 to 31; in a shorter month, its last day. */
  readonly day_of_month: number;
  readonly time: Hour;
};

/** Every hour. The vendor shows it in answers, but not the fields of its request. */
export type HourlySchedule = {readonly interval_type: 'hourly'; readonly time?: Hour | undefined};

const time = v.pipe(
  v.string(),
  v.regex(
    /^([01]\d|2[0-3]):00:00[+-]([01]\d|2[0-3]):[0-5]\d$/,
    'must be a whole hour with an offset, such as 01:00:00+08:00',
  ),
);

const daily = v.strictObject({interval_type: v.literal('daily'), time});
const weekly = v.strictObject({interval_type: v.literal('weekly'), day_of_week: whole(1, 7), time});
const monthly = v.strictObject({interval_type: v.literal('monthly'), day_of_month: whole(1, 31), time});

/** How often the limits of a promotion are reset (`recurrent_schedule`). */
export const limitSchedule = v.variant(
  'interval_type',
  [daily, weekly, monthly],
  'must be one of: daily, weekly, monthly',
);

/** How often a reward chain restarts (`recurrent_schedule_create_update`). */
export const chainSchedule = v.variant('interval_type', [weekly, monthly], 'must be one of: weekly, monthly');

const hourly = v.strictObject({interval_type: v.literal('hourly'), time: v.optional(time)});

/** How often an offer chain restarts. */
export const offerSchedule = v.variant(
  'interval_type',
  [weekly, monthly, hourly],
  'must be one of: weekly, monthly, hourly',
);

/** A schedule in an answer: with the fields of the other kinds as `null`, and the computed dates. */
export type AnsweredSchedule = {
  readonly interval_type: string;
  readonly day_of_week?: number | null | undefined;
  readonly day_of_month?: number | null | undefined;
  readonly time: string;
  /** Unix time, seconds. */
  readonly reset_next_date?: number | undefined;
  readonly displayable_reset_start_date?: string | undefined;
  readonly displayable_reset_next_date?: string | undefined;
};

/** Dates that the vendor computes from a schedule; requests must not contain them. */
const COMPUTED = ['reset_next_date', 'displayable_reset_start_date', 'displayable_reset_next_date'];

/** Turns an answered schedule into input: without computed dates and empty fields of other kinds. */
export function toSchedule(answer: object): object {
  const fields = Object.entries(answer).filter(([name, value]) => value != null && !COMPUTED.includes(name));
  return Object.fromEntries(fields);
}
