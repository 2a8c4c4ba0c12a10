import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {invalidProperty} from '../http/envelopes.js';
import type {Player} from '../players/player.js';
import type {World} from '../world/world.js';

const MAX_NAME = 256;

/** The player in the path, created if new; called only once the rest of the input is valid. */
export function playerIn(c: Context<SandboxEnv>, world: World): Player {
  const user = c.req.param('user') ?? '';
  if (user === '' || user.length > MAX_NAME) throw invalidProperty('user', `must be 1 to ${MAX_NAME} characters`);
  return world.player(user);
}
