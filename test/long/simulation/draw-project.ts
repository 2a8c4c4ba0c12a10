import type {Reward} from '../../../src/model.js';
import {type Chain, createProject, OWN_NAME, type Project, type Rules} from './project.js';
import type {Random} from './random.js';
import type {Settings} from './settings.js';

export const CLANS = ['wolves', 'ravens', 'owls'] as const;
const DAY_MS = 24 * 3_600_000;

/** Poor, middling and rich clans, with and without the player's own points and claims, on one to three chains. */
export function drawProject(random: Random, {boards, friends}: Settings, today: () => number): Project {
  const chains = Array.from({length: random.pick([1, 1, 2, 3])}, (_, index) => drawChain(random, 101 + index, today()));
  const rules: Rules = {
    claims: random.pick(['per-clan', 'per-chain'] as const),
    claimsEnded: random.chance(0.5),
    boards,
  };
  const project = createProject(chains, rules, today);
  const drawn = random.pick([0, 0, 0.2, 0.8]);
  const travelling = friends ? 1 : drawn;
  for (const clan of CLANS) for (const chain of chains) settle(random, {project, clan, chain, travelling});
  for (const clan of CLANS) claimSome(random, project, clan);
  project.member = project.attribute = random.chance(0.15) ? null : random.pick(CLANS);
  return project;
}

function drawChain(random: Random, id: number, today: number): Chain {
  const steps = Array.from({length: random.between(1, 4)}, (_, index) => ({
    id: id * 10 + index,
    price: 100 * 2 ** index,
    rewards: Array.from({length: random.between(1, 2)}, () => drawReward(random, id)),
  }));
  const everyMs = random.between(1, 7) * DAY_MS;
  return {
    id,
    steps,
    ...(random.chance(0.5) && {everyMs, resetAt: today + random.between(1, everyMs)}),
    ...(random.chance(0.1) && {endsAt: today + random.between(-1, 3) * DAY_MS}),
    isGone: false,
  };
}

/** Some items are on several chains, so that a list holds them several times. */
function drawReward(random: Random, chainId: number): Reward {
  const sku = random.chance(0.3) ? 'potion' : `item.${chainId}.${random.between(1, 99)}`;
  return {sku, name: sku, type: 'virtual_good', source: 'expected', ...(random.chance(0.3) && {quantity: 50})};
}

type Settling = {project: Project; clan: string; chain: Chain; travelling: number};

/** Nobody, few or many members; some of them have given points in another clan, too. */
function settle(random: Random, {project, clan, chain, travelling}: Settling): void {
  const members = random.pick(travelling === 1 ? [1, 2] : [0, 1, 1, 2, 2, 3, 12]);
  const wealth = random.pick([20, 150, 600]);
  for (let index = 0; index < members; index++) {
    const name = random.chance(travelling)
      ? `traveller ${random.between(1, travelling === 1 ? 2 : 5)}`
      : `${clan} ${index}`;
    contribute(name, Math.ceil((wealth * random.next()) / members));
  }
  if (random.chance(0.3)) contribute(OWN_NAME, random.between(1, 200));

  function contribute(name: string, amount: number): void {
    project.contribute({clan, chainId: chain.id, name, amount, mayUnlock: true});
  }
}

function claimSome(random: Random, project: Project, clan: string): void {
  project.member = clan;
  for (const {chainId, stepId} of project.claimable()) if (random.chance(0.2)) project.claim(chainId, stepId);
}
