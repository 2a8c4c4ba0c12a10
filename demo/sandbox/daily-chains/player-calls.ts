import * as refuse from '../http/envelopes.js';
import {idIn, type AddPlayerCall, pageOf, type PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import {toDailyChain} from './chain-view.js';
import {DailyChains, type DailyClaimOutcome} from './daily-chains.js';
import type {SeedDailyChain} from './seed.js';

/** Default and maximum of `limit` in `get-daily-chains-list`. */
const PAGE_SIZE = 50;

const PATH = '/user/daily_chain';

export function addPlayerCalls(add: AddPlayerCall): void {
  add('GET', PATH, dailyChains);
  add('GET', `${PATH}/:daily_chain_id`, dailyChain);
  add('POST', `${PATH}/:daily_chain_id/step/number/:step_number/claim`, claimDay);
}

/** `get-daily-chains-list`. */
function dailyChains({c, world, player}: PlayerRequest): Response {
  const chains = world.of(DailyChains);
  const {items, ...page} = pageOf(c, chains.enabled, PAGE_SIZE);
  return illustrated(c, {...page, items: items.map(chain => toDailyChain(chains, player.user, chain))});
}

/** `get-user-daily-chain-by-id`. */
function dailyChain(request: PlayerRequest): Response {
  const {c, world, player} = request;
  return illustrated(c, toDailyChain(world.of(DailyChains), player.user, chainOf(request)));
}

/** `claim-user-daily-chain-step-reward`. 204 without a body. The statuses of refusals are documented, their codes are not. */
function claimDay(request: PlayerRequest): Response {
  const {c, world, player} = request;
  const refusals: Record<Exclude<DailyClaimOutcome, 'claimed'>, () => refuse.Refusal> = {
    'no-step': refuse.dayNotFound,
    'already-claimed': refuse.alreadyClaimed,
    'not-now': refuse.dayNotClaimable,
  };
  const outcome = world.of(DailyChains).claim(player.user, chainOf(request), idIn(c, 'step_number'));
  if (outcome !== 'claimed') throw refusals[outcome]();
  return c.body(null, 204);
}

function chainOf({c, world}: PlayerRequest): SeedDailyChain {
  const chains = world.of(DailyChains);
  const chain = chains.get(idIn(c, 'daily_chain_id'));
  if (!chain || !chains.isEnabled(chain)) throw refuse.dailyChainNotFound();
  return chain;
}
