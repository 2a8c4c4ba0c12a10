/* Scenarios about a change of clan. All begin with the game moving the player out of the wolves. */
import {clanQuest, freshQuest, OWLS, ownQuest, RAVENS, STEPS, WOLVES} from './clan-quest.js';
import {onlyOn, type Plans, type ScenarioStep} from './plan.js';
import {claimed} from './wire.js';
import {refusal} from './answers.js';

const moveTo = (clan: string | null): readonly ScenarioStep[] => [
  {description: clan ? `The game moves Rocket to the ${clan}.` : 'Rocket leaves the wolves.', session: {clan}},
];

const toRavens = {steps: moveTo('ravens'), newClan: (now: number) => [freshQuest(now, RAVENS), ownQuest(now)]};
const toOwls = {steps: moveTo('owls'), newClan: (now: number) => [freshQuest(now, OWLS), ownQuest(now)]};

const onUpdate = onlyOn('update');

/** Carried out, but the connection breaks before the first byte of the answer. */
async function lose(answer: () => Response): Promise<never> {
  answer();
  throw new TypeError('Failed to fetch');
}

export const switchPlans = {
  'poor-new-clan': {
    description: 'Rocket moves to a clan with few points; two rewards of the old clan can still be claimed.',
    ...toRavens,
  },
  'rich-new-clan': {
    description: 'Rocket moves to a clan that has reached the same steps; two rewards of the old clan can be claimed.',
    ...toOwls,
  },
  'left-clan': {
    description: 'Rocket has left the clan and joined no other; two rewards of the old clan can be claimed.',
    steps: moveTo(null),
    newClan: now => [clanQuest(now, []), ownQuest(now)],
  },
  'nothing-to-claim': {
    description: 'Rocket moves to another clan and had claimed everything before.',
    ...toRavens,
    chains: now => [clanQuest(now, WOLVES, {steps: STEPS.map(claimed)}), ownQuest(now)],
  },
  'slow-switch': {
    description: 'The clan switch is on its way and takes its time.',
    ...toRavens,
    inject: onUpdate(async (answer, held) => {
      await held;
      return answer();
    }),
  },
  'lost-answer': {
    description: 'The clan switch is carried out, but its answer, which alone lists the rewards, is lost.',
    ...toRavens,
    inject: onUpdate(lose),
  },
  'lost-for-now': {
    description: 'As lost-answer, and the network is gone: what was granted can be looked up later only.',
    ...toRavens,
    inject: () => {
      let isGone = false;
      return (call, answer) => {
        isGone ||= call === 'update';
        return isGone ? lose(answer) : answer();
      };
    },
  },
  'lost-answer-rich': {
    description: 'As lost-answer, but the new clan is as rich: nothing proves what was granted.',
    ...toOwls,
    inject: onUpdate(lose),
  },
  'empty-answer': {
    description: 'The answer to the clan switch lists nothing, though two rewards were due.',
    ...toRavens,
    listed: () => [],
  },
  'short-answer': {
    description: 'The answer to the clan switch lists one of the two rewards that were due.',
    ...toRavens,
    listed: granted => granted.slice(1),
  },
  'same-clan': {
    description: 'The game names another clan that the server does not know yet: nothing is granted.',
    steps: moveTo('ravens'),
    newClan: now => [clanQuest(now, WOLVES), ownQuest(now)],
    listed: () => [],
  },
  nameless: {
    description: 'The player has no id, so no receipt could be stored: nothing is sent without asking.',
    ...toRavens,
    nameless: true,
  },
  refused: {
    description: 'The server refuses the clan switch; nothing was changed.',
    ...toRavens,
    inject: onUpdate(() => refusal(422, 1102, 'Unprocessable Entity.')),
  },
} satisfies Plans;
