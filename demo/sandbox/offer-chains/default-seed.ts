import {gemChest, gems, megaPotion, smallPotion, superBox} from '../seed/items.js';
import type {OfferChainsSeed, SeedOfferItem, SeedOfferPoints, SeedOfferStep} from './seed.js';

const DAY = 24;

type Step = Omit<SeedOfferStep, 'step_number' | 'price'> & {readonly euros?: number};

function ladder(...steps: readonly Step[]): SeedOfferStep[] {
  return steps.map(({euros, ...step}, index) => ({
    ...step,
    step_number: index + 1,
    price: euros === undefined ? null : {amount: euros, currency: 'EUR'},
  }));
}

function some(item: SeedOfferItem, quantity: number): SeedOfferItem {
  return {...item, quantity};
}

function clanPoints(amount: number): SeedOfferPoints[] {
  return [{reward_chain_id: 101, amount}];
}

const filledBox: SeedOfferItem = {...superBox, content: [megaPotion, some(smallPotion, 3), gems(50)]};
const fullChest: SeedOfferItem = {...gemChest, content: [gems(500)]};

/** The offer chains out of the box. Rocket has claimed the first step of the ladder, so the next one costs € 0.99. */
export const offerChainsSeed: OfferChainsSeed = {
  offer_chains: [
    {
      id: 301,
      name: 'Winter ladder',
      description: 'Each step opens the next one',
      order: 1,
      starts_in_hours: -DAY,
      ends_in_hours: 9 * DAY,
      recurrent_schedule: null,
      steps: ladder(
        {item: gems(10)},
        {item: some(smallPotion, 3), euros: 0.99, points: clanPoints(10)},
        {item: megaPotion},
        {item: filledBox, euros: 4.99, points: clanPoints(60)},
        {item: fullChest},
      ),
    },
    {
      id: 302,
      name: 'Offer of the hour',
      description: null,
      order: 2,
      starts_in_hours: -3 * DAY,
      ends_in_hours: null,
      recurrent_schedule: {interval_type: 'hourly', resets_in_hours: 0.75},
      steps: ladder({item: gems(2)}, {item: fullChest, euros: 1.99}, {item: some(smallPotion, 1)}),
    },
  ],
  offer_claims: [{user: 'Rocket', offer_chain_id: 301, step_number: 1, claimed_in_hours: -5}],
};
