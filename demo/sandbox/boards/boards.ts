import type {Family} from '../family.js';
import type {PlayerRequest} from '../http/player-calls.js';
import {Chains} from '../reward-chains/chains.js';
import {chainOf} from '../reward-chains/chain-in-path.js';
import {boardOf} from './board.js';

/** The boards of clans. */
export const boards: Family = {
  addPlayerCalls: add => add('GET', '/user/clan/contributors/:reward_chain_id/top', topContributors),
};

/**
 * `get-user-clan-top-contributors`. A bare array of at most ten, largest first; `[]` for a player without a clan. For
 * an individual chain not documented by the vendor; the sandbox answers `[]`, which is what its chain list shows.
 */
function topContributors(request: PlayerRequest): Response {
  const {c, boards, player} = request;
  return c.json(boardOf(boards.of(Chains), boards.player(player.user), chainOf(request)));
}
