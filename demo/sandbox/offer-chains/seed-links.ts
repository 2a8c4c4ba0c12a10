import {assertUnique, SeedError} from '../seed/checks.js';
import type {RewardChainsSeed} from '../reward-chains/seed.js';
import type {OfferChainsSeed, SeedOfferChain} from './seed.js';

/**
 * Whether what a seed says of offer chains fits together, and with its reward chains.
 *
 * @throws SeedError with the place of the first part that does not.
 */
export function assertOfferChainLinks({
  offer_chains,
  offer_claims,
  chains,
}: OfferChainsSeed & Pick<RewardChainsSeed, 'chains'>): void {
  assertUnique('offer_chains', 'id', offer_chains);
  const rewardChains = new Set(chains.map(({reward_chain_id}) => reward_chain_id));
  offer_chains.forEach((chain, index) => assertSteps(chain, `offer_chains[${index}].steps`, rewardChains));
  offer_claims.forEach(({offer_chain_id, step_number}, index) => {
    const place = `offer_claims[${index}]`;
    const chain = offer_chains.find(({id}) => id === offer_chain_id);
    if (!chain) throw new SeedError(`${place}.offer_chain_id`, 'must be the id of an offer chain');
    if (chain.steps.some(step => step.step_number === step_number)) return;
    throw new SeedError(`${place}.step_number`, `must be a step of offer chain ${offer_chain_id}`);
  });
}

function assertSteps({steps}: SeedOfferChain, place: string, rewardChains: ReadonlySet<number>): void {
  assertUnique(place, 'step_number', steps);
  steps.forEach(({points = []}, step) =>
    points.forEach(({reward_chain_id}, index) => {
      if (rewardChains.has(reward_chain_id)) return;
      throw new SeedError(`${place}[${step}].points[${index}].reward_chain_id`, 'must be the id of a chain');
    }),
  );
}
