import type {Context, Hono} from 'hono';
import type {SandboxEnv} from './env.js';
import {methodNotAllowed} from './envelopes.js';

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
type Handler = (c: Context<SandboxEnv>) => Response | Promise<Response>;

/** Adds a call to the app, and the answer 405/0 to every other method on its path. */
export function addCall(app: Hono<SandboxEnv>, method: Method, path: string, call: Handler): void {
  addCalls(app, path, {[method]: call});
}

/** Adds the calls of one path by their methods, and the answer 405/0 to every other method. */
export function addCalls(app: Hono<SandboxEnv>, path: string, calls: {readonly [M in Method]?: Handler}): void {
  for (const [method, call] of Object.entries(calls)) app.on(method, path, call);
  app.all(path, () => {
    throw methodNotAllowed(Object.keys(calls).join(', '));
  });
}
