import type {Context, Hono, MiddlewareHandler} from 'hono';
import type {Family} from '../family.js';
import {playerIn} from './player-in.js';
import type {AddControlCall, Controls} from './controls.js';
import {Fields, readJson} from '../http/json-input.js';
import type {SandboxEnv} from '../http/env.js';
import {Refusal} from '../http/envelopes.js';
import {toFaultRules} from '../faults/fault-input.js';
import {isLoopbackHost, isLoopbackOrigin} from '../http/loopback.js';
import {writeAttributes} from '../players/player.js';
import {addCall, addCalls} from '../http/routes.js';
import {toDate} from '../world/times.js';
import {DEFAULT_LIFETIME_SECONDS} from '../http/tokens.js';

/** The vendor's bounds for a user attribute. */
const ATTRIBUTE_KEY = /^\w{1,256}$/;
const MAX_TEXT = 256;
const MAX_LIFETIME_SECONDS = 1e9;
const MAX_ADVANCE_SECONDS = 1e8;

/** Adds the control calls, with which a test, a demo page or a game server changes the world from outside the API. */
export function addControlCalls(app: Hono<SandboxEnv>, controls: Controls, families: readonly Family[]): void {
  const add: AddControlCall = (method, path, call) => {
    addCall(app, method, `/sandbox${path}`, async c => await call(c, controls));
  };
  app.use('/sandbox/*', loopbackOnly);
  add('POST', '/reset', c => reset(c, controls, families));
  add('POST', '/users/:user/token', issueToken);
  add('PUT', '/users/:user/attributes', setAttributes);
  add('POST', '/clock', advanceClock);
  add('GET', '/log', (c, {log}) => c.json(log.rows));
  for (const family of families) family.addControlCalls?.(add);
  const faults = (c: Context<SandboxEnv>): Promise<Response> => faultRules(c, controls);
  addCalls(app, '/sandbox/faults', {GET: faults, PUT: faults});
}

/**
 * Refuses a request to this machine under another host name: any page can point its own name at 127.0.0.1 and would then be
 * same-origin. Also refuses requests from pages of other origins, which need no CORS to post a form.
 */
const loopbackOnly: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const {host = '', origin} = c.env.incoming.headers;
  if (!isLoopbackHost(host)) throw new Refusal(403, 0, 'Control calls are answered on a loopback host only');
  if (origin !== undefined && !isLoopbackOrigin(origin)) {
    throw new Refusal(403, 0, 'Control calls are answered to pages of a loopback origin only');
  }
  await next();
};

/** Restores the state after the start, including faults and log; tokens stay valid. Answers the options. */
function reset(
  c: Context<SandboxEnv>,
  {world, office, faults, log, clock}: Controls,
  families: readonly Family[],
): Response {
  clock.reset();
  world.reset();
  office.reset();
  faults.set([]);
  log.clear();
  return c.json(Object.assign({}, ...families.map(({options}) => options?.(world))));
}

/**
 * `{seconds}`: moves the sandbox's clock forward, until the next reset. Answers its time. Tokens stay valid: their life
 * is measured by the machine's clock.
 */
async function advanceClock(c: Context<SandboxEnv>, {world, clock}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  fields.only('seconds');
  clock.advance(fields.integer('seconds', 0, MAX_ADVANCE_SECONDS) * 1_000);
  return c.json({now: toDate(world.clock.now())});
}

/** `{expires_in?, opaque?}`, seconds. Answers `{token, expires_in}`: a JWT, or a Pay Station kind of string. */
async function issueToken(c: Context<SandboxEnv>, {world, tokens}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  const expires_in = fields.has('expires_in')
    ? fields.integer('expires_in', -MAX_LIFETIME_SECONDS, MAX_LIFETIME_SECONDS)
    : DEFAULT_LIFETIME_SECONDS;
  const opaque = fields.flag('opaque');
  fields.only('expires_in', 'opaque');
  const {user} = playerIn(c, world);
  const token = opaque ? tokens.issueOpaque(user, expires_in) : await tokens.issue(user, expires_in);
  return c.json({token, expires_in});
}

/** `{clan: string | null, …}`; named keys only, `null` removes. Answers all attributes and the membership. */
async function setAttributes(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  const changes = Object.fromEntries(fields.names.map(name => [name, attributeIn(fields, name)]));
  const player = playerIn(c, world);
  writeAttributes(player, changes);
  return c.json({attributes: Object.fromEntries(player.attributes), clan: player.clan});
}

function attributeIn(fields: Fields, name: string): string | null {
  if (!ATTRIBUTE_KEY.test(name)) throw fields.refusal(name, 'must be named by letters, digits and underscores');
  if (fields.get(name) === null) return null;
  const value = fields.text(name);
  if (value.length > MAX_TEXT) throw fields.refusal(name, `must be at most ${MAX_TEXT} characters`);
  return value;
}

/** With a body, an array of rules that replaces all others. Answers the active rules, with the remaining `times`. */
async function faultRules(c: Context<SandboxEnv>, {faults}: Controls): Promise<Response> {
  if (c.req.method === 'PUT') faults.set(toFaultRules(await readJson(c)));
  return c.json(faults.rules);
}
