import type {Seed} from '../../demo/sandbox/seed/seed.js';
import {startSandbox as start} from '../../demo/sandbox/server.js';

import {SandboxControl} from './sandbox-control.js';

/** A fresh sandbox in this process; close it in an `after` hook, or the test file does not end. */
export async function startSandbox(seed?: Seed): Promise<SandboxControl> {
  const sandbox = await start({port: 0, ...(seed && {seed})});
  return new SandboxControl(sandbox, () => sandbox.close());
}
