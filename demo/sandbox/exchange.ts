import type {Context, MiddlewareHandler, Next} from 'hono';
import type {SandboxEnv} from './env.js';
import type {Faults} from './faults.js';
import type {RequestLog} from './log.js';
import {spoil, strikesFirst} from './spoil.js';
import type {Tokens} from './tokens.js';

/** One API request from arrival to answer: logged, matched with its player, and spoilt when a fault says so. */
export function exchange(log: RequestLog, faults: Faults, tokens: Tokens): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const path = new URL(c.req.url).pathname;
    // Both before the first await: requests keep the order in which they came, in the log and among faults.
    const row = log.open(c.req.method, path);
    const fault = faults.take(c.req.method, path);
    row.user = await tokens.userOf(c.req.header('Authorization'));
    c.set('user', row.user);
    row.applied = !strikesFirst(fault) && (await succeeds(c, next));
    row.status = fault ? await spoil(c, fault) : c.res.status;
  };
}

async function succeeds(c: Context<SandboxEnv>, next: Next): Promise<boolean> {
  await next();
  return c.res.ok;
}
