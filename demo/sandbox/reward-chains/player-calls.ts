import * as refuse from '../http/envelopes.js';
import {idIn, type AddPlayerCall, pageOf, type PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import {toBalance, toChainItem} from './chain-view.js';
import {Chains, type ClaimOutcome} from './chains.js';
import {chainOf} from './chain-in-path.js';

/** Default and maximum of `limit` in `get-reward-chains-list`. */
const PAGE_SIZE = 50;

export function addPlayerCalls(add: AddPlayerCall): void {
  add('GET', '/user/reward_chain', rewardChains);
  add('GET', '/user/reward_chain/:reward_chain_id/balance', balance);
  add('POST', '/user/reward_chain/:reward_chain_id/step/:step_id/claim', claimStep);
}

/** `get-reward-chains-list`. */
function rewardChains({c, world, boards, player}: PlayerRequest): Response {
  const {items, ...page} = pageOf(c, world.of(Chains).for(player), PAGE_SIZE);
  return illustrated(c, {...page, items: items.map(chain => toChainItem(world, player, chain, boards))});
}

/** `get-user-reward-chain-balance`. */
function balance(request: PlayerRequest): Response {
  const {c, world, player} = request;
  return illustrated(c, toBalance(world.of(Chains), player, chainOf(request)));
}

/** `claim-user-reward-chain-step-reward`. 204 without a body. Also a chain that is unknown, or not running, is 404/9911, its only 404. */
function claimStep({c, world, player}: PlayerRequest): Response {
  const refusals: Record<Exclude<ClaimOutcome, 'claimed'>, () => refuse.Refusal> = {
    'no-step': refuse.stepNotFound,
    'already-claimed': refuse.alreadyClaimed,
    'not-enough-points': refuse.notEnoughPoints,
  };
  const outcome = world.of(Chains).claim(player, idIn(c, 'reward_chain_id'), idIn(c, 'step_id'));
  if (outcome !== 'claimed') throw refusals[outcome]();
  return c.body(null, 204);
}
