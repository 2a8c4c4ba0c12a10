/* The daily chains of the scenarios. */
import {gems, megaPotion, smallPotion, superBox} from './clan-quest.js';
import {DAY, HOUR, isoAt, unixAt, type WireDailyChain, type WireDay, type WireReward} from './wire.js';

/** The rewards of the seven days. */
const GIFTS: readonly (readonly WireReward[])[] = [
  [gems(5)],
  [smallPotion],
  [gems(10)],
  [{...smallPotion, quantity: 3}],
  [gems(25)],
  [megaPotion],
  [superBox, gems(100)],
];

/** Days with these statuses; the third began ten hours ago. */
export function days(
  now: number,
  statuses: readonly string[],
  gifts: readonly (readonly WireReward[])[] = GIFTS,
): WireDay[] {
  return statuses.map((status, index) => ({
    step_number: index + 1,
    status,
    unlocked_date: unixAt(now - 10 * HOUR + (index - 2) * DAY),
    items: (gifts[index % gifts.length] ?? []).map((item, at) => ({item_id: at + 1, ...item, is_free: false})),
  }));
}

const LATER = 'claim_in_future';

/** The first of seven days missed, the second claimed, the third claimable. */
export const STATUSES = ['blocked', 'claimed', 'claimable', LATER, LATER, LATER, LATER];

/** Daily chain 201, the seven days of a calendar. */
export function dailyWeek(now: number, fields: Partial<WireDailyChain> = {}): WireDailyChain {
  return {
    id: 201,
    name: 'Seven days',
    description: 'A present for every day of your first week',
    order: 1,
    date_start: isoAt(now - 10 * HOUR - 2 * DAY),
    date_end: isoAt(now - 10 * HOUR + 5 * DAY),
    type: 'calendar_hard',
    steps: days(now, STATUSES),
    ...fields,
  };
}

/** Daily chain 202, which waits for the player. */
export function everyDay(now: number): WireDailyChain {
  const [first, ...later] = days(now, ['claimable', LATER, LATER, LATER, LATER]);
  const steps = [...(first ? [first] : []), ...later.map(day => ({...day, unlocked_date: null}))];
  return dailyWeek(now, {
    id: 202,
    name: 'Every day',
    description: null,
    order: 2,
    date_end: null,
    type: 'rolling',
    steps,
  });
}
