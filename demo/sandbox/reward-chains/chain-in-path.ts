import {chainNotFound} from '../http/envelopes.js';
import {idIn, type PlayerRequest} from '../http/player-calls.js';
import {Chains} from './chains.js';
import type {SeedChain} from './seed.js';

/**
 * The chain in the path of a player's call.
 *
 * @throws Refusal 404/4001 if there is none, or none for this player.
 */
export function chainOf({c, world, player}: PlayerRequest): SeedChain {
  const chain = world.of(Chains).oneFor(player, idIn(c, 'reward_chain_id'));
  if (!chain) throw chainNotFound();
  return chain;
}
