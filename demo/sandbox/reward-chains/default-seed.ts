import type {RewardChainsSeed, SeedContribution} from './seed.js';
import {seedChains} from './seed-chains.js';

function given(reward_chain_id: number, clan: string | null, amounts: Record<string, number>): SeedContribution[] {
  return Object.entries(amounts).map(([user, amount]) => ({user, clan, reward_chain_id, amount}));
}

/** The default reward chains, with the players' points and claims. */
export const rewardChainsSeed: RewardChainsSeed = {
  chains: seedChains,
  contributions: [
    ...given(101, 'wolves', {winner: 555, Rocket: 398, MrJoe: 201, beginner: 1}),
    ...given(101, 'ravens', {corvid: 20}),
    ...given(101, 'owls', {strix: 900, bubo: 700}),
    ...given(102, 'wolves', {Rocket: 80, MrJoe: 40}),
    ...given(10, null, {Rocket: 130}),
  ],
  claims: [
    {user: 'Rocket', clan: 'wolves', reward_chain_id: 101, step_id: 1001},
    {user: 'Rocket', clan: null, reward_chain_id: 10, step_id: 11},
  ],
};
