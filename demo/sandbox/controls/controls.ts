import type {Context} from 'hono';
import type {BackOffice} from '../admin/back-office.js';
import type {Faults} from '../faults/faults.js';
import type {SandboxEnv} from '../http/env.js';
import type {RequestLog} from '../http/log.js';
import type {Method} from '../http/routes.js';
import type {Tokens} from '../http/tokens.js';
import type {MovableClock} from '../world/times.js';
import type {World} from '../world/world.js';

/** The parts a control call can reach. */
export type Controls = {
  readonly world: World;
  readonly office: BackOffice;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly clock: MovableClock;
};

export type ControlCall = (c: Context<SandboxEnv>, controls: Controls) => Response | Promise<Response>;

/** Adds a call below `/sandbox`. */
export type AddControlCall = (method: Method, path: string, call: ControlCall) => void;
