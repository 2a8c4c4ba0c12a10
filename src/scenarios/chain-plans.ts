/* Scenarios about the reward chain itself. */
import {clanQuest, freshQuest, gems, ownQuest, smallPotion, STEPS, superBox, WOLVES} from './clan-quest.js';
import {onlyOn, type Plans} from './plan.js';
import {claimed, DAY, isoAt, MINUTE, reward, rows, step, unixAt, type WireChain} from './wire.js';
import {refusal} from './answers.js';

/** The wolves' quest with some fields replaced. */
const withQuest = (fields: (now: number) => Partial<WireChain>) => ({
  chains: (now: number) => [clanQuest(now, WOLVES, fields(now)), ownQuest(now)],
});

const ITEMS = ['Sword', 'Shield', 'Helmet', 'Boots', 'Ring', 'Amulet', 'Banner', 'Horn', 'Lantern', 'Cloak'];

/** Nine steps with 34 rewards in total, mostly the same potion. */
const MANY = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(at => step(1_000 + at, at * 100, smallPotion, gems(at * 10), toItem(ITEMS[at]))),
  step(1_009, 1_000, ...ITEMS.map(toItem)),
];

function toItem(name = ''): ReturnType<typeof reward> {
  return reward({name, description: `${name} of the long night`});
}

const broken = (name: string) => `https://broken.example.com/${name}.png`;

const onClaim = onlyOn('claim', 'claim-day');

export const chainPlans = {
  claimable: {
    description: 'Every step but the last is reached and waits to be claimed.',
    chains: now => [freshQuest(now, WOLVES), ownQuest(now)],
  },
  'all-claimed': {
    description: 'The clan has reached every step and Rocket has claimed them all.',
    chains: now => [
      clanQuest(now, rows(['winner', 1_400], ['Rocket', 800]), {steps: STEPS.map(claimed)}),
      ownQuest(now),
    ],
  },
  locked: {
    description: 'The clan has a few points and no step is reached yet.',
    chains: now => [freshQuest(now, rows(['winner', 30], ['Rocket', 12])), ownQuest(now)],
  },
  'reset-soon': {
    description: 'The chain resets in 47 minutes, with two steps left to claim.',
    ...withQuest(now => ({
      recurrent_schedule: {interval_type: 'weekly', reset_next_date: unixAt(now + 47 * MINUTE)},
    })),
  },
  ended: {
    description: 'The chain ended yesterday.',
    ...withQuest(now => ({date_end: isoAt(now - DAY), recurrent_schedule: null})),
  },
  individual: {
    description: 'There is only a chain of the player’s own, which no clan has a part in.',
    chains: now => [ownQuest(now)],
    newClan: now => [ownQuest(now)],
  },
  'clanless-chain': {
    description: 'Rocket is in no clan; the project’s own texts and picture explain how to join one.',
    player: {clan: null},
    chains: now => [clanQuest(now, []), ownQuest(now)],
  },
  'no-chain': {
    description: 'The project has no reward chain at the moment.',
    chains: () => [],
    newClan: () => [],
  },
  'many-chains': {
    description: 'Sixty chains, more than one page of the list; the clan quest comes last.',
    chains: now => [
      ...Array.from({length: 59}, (_, index) => ({...ownQuest(now), reward_chain_id: 1_000 + index, order: index + 2})),
      clanQuest(now, WOLVES),
    ],
  },
  'many-rewards': {
    description: 'Nine steps with 34 rewards wait to be claimed, some of them the same item.',
    ...withQuest(() => ({steps: MANY})),
  },
  'long-texts': {
    description: 'Chain, steps and rewards have names that do not fit on a line.',
    ...withQuest(() => ({
      name: 'The great and truly unmissable anniversary quest of all clans of the eastern and western realms',
      clan_type: 'brotherhood',
      steps: STEPS.map(one => ({
        ...one,
        name: `${one.name}: the ${'very '.repeat(8)}long road to the north`,
        reward: [
          {...superBox, name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenschachtel', quantity: 1_000_000},
        ],
      })),
    })),
  },
  'broken-images': {
    description: 'No picture of the chain, its steps or its rewards can be loaded.',
    ...withQuest(() => ({
      image_url: broken('chain'),
      steps: STEPS.map(one => ({
        ...one,
        image_url: broken('step'),
        reward: one.reward.map(given => ({...given, image_url: broken('reward')})),
      })),
    })),
  },
  'slow-claim': {
    description: 'The claim of a step or a day is on its way and takes its time.',
    inject: onClaim(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'claim-refused': {
    description: 'The server refuses to let a step be claimed: the points are not enough after all.',
    inject: onClaim(() => refusal(422, 9913, 'Not enough value points to claim step reward.')),
  },
} satisfies Plans;
