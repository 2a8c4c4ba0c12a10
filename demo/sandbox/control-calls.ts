import type {Context, Hono, MiddlewareHandler} from 'hono';
import type {BackOffice} from './admin/back-office.js';
import {changeChain, clearChain} from './chain-controls.js';
import {Fields, readJson} from './control-input.js';
import type {SandboxEnv} from './env.js';
import {invalidProperty, Refusal} from './envelopes.js';
import {toFaultRules} from './fault-input.js';
import type {Faults} from './faults.js';
import type {RequestLog} from './log.js';
import {writeAttributes, type Player} from './player.js';
import {addCall, addCalls} from './routes.js';
import {DEFAULT_LIFETIME_SECONDS, type Tokens} from './tokens.js';
import type {World} from './world.js';

/** The parts a control call can reach. */
export type Controls = {
  readonly world: World;
  readonly office: BackOffice;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly log: RequestLog;
};

type ControlCall = (c: Context<SandboxEnv>, controls: Controls) => Response | Promise<Response>;

/** The vendor's bounds for a user attribute. */
const ATTRIBUTE_KEY = /^\w{1,256}$/;
const MAX_TEXT = 256;
const MAX_POINTS = 1e12;
const MAX_LIFETIME_SECONDS = 1e9;

/** Adds the control calls: what a test, a demo page or a game server does to the world from outside the API. */
export function addControlCalls(app: Hono<SandboxEnv>, controls: Controls): void {
  const add = (method: Parameters<typeof addCall>[1], path: string, call: ControlCall): void => {
    addCall(app, method, `/sandbox${path}`, async c => await call(c, controls));
  };
  app.use('/sandbox/*', loopbackOnly);
  add('POST', '/reset', reset);
  add('PUT', '/options', setOptions);
  add('POST', '/users/:user/token', issueToken);
  add('PUT', '/users/:user/attributes', setAttributes);
  add('POST', '/users/:user/contributions', contribute);
  add('PUT', '/chains/:reward_chain_id', changeChain);
  add('POST', '/chains/:reward_chain_id/reset', clearChain);
  add('GET', '/log', (c, {log}) => c.json(log.rows));
  const faults = (c: Context<SandboxEnv>): Promise<Response> => faultRules(c, controls);
  addCalls(app, '/sandbox/faults', {GET: faults, PUT: faults});
}

/**
 * Refuses a request that reached this machine under another name: a page anywhere can point its own name at 127.0.0.1
 * and would then be same-origin.
 */
const loopbackOnly: MiddlewareHandler<SandboxEnv> = async (c, next) => {
  const host = (c.env.incoming.headers.host ?? '').replace(/:\d*$/, '').toLowerCase();
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) {
    throw new Refusal(403, 0, 'Control calls are answered on a loopback host only');
  }
  await next();
};

/** Everything as after the start, faults and log too; tokens stay valid. Answers the options. */
function reset(c: Context<SandboxEnv>, {world, office, faults, log}: Controls): Response {
  world.reset();
  office.reset();
  faults.set([]);
  log.clear();
  return c.json({claims: world.claimRule});
}

/** `{claims}`. Answers the options. */
async function setOptions(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  fields.only('claims');
  world.claimRule = fields.oneOf('claims', ['per-clan', 'per-chain']);
  return c.json({claims: world.claimRule});
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

/** `{reward_chain_id, amount}`. Answers the chain and the points its account holds now. */
async function contribute(c: Context<SandboxEnv>, {world}: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  const chain = world.anyChain(fields.integer('reward_chain_id'));
  if (!chain) throw fields.refusal('reward_chain_id', 'must be the id of a reward chain');
  if (!world.calendar.isRunning(chain)) throw fields.refusal('reward_chain_id', 'is a chain that is not running');
  const given = fields.integer('amount', 1, MAX_POINTS);
  fields.only('reward_chain_id', 'amount');
  const amount = world.contribute(playerIn(c, world), chain, given);
  if (amount === null) throw fields.refusal('reward_chain_id', 'is a clan chain, and the player has no clan');
  return c.json({reward_chain_id: chain.reward_chain_id, amount});
}

/** Given, an array of rules that replaces all others. Answers those in force, with the `times` that are left. */
async function faultRules(c: Context<SandboxEnv>, {faults}: Controls): Promise<Response> {
  if (c.req.method === 'PUT') faults.set(toFaultRules(await readJson(c)));
  return c.json(faults.rules);
}

/** The player of the path, created when new; asked for only once the rest of the input is known to be good. */
function playerIn(c: Context<SandboxEnv>, world: World): Player {
  const user = c.req.param('user') ?? '';
  if (user === '' || user.length > MAX_TEXT) throw invalidProperty('user', `must be 1 to ${MAX_TEXT} characters`);
  return world.player(user);
}
