import type {Context, Hono} from 'hono';
import {toBalance, toChainItem, toReward} from './chain-view.js';
import type {SandboxEnv} from './env.js';
import * as refuse from './envelopes.js';
import {toInteger} from './numbers.js';
import {illustrated} from './pictures/references.js';
import type {Player} from './player.js';
import {addCall} from './routes.js';
import type {SeedChain} from './seed.js';
import type {ClaimOutcome, World} from './world.js';

const USER_PATH = '/api/v2/project/:project_id/user';

/** Default and maximum of `limit` in `get-reward-chains-list`. */
const PAGE_SIZE = 50;

/** A call by an authorised player on this project. */
type Visit = {readonly c: Context<SandboxEnv>; readonly world: World; readonly player: Player};
type UserCall = (visit: Visit) => Response;

/**
 * Adds the five player calls of the vendor to the app. Each asks, in this order, for a known method (405/0), a valid
 * token (401/1501), this project (404/0), and numbers where numbers belong (422/1102).
 */
export function addUserCalls(app: Hono<SandboxEnv>, world: World): void {
  const add = (method: 'GET' | 'PUT' | 'POST', path: string, call: UserCall): void => {
    addCall(app, method, USER_PATH + path, c => call({c, world, player: visitor(c, world)}));
  };
  add('GET', '/clan/contributors/:reward_chain_id/top', topContributors);
  add('PUT', '/clan/update', updateClan);
  add('GET', '/reward_chain', rewardChains);
  add('GET', '/reward_chain/:reward_chain_id/balance', balance);
  add('POST', '/reward_chain/:reward_chain_id/step/:step_id/claim', claimStep);
}

/**
 * `get-user-clan-top-contributors`. A bare array of at most ten, largest first; `[]` for a player without a clan. For
 * an individual chain not documented by the vendor; the sandbox answers `[]`, which is what its chain list shows.
 */
function topContributors({c, world, player}: Visit): Response {
  return c.json(world.board(player, chainOf(c, world, player)));
}

/** `user-clan-update`. Takes no body: the clan is the one of the player's attributes. */
function updateClan({c, world, player}: Visit): Response {
  return illustrated(c, {reward: world.updateClan(player).map(toReward)});
}

/**
 * `get-reward-chains-list`. A `limit` above the maximum, or a page that is no number, is not documented by the vendor;
 * the sandbox answers 422/1102.
 */
function rewardChains({c, world, player}: Visit): Response {
  const limit = toInteger(c.req.query('limit') ?? PAGE_SIZE, 'limit', 1, PAGE_SIZE);
  const offset = toInteger(c.req.query('offset') ?? 0, 'offset', 0);
  const chains = world.chainsFor(player);
  const page = chains.slice(offset, offset + limit);
  return illustrated(c, {
    has_more: offset + page.length < chains.length,
    total_items_count: chains.length,
    items: page.map(chain => toChainItem(world, player, chain)),
  });
}

/** `get-user-reward-chain-balance`. */
function balance({c, world, player}: Visit): Response {
  return illustrated(c, toBalance(world, player, chainOf(c, world, player)));
}

/** `claim-user-reward-chain-step-reward`. 204 without a body. Also a chain that is unknown, or not running, is 404/9911, its only 404. */
function claimStep({c, world, player}: Visit): Response {
  const refusals: Record<Exclude<ClaimOutcome, 'claimed'>, () => refuse.Refusal> = {
    'no-step': refuse.stepNotFound,
    'already-claimed': refuse.alreadyClaimed,
    'not-enough-points': refuse.notEnoughPoints,
  };
  const outcome = world.claim(player, idIn(c, 'reward_chain_id'), idIn(c, 'step_id'));
  if (outcome !== 'claimed') throw refusals[outcome]();
  return c.body(null, 204);
}

function visitor(c: Context<SandboxEnv>, world: World): Player {
  if (c.req.header('Authorization') === undefined) throw refuse.authorizationMissing();
  if (c.var.user === null) throw refuse.authorizationFailed();
  if (idIn(c, 'project_id') !== world.projectId) throw refuse.projectNotFound();
  return world.player(c.var.user);
}

function chainOf(c: Context<SandboxEnv>, world: World, player: Player): SeedChain {
  const chain = world.chainFor(player, idIn(c, 'reward_chain_id'));
  if (!chain) throw refuse.chainNotFound();
  return chain;
}

function idIn(c: Context<SandboxEnv>, name: string): number {
  return toInteger(c.req.param(name), name);
}
