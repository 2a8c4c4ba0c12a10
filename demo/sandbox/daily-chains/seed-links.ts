import {assertUnique, SeedError} from '../seed/checks.js';
import type {DailyChainsSeed} from './seed.js';

/**
 * Checks that the daily chains of a seed are consistent.
 *
 * @throws SeedError with the path of the first part that is not.
 */
export function assertDailyChainLinks({daily_chains, daily_claims}: DailyChainsSeed): void {
  assertUnique('daily_chains', 'id', daily_chains);
  daily_chains.forEach(({steps}, index) => assertUnique(`daily_chains[${index}].steps`, 'step_number', steps));
  daily_claims.forEach(({daily_chain_id, step_number}, index) => {
    const place = `daily_claims[${index}]`;
    const chain = daily_chains.find(({id}) => id === daily_chain_id);
    if (!chain) throw new SeedError(`${place}.daily_chain_id`, 'must be the id of a daily chain');
    if (chain.steps.some(step => step.step_number === step_number)) return;
    throw new SeedError(`${place}.step_number`, `must be a step of daily chain ${daily_chain_id}`);
  });
}
