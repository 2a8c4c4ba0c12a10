import type {Family} from '../family.js';
import type {PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import {clanAttribute, type Player} from '../players/player.js';
import {toReward} from '../reward-chains/chain-view.js';
import {Chains} from '../reward-chains/chains.js';
import type {SeedReward} from '../seed/fields.js';

/** A player's change of clan. */
export const clanSwitch: Family = {
  addPlayerCalls: add => add('PUT', '/user/clan/update', updateClan),
};

/** `user-clan-update`. Takes no body: the clan is the one in the player's attributes. */
function updateClan({c, world, player}: PlayerRequest): Response {
  return illustrated(c, {reward: moveToClan(world.of(Chains), player).map(toReward)});
}

/**
 * Sets the membership to the attribute's clan, as `user-clan-update` does. If they differ, every step that the old clan
 * had reached and the player had not claimed is claimed, and its rewards are returned, only this once. If they agree,
 * nothing happens and nothing is returned. Chains that the new attributes hide are settled, too.
 */
function moveToClan(chains: Chains, player: Player): SeedReward[] {
  const clan = clanAttribute(player);
  if (clan === player.clan) return [];
  const clanChains = chains.enabled.filter(chain => chain.value_point.is_clan);
  const rewards = clanChains.flatMap(chain => chains.claimAll(player, chain));
  player.clan = clan;
  return rewards;
}
