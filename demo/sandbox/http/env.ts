import type {HttpBindings} from '@hono/node-server';
import type {StaleFault} from '../faults/faults.js';

/** The Hono context of every handler in the sandbox. */
export type SandboxEnv = {
  /** Node's own request and response, for faults that need the socket. */
  Bindings: HttpBindings;
  Variables: {
    /** The player that the bearer token names, `null` without a valid one. */
    user: string | null;
    /** The requested age of the answer. */
    stale: StaleFault | undefined;
  };
};
