import {gemChest, gems, megaPotion, smallPotion, superBox} from '../seed/items.js';
import type {DailyChainsSeed, SeedDailyItem, SeedDailyStep} from './seed.js';

const DAY = 24;
/** How many hours before the server's start its day began. */
const SINCE_MORNING = 10;

function days(...gifts: readonly (SeedDailyItem | readonly SeedDailyItem[])[]): SeedDailyStep[] {
  return gifts.map((gift, index) => ({step_number: index + 1, items: [gift].flat()}));
}

function some(item: SeedDailyItem, quantity: number): SeedDailyItem {
  return {...item, quantity};
}

const filledBox: SeedDailyItem = {...superBox, content: [some(smallPotion, 2), gems(25)]};

/** The default daily chains. Rocket has missed the first of the seven days, and may claim the third. */
export const dailyChainsSeed: DailyChainsSeed = {
  daily_chains: [
    {
      id: 201,
      name: 'Seven days',
      description: 'A present for every day of your first week',
      order: 1,
      type: 'calendar_hard',
      is_recurrent: false,
      starts_in_hours: -2 * DAY - SINCE_MORNING,
      steps: days(gems(5), smallPotion, gems(10), some(smallPotion, 3), gems(25), megaPotion, [filledBox, gems(100)]),
    },
    {
      id: 202,
      name: 'Every day',
      description: null,
      order: 2,
      type: 'rolling',
      is_recurrent: true,
      starts_in_hours: -3 * DAY - SINCE_MORNING,
      steps: days(gems(2), gems(4), smallPotion, gems(8), gemChest),
    },
  ],
  daily_claims: [
    {user: 'Rocket', daily_chain_id: 201, step_number: 2, claimed_in_hours: -20},
    {user: 'Rocket', daily_chain_id: 202, step_number: 1, claimed_in_hours: -52},
    {user: 'Rocket', daily_chain_id: 202, step_number: 2, claimed_in_hours: -28},
    {user: 'Rocket', daily_chain_id: 202, step_number: 3, claimed_in_hours: -4},
  ],
};
