import {Hono, type Context} from 'hono';
import {cors} from 'hono/cors';
import {addAdminCalls} from './admin/admin-calls.js';
import {BackOffice} from './admin/back-office.js';
import {Calendar} from './calendar.js';
import {addControlCalls} from './control-calls.js';
import type {SandboxEnv} from './env.js';
import {pathNotFound, Refusal} from './envelopes.js';
import {exchange} from './exchange.js';
import {Faults} from './faults.js';
import {RequestLog} from './log.js';
import {addPictures} from './pictures/pictures.js';
import type {Seed} from './seed.js';
import {Tokens} from './tokens.js';
import {addUserCalls} from './user-calls.js';
import {World} from './world.js';

const PREFLIGHT_SECONDS = 600;

/**
 * The whole sandbox as one Hono app with a state of its own. CORS comes first, so that also a refusal and a made-up
 * answer can be read by a page of any origin.
 *
 * @param startedAt - What the seed's hours count from, milliseconds since 1970.
 */
export function createApp(seed: Seed, startedAt: number): Hono<SandboxEnv> {
  const world = new World(seed, new Calendar(startedAt));
  const controls = {
    world,
    office: new BackOffice(world),
    tokens: new Tokens(),
    faults: new Faults(),
    log: new RequestLog(),
  };
  const app = new Hono<SandboxEnv>();
  app.use(openCors());
  for (const path of ['/api/*', '/merchant/*']) app.use(path, exchange(controls.log, controls.faults, controls.tokens));
  addUserCalls(app, world);
  addAdminCalls(app, controls.office);
  // Before the control calls, whose guard is for them alone: pictures load under any name the API is asked by.
  addPictures(app);
  addControlCalls(app, controls);
  app.notFound(c => refused(c, pathNotFound()));
  app.onError((error, c) => refused(c, toRefusal(error)));
  return app;
}

/** Any origin, `null` (a page from a file or a string) included; bearer tokens, so no credentials. */
function openCors(): ReturnType<typeof cors> {
  return cors({
    origin: '*',
    allowMethods: ['GET', 'PUT', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type'],
    maxAge: PREFLIGHT_SECONDS,
  });
}

function toRefusal(error: Error): Refusal {
  if (error instanceof Refusal) return error;
  console.error(error);
  return new Refusal(500, 0, 'The sandbox failed; its terminal says how');
}

function refused(c: Context<SandboxEnv>, refusal: Refusal): Response {
  if (refusal.allow !== undefined) c.header('Allow', refusal.allow);
  return c.json(refusal.envelope, refusal.statusCode);
}
