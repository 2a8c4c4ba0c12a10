import {assertUnique, SeedError} from '../seed/checks.js';
import type {RewardChainsSeed, SeedChain} from './seed.js';

/**
 * Checks that the reward chains of a seed are consistent.
 *
 * @throws SeedError with the path of the first part that is not.
 */
export function assertChainLinks({chains, contributions, claims}: RewardChainsSeed): void {
  assertUnique('chains', 'reward_chain_id', chains);
  chains.forEach(({steps}, index) => assertUnique(`chains[${index}].steps`, 'step_id', steps));
  contributions.forEach((row, index) => void chainOf(row, `contributions[${index}]`, chains));
  claims.forEach((row, index) => {
    const {steps, reward_chain_id} = chainOf(row, `claims[${index}]`, chains);
    if (steps.some(({step_id}) => step_id === row.step_id)) return;
    throw new SeedError(`claims[${index}].step_id`, `must be a step of chain ${reward_chain_id}`);
  });
}

/** The chain of a row; on a clan chain the row names the clan, on an individual one it names none. */
function chainOf(
  {reward_chain_id, clan}: {readonly reward_chain_id: number; readonly clan: string | null},
  place: string,
  chains: readonly SeedChain[],
): SeedChain {
  const chain = chains.find(candidate => candidate.reward_chain_id === reward_chain_id);
  if (!chain) throw new SeedError(`${place}.reward_chain_id`, 'must be the id of a chain');
  const {is_clan} = chain.value_point;
  if (is_clan && clan === null) throw new SeedError(`${place}.clan`, 'must be a clan: the chain is a clan chain');
  if (!is_clan && clan !== null) throw new SeedError(`${place}.clan`, 'must be null: the chain is an individual one');
  return chain;
}
