import {catalogSeed} from '../catalog/default-seed.js';
import {codesSeed} from '../codes/default-seed.js';
import {dailyChainsSeed} from '../daily-chains/default-seed.js';
import {offerChainsSeed} from '../offer-chains/default-seed.js';
import {rewardChainsSeed} from '../reward-chains/default-seed.js';
import type {Seed} from './seed.js';

/**
 * The world out of the box: project 44056 and player `Rocket` of the clan `wolves`, between a poor clan (`ravens`) and
 * a rich one (`owls`). On chain 101 Rocket has left two reached steps unclaimed; on no other reward chain is anything to claim.
 */
export const defaultSeed: Seed = {
  project_id: 44056,
  players: [
    {user: 'winner', clan: 'wolves'},
    {user: 'Rocket', clan: 'wolves'},
    {user: 'MrJoe', clan: 'wolves'},
    {user: 'beginner', clan: 'wolves'},
    {user: 'corvid', clan: 'ravens'},
    {user: 'strix', clan: 'owls'},
    {user: 'bubo', clan: 'owls'},
  ],
  ...rewardChainsSeed,
  ...dailyChainsSeed,
  ...offerChainsSeed,
  ...catalogSeed,
  ...codesSeed,
};
