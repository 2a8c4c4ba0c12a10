import {Hono, type Context, type MiddlewareHandler} from 'hono';
import {cors} from 'hono/cors';
import {addAdminCalls} from './admin/admin-calls.js';
import {BackOffice} from './admin/back-office.js';
import {addControlCalls} from './controls/control-calls.js';
import {isControlPath, isLoopbackOrigin} from './http/loopback.js';
import type {SandboxEnv} from './http/env.js';
import {pathNotFound, Refusal} from './http/envelopes.js';
import {pipeline} from './http/pipeline.js';
import {Faults} from './faults/faults.js';
import {RequestLog} from './http/log.js';
import {addPictures} from './pictures/pictures.js';
import type {Seed} from './seed/seed.js';
import {Tokens} from './http/tokens.js';
import {boards} from './boards/boards.js';
import {catalog} from './catalog/family.js';
import {codes} from './codes/family.js';
import {dailyChains} from './daily-chains/family.js';
import {clanSwitch} from './clan-switch/clan-switch.js';
import type {Family} from './family.js';
import {offerChains} from './offer-chains/family.js';
import {orders} from './orders/family.js';
import {playerCallsOf} from './http/player-calls.js';
import {rewardChains} from './reward-chains/reward-chains.js';
import {MovableClock} from './world/times.js';
import {World} from './world/world.js';

/** The families of the vendor's calls. */
const FAMILIES: readonly Family[] = [
  rewardChains,
  boards,
  clanSwitch,
  dailyChains,
  offerChains,
  orders,
  catalog,
  codes,
];

const PREFLIGHT_SECONDS = 600;

/**
 * The whole sandbox as one Hono app with its own state. CORS comes first, so that a page of any origin can also read
 * refusals and injected answers.
 *
 * @param startedAt - The start for the seed's hours, milliseconds since 1970.
 * @param now - The sandbox's clock, milliseconds since 1970.
 */
export function createApp(seed: Seed, startedAt: number, now: () => number = () => Date.now()): Hono<SandboxEnv> {
  const clock = new MovableClock(startedAt, now);
  const world = new World(seed, clock);
  const controls = {
    clock,
    world,
    office: new BackOffice(world),
    tokens: new Tokens(),
    faults: new Faults(),
    log: new RequestLog(),
  };
  const app = new Hono<SandboxEnv>();
  app.use(corsFor);
  app.use(remembering(world));
  app.use('/api/*', dated(clock));
  for (const path of ['/api/*', '/merchant/*', '/paystation4/*', '/connection/*'])
    app.use(path, pipeline(controls.log, controls.faults, controls.tokens));
  const addPlayerCall = playerCallsOf(app, world);
  for (const family of FAMILIES) family.addPlayerCalls?.(addPlayerCall);
  for (const family of FAMILIES) family.addPages?.(app, world, controls.tokens);
  addAdminCalls(app, controls.office, controls.tokens);
  // Before the control calls, whose guard is for them alone: pictures load under any name the API is asked by.
  addPictures(app);
  addControlCalls(app, controls, FAMILIES);
  app.notFound(c => refused(c, pathNotFound()));
  app.onError((error, c) => refused(c, toRefusal(error)));
  return app;
}

/** Keeps the world before a player, a manager or a test changes it, and notifies those who listen afterwards. */
function remembering(world: World): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return await next();
    world.remember();
    await next();
    world.announce();
  };
}

/**
 * Answers contain the sandbox's time once it differs from the machine's, and pages may read it; otherwise they could
 * not know.
 */
function dated(clock: MovableClock): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    await next();
    if (!clock.isAhead) return;
    c.header('Date', new Date(clock.now()).toUTCString());
    c.header('Access-Control-Expose-Headers', 'Date');
  };
}

const CORS = {
  allowMethods: ['GET', 'PUT', 'POST'],
  allowHeaders: ['Authorization', 'Content-Type'],
  maxAge: PREFLIGHT_SECONDS,
};

/** The API is open to any origin, `null` (a page from a file or a string) included; bearer tokens, so no credentials. */
const openCors = cors({origin: '*', ...CORS});

/** Control calls issue tokens and show the log, so only pages of this machine may read them. */
const loopbackCors = cors({origin: origin => (isLoopbackOrigin(origin) ? origin : null), ...CORS});

const corsFor: MiddlewareHandler<SandboxEnv> = (c, next) =>
  isControlPath(c.req.path) ? loopbackCors(c, next) : openCors(c, next);

function toRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  console.error(error);
  return new Refusal(500, 0, 'The sandbox failed; its terminal says how');
}

function refused(c: Context<SandboxEnv>, refusal: Refusal): Response {
  if (refusal.allow !== undefined) c.header('Allow', refusal.allow);
  return c.json(refusal.envelope, refusal.statusCode);
}
