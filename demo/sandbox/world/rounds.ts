/** The vendor's words for how often something starts again. */
export type Interval = 'hourly' | 'daily' | 'weekly' | 'monthly';

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** When the current round of something that recurs began, and when the next one does, milliseconds since 1970. */
export type Round = {readonly since: number; readonly next: number};

/**
 * The round that is running. The first reset is at `first`; before it the round has no beginning. A month later is the
 * same day of the next month, or what JavaScript makes of one that the month does not have.
 */
export function roundAt(interval: Interval, first: number, now: number): Round {
  let count = 0;
  while (resetOf(interval, first, count) <= now) count = Math.max(count + 1, skipTo(interval, first, now));
  return {since: count === 0 ? -Infinity : resetOf(interval, first, count - 1), next: resetOf(interval, first, count)};
}

function resetOf(interval: Interval, first: number, count: number): number {
  if (interval === 'hourly') return first + count * HOUR;
  if (interval === 'daily') return first + count * DAY;
  if (interval === 'weekly') return first + count * WEEK;
  const date = new Date(first);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.getTime();
}

/** A number of resets that have certainly passed, so that nobody counts hours of years. */
function skipTo(interval: Interval, first: number, now: number): number {
  const longest = {hourly: HOUR, daily: DAY, weekly: WEEK, monthly: 31 * DAY}[interval];
  return Math.floor((now - first) / longest);
}
