import type {Context} from 'hono';
import {toDate, toUnixTime, type ChainPlan} from './calendar.js';
import type {Controls} from './control-calls.js';
import {Fields, readJson} from './control-input.js';
import type {SandboxEnv} from './env.js';
import {chainNotFound} from './envelopes.js';
import {toInteger} from './numbers.js';
import type {SeedChain} from './seed.js';
import type {World} from './world.js';

/** The latest Unix time in seconds; from here on clients take it for milliseconds. */
const MAX_UNIX_TIME = 99_999_999_999;

/**
 * `{date_start?, date_end?: … | null, reset_next_date?, enabled?}`, what is absent stays; dates as in the chain list.
 * Answers all four. The way to end a chain now, to start it again, to move its reset and to switch it off.
 */
export async function changeChain(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const chain = chainIn(c, world);
  world.calendar.change(chain, toChanges(new Fields(await readJson(c)), chain));
  return c.json(describe(chain, world.calendar.planOf(chain)));
}

/** Clears points and claims of every player on the chain; its dates stay. Answers those, like `changeChain`. */
export function clearChain(c: Context<SandboxEnv>, {world}: Controls): Response {
  const chain = chainIn(c, world);
  world.clear(chain);
  return c.json(describe(chain, world.calendar.planOf(chain)));
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

function chainIn(c: Context<SandboxEnv>, world: World): SeedChain {
  const chain = world.anyChain(toInteger(c.req.param('reward_chain_id'), 'reward_chain_id'));
  if (!chain) throw chainNotFound();
  return chain;
}
