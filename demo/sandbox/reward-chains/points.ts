import type {Player} from '../players/player.js';
import type {World} from '../world/world.js';
import {Chains} from './chains.js';

/** Gives a player's points to a chain. Those of a chain that is over, or of a clan chain where the player has no clan, go nowhere. */
export function givePoints(world: World, player: Player, chainId: number, amount: number): void {
  const chains = world.of(Chains);
  const chain = chains.get(chainId);
  if (chain && chains.calendar.isRunning(chain)) chains.contribute(player, chain, amount);
}
