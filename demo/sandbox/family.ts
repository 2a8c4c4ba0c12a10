import type {Hono} from 'hono';
import type {AddControlCall} from './controls/controls.js';
import type {SandboxEnv} from './http/env.js';
import type {AddPlayerCall} from './http/player-calls.js';
import type {Tokens} from './http/tokens.js';
import type {World} from './world/world.js';

/** A family of the vendor's calls, listed in `app.ts`. Its state is a class that `World.of` finds. */
export type Family = {
  /** Adds the calls of players, below `/api/v2/project/{project_id}`. */
  readonly addPlayerCalls?: (add: AddPlayerCall) => void;
  /** Adds calls below `/sandbox` that change the family's state from outside the API. */
  readonly addControlCalls?: (add: AddControlCall) => void;
  /** Adds pages and sockets for a player's browser, outside the API. */
  readonly addPages?: (app: Hono<SandboxEnv>, world: World, tokens: Tokens) => void;
  /** Its part of the options that a reset answers. */
  readonly options?: (world: World) => object;
};
