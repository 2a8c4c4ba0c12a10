import type {Context, Hono} from 'hono';
import type {SandboxEnv} from './env.js';
import {methodNotAllowed} from './envelopes.js';

type Method = 'GET' | 'PUT' | 'POST';

/** Adds a call to the app, and the answer 405/0 to every other method on its path. */
export function addCall(
  app: Hono<SandboxEnv>,
  method: Method | Method[],
  path: string,
  call: (c: Context<SandboxEnv>) => Response | Promise<Response>,
): void {
  const methods = [method].flat();
  app.on(methods, path, call);
  app.all(path, () => {
    throw methodNotAllowed(methods.join(', '));
  });
}
