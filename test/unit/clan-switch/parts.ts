import type {Reward, RewardChain, RewardChainStep} from '../../../src/model.js';
import {rewardChain} from '../../support/fixtures/reward-chain.js';

/** A reward as the chain list has it. */
export function reward(sku: string, fields: Partial<Reward> = {}): Reward {
  return {sku, name: sku, type: 'virtual_good', source: 'expected', ...fields};
}

/** The same reward as an answer to the clan update has it. */
export function granted(sku: string, fields: Partial<Reward> = {}): Reward {
  return reward(sku, {source: 'answer', ...fields});
}

export function step(id: number, price: number | null, rewards: readonly Reward[], claimed = false): RewardChainStep {
  return {id, name: `Level ${id}`, price, claimed, rewards};
}

/** A clan chain with so many points. */
export function chain(id: number, points: number | null, ...steps: RewardChainStep[]): RewardChain {
  const valuePoint = {sku: 'points', name: 'Points', amount: points, isClan: true};
  return rewardChain({id, name: `Quest ${id}`, valuePoint, steps});
}

/** A chain where a box can be claimed, and nothing else. */
export const boxChain = chain(101, 600, step(1, 500, [reward('box')]), step(2, 1000, [reward('gem')]));
