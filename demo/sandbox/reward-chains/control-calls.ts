import type {Context} from 'hono';
import type {ChainPlan} from './calendar.js';
import {toDate, toUnixTime} from '../world/times.js';
import type {AddControlCall, Controls} from '../controls/controls.js';
import {Fields, readJson} from '../http/json-input.js';
import type {SandboxEnv} from '../http/env.js';
import {chainNotFound} from '../http/envelopes.js';
import {toInteger} from '../http/numbers.js';
import type {SeedChain} from './seed.js';
import {playerIn} from '../controls/player-in.js';
import {Chains} from './chains.js';

/** The latest Unix time in seconds; clients read larger numbers as milliseconds. */
const MAX_UNIX_TIME = 99_999_999_999;

const MAX_POINTS = 1e12;

export function addControlCalls(add: AddControlCall): void {
  add('PUT', '/options', setOptions);
  add('POST', '/users/:user/contributions', contribute);
  add('PUT', '/chains/:reward_chain_id', changeChain);
  add('POST', '/chains/:reward_chain_id/reset', clearChain);
}

/** `{claims}`. Answers the options. */
async function setOptions(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  fields.only('claims');
  const chains = world.of(Chains);
  chains.claimRule = fields.oneOf('claims', ['per-clan', 'per-chain']);
  return c.json({claims: chains.claimRule});
}

/** `{reward_chain_id, amount}`. Answers the chain and its account's new points. */
async function contribute(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  const chains = world.of(Chains);
  const chain = chains.get(fields.integer('reward_chain_id'));
  if (!chain) throw fields.refusal('reward_chain_id', 'must be the id of a reward chain');
  if (!chains.calendar.isRunning(chain)) throw fields.refusal('reward_chain_id', 'is a chain that is not running');
  const given = fields.integer('amount', 1, MAX_POINTS);
  fields.only('reward_chain_id', 'amount');
  const amount = chains.contribute(playerIn(c, world), chain, given);
  if (amount === null) throw fields.refusal('reward_chain_id', 'is a clan chain, and the player has no clan');
  return c.json({reward_chain_id: chain.reward_chain_id, amount});
}

/**
 * `{date_start?, date_end?: … | null, reset_next_date?, enabled?}`, absent fields stay unchanged; dates as in the chain
 * list. Answers all four. Ends a chain now, restarts it, moves its reset, or disables it.
 */
async function changeChain(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const {calendar} = world.of(Chains);
  const chain = chainIn(c, world.of(Chains));
  calendar.change(chain, toChanges(new Fields(await readJson(c)), chain));
  return c.json(describe(chain, calendar.planOf(chain)));
}

/** Clears points and claims of every player on the chain; its dates stay. Answers the dates, like `changeChain`. */
function clearChain(c: Context<SandboxEnv>, {world}: Controls): Response {
  const chains = world.of(Chains);
  const chain = chainIn(c, chains);
  chains.clear(chain);
  return c.json(describe(chain, chains.calendar.planOf(chain)));
}

function toChanges(fields: Fields, chain: SeedChain): Partial<ChainPlan> {
  fields.only('date_start', 'date_end', 'reset_next_date', 'enabled');
  return {
    ...(fields.has('date_start') && {start: fields.date('date_start')}),
    ...(fields.has('date_end') && {end: fields.get('date_end') === null ? null : fields.date('date_end')}),
    ...(fields.has('reset_next_date') && {nextReset: resetIn(fields, chain)}),
    ...(fields.has('enabled') && {enabled: fields.flag('enabled')}),
  };
}

function resetIn(fields: Fields, chain: SeedChain): number {
  if (!chain.recurrent_schedule) throw fields.refusal('reset_next_date', 'is for a chain with a recurrent_schedule');
  return fields.integer('reset_next_date', 0, MAX_UNIX_TIME) * 1000;
}

function describe({reward_chain_id}: SeedChain, {start, end, nextReset, enabled}: ChainPlan): object {
  return {
    reward_chain_id,
    date_start: toDate(start),
    date_end: end === null ? null : toDate(end),
    reset_next_date: nextReset === null ? null : toUnixTime(nextReset),
    enabled,
  };
}

function chainIn(c: Context<SandboxEnv>, chains: Chains): SeedChain {
  const chain = chains.get(toInteger(c.req.param('reward_chain_id'), 'reward_chain_id'));
  if (!chain) throw chainNotFound();
  return chain;
}
