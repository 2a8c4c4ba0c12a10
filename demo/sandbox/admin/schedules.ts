import {toUnixTime} from '../world/times.js';

/** When something restarts: each day, week or month at a whole hour of some offset. */
export type Schedule =
  | {readonly interval_type: 'daily'; readonly time: string}
  | {readonly interval_type: 'weekly'; readonly day_of_week: number; readonly time: string}
  | {readonly interval_type: 'monthly'; readonly day_of_month: number; readonly time: string};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The first moment of the schedule after `now`, milliseconds since 1970. */
export function nextReset(schedule: Schedule, now: number): number {
  const {hour, offset} = readTime(schedule.time);
  // Days are counted in the offset's local time, and converted back at the end.
  const today = Math.floor((now + offset) / DAY) * DAY;
  for (let day = today; ; day += DAY) {
    const moment = day + hour - offset;
    if (moment > now && isOn(schedule, new Date(day))) return moment;
  }
}

/** The schedule in the vendor's answer, with the computed dates. */
export function answeredSchedule(schedule: Schedule, next: number, start: number = next): object {
  const {offset} = readTime(schedule.time);
  return {
    ...schedule,
    reset_next_date: toUnixTime(next),
    displayable_reset_start_date: toDateAt(start, offset, schedule.time),
    displayable_reset_next_date: toDateAt(next, offset, schedule.time),
  };
}

function isOn(schedule: Schedule, day: Date): boolean {
  switch (schedule.interval_type) {
    case 'daily':
      return true;
    case 'weekly':
      return (day.getUTCDay() || 7) === schedule.day_of_week;
    case 'monthly':
      return day.getUTCDate() === Math.min(schedule.day_of_month, daysInMonth(day));
  }
}

function daysInMonth(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

/** `01:00:00+08:00` as milliseconds. */
function readTime(time: string): {hour: number; offset: number} {
  const [, hour, sign, hours, minutes] = /^(\d\d):00:00([+-])(\d\d):(\d\d)$/.exec(time) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return {hour: Number(hour) * 60 * MINUTE, offset: sign === '-' ? -offset : offset};
}

function toDateAt(milliseconds: number, offset: number, time: string): string {
  return new Date(milliseconds + offset).toISOString().replace(/\.\d+Z$/, time.slice(-6));
}
