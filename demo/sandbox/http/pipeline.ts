import type {Context, MiddlewareHandler, Next} from 'hono';
import type {SandboxEnv} from './env.js';
import type {Faults} from '../faults/faults.js';
import type {RequestLog} from './log.js';
import {inject, strikesFirst} from '../faults/inject.js';
import type {Tokens} from './tokens.js';

/** One API request from arrival to answer: logged, matched with its player, and answered with the fault set for it. */
export function pipeline(log: RequestLog, faults: Faults, tokens: Tokens): MiddlewareHandler<SandboxEnv> {
  return async (c, next) => {
    const path = new URL(c.req.url).pathname;
    // Both run before the first await, so that requests keep their order of arrival in the log and for faults.
    const row = log.open(c.req.method, path);
    const fault = faults.take(c.req.method, path);
    row.user = await tokens.userOf(c.req.header('Authorization'));
    c.set('user', row.user);
    c.set('stale', fault?.fault === 'stale' && c.req.method === 'GET' ? fault : undefined);
    row.applied = !strikesFirst(fault) && (await succeeds(c, next));
    row.status = fault ? await inject(c, fault) : c.res.status;
  };
}

async function succeeds(c: Context<SandboxEnv>, next: Next): Promise<boolean> {
  await next();
  return c.res.ok;
}
