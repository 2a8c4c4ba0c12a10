import type {Context, Hono} from 'hono';
import type {SandboxEnv} from './env.js';
import {methodNotAllowed} from './envelopes.js';

/** Adds a call to the app, and the answer 405/0 to every other method on its path. */
export function addCall(
  app: Hono<SandboxEnv>,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  call: (c: Context<SandboxEnv>) => Response | Promise<Response>,
): void {
  app.on(method, path, call);
  app.all(path, () => {
    throw methodNotAllowed(method);
  });
}
