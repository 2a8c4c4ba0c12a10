import type {Family} from '../family.js';
import {addControlCalls} from './control-calls.js';
import {Chains} from './chains.js';
import {addPlayerCalls} from './player-calls.js';

/** Reward chains: points that players give, and steps that they claim. */
export const rewardChains: Family = {
  addPlayerCalls,
  addControlCalls,
  options: world => ({claims: world.of(Chains).claimRule}),
};
