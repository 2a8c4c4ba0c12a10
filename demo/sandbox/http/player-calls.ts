import type {Context, Hono} from 'hono';
import {createPlayer, type Player} from '../players/player.js';
import type {World} from '../world/world.js';
import {authorizationFailed, authorizationMissing, projectNotFound} from './envelopes.js';
import type {SandboxEnv} from './env.js';
import {toInteger} from './numbers.js';
import {addCall, type Method} from './routes.js';

const PROJECT_PATH = '/api/v2/project/:project_id';

/** A call by an authorised player in this project; `boards` is the world from which boards are read. */
export type PlayerRequest = {
  readonly c: Context<SandboxEnv>;
  readonly world: World;
  readonly boards: World;
  readonly player: Player;
};

export type PlayerCall = (request: PlayerRequest) => Response | Promise<Response>;

/** Adds a call below `/api/v2/project/{project_id}`. */
export type AddPlayerCall = (method: Method, path: string, call: PlayerCall, access?: Access) => void;

/** Who may call: players, or also those without any token, who are then a player without a name. */
export type Access = 'players' | 'anyone';

/**
 * Each call checks, in this order: a known method (405/0), a valid token (401/1501), this project (404/0), and valid
 * numbers (422/1102).
 */
export function playerCallsOf(app: Hono<SandboxEnv>, world: World): AddPlayerCall {
  return (method, path, call, access = 'players') =>
    addCall(app, method, PROJECT_PATH + path, c => {
      checkPlayer(c, world, access);
      return call(toPlayerRequest(c, world));
    });
}

/** A stale read sees an earlier world, and boards from that time or another. */
function toPlayerRequest(c: Context<SandboxEnv>, now: World): PlayerRequest {
  const {seconds = 0, boards_seconds = seconds} = c.var.stale ?? {};
  const world = now.ago(seconds);
  const {user} = c.var;
  const player = user === null ? createPlayer('', null) : world.player(user);
  return {c, world, boards: now.ago(boards_seconds), player};
}

function checkPlayer(c: Context<SandboxEnv>, world: World, access: Access): void {
  const isNameless = c.req.header('Authorization') === undefined;
  if (isNameless && access === 'players') throw authorizationMissing();
  if (!isNameless && c.var.user === null) throw authorizationFailed();
  if (idIn(c, 'project_id') !== world.projectId) throw projectNotFound();
}

/** One page of a list, as the list calls for players return it. */
export type Page<T> = {
  readonly has_more: boolean;
  readonly total_items_count: number;
  readonly items: readonly T[];
};

/**
 * The page that `limit` and `offset` select. The vendor doesn't document a `limit` above the maximum, or a page that is
 * not a number; the sandbox answers 422/1102.
 */
export function pageOf<T>(c: Context<SandboxEnv>, rows: readonly T[], maximum: number): Page<T> {
  const limit = toInteger(c.req.query('limit') ?? maximum, 'limit', 1, maximum);
  const offset = toInteger(c.req.query('offset') ?? 0, 'offset', 0);
  const items = rows.slice(offset, offset + limit);
  return {has_more: offset + items.length < rows.length, total_items_count: rows.length, items};
}

/** The whole number in the path parameter of that name. */
export function idIn(c: Context<SandboxEnv>, name: string): number {
  return toInteger(c.req.param(name), name);
}
