import type {HttpBindings} from '@hono/node-server';
import type {StaleFault} from '../faults/faults.js';

/** What every handler of the sandbox finds in its Hono context. */
export type SandboxEnv = {
  /** Node's own request and response, for faults that need the socket. */
  Bindings: HttpBindings;
  Variables: {
    /** The player the bearer token names, `null` without a valid one. */
    user: string | null;
    /** How old the answer is to be. */
    stale: StaleFault | undefined;
  };
};
