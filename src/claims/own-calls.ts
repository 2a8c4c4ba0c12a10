import {withFreshToken} from './fresh-token.js';
import {createPlayerTokens, leftError, throwIfLeft, type Tokens} from './player-tokens.js';

/** The calls of one player, which reject with `aborted` once that player has left or another has signed in. */
export type OwnCalls = {
  /** As `SessionContext.playerOf` names the player. */
  readonly player: string;
  read<T>(read: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Sends with the player's token, and again with a fresh one if the server refused the token and did nothing. */
  send<T>(send: (token: string, signal: AbortSignal) => Promise<T>): Promise<T>;
};

/** The calls of the player whose token is in use now. @throws {LiveOpsError} `aborted`, or why there is no token. */
export async function identify(
  {tokens, playerOf}: {readonly tokens: Tokens; playerOf(token: string): string},
  life: AbortSignal,
): Promise<OwnCalls> {
  throwIfLeft(life);
  const player = playerOf(await tokens.token());
  throwIfLeft(life);
  const own = createPlayerTokens(tokens, token => playerOf(token) === player, life);
  return {
    player,
    async read(read) {
      await own.token();
      const seen = await read(life);
      // Read with the token that was there, which may have become another's.
      await own.token();
      return seen;
    },
    send: send => withFreshToken(own, token => send(token, life)),
  };
}

/** The player's own promise ends with them, whatever their request still waits for. */
export function untilLeft<T>(life: AbortSignal, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(leftError());
    life.addEventListener('abort', leave);
    task.then(resolve, reject).finally(() => life.removeEventListener('abort', leave));
  });
}
