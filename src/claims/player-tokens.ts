import type {TokenBroker} from '../auth/token-broker.js';
import {LiveOpsError} from '../errors.js';

export type Tokens = Pick<TokenBroker, 'token' | 'refresh'>;

/**
 * The tokens of one player: both calls reject with `aborted` once another player has signed in, and request nothing
 * once `life` is aborted.
 */
export function createPlayerTokens(tokens: Tokens, isPlayers: (token: string) => boolean, life: AbortSignal): Tokens {
  const check = async (ask: () => Promise<string>): Promise<string> => {
    throwIfLeft(life);
    const token = await ask();
    throwIfLeft(life);
    if (!isPlayers(token)) throw new LiveOpsError('aborted', 'Another player has signed in.');
    return token;
  };
  return {
    token: () => check(() => tokens.token()),
    refresh: rejected => check(() => tokens.refresh(rejected)),
  };
}

/** @throws {LiveOpsError} `aborted` when the player has signed out, or the session has ended. */
export function throwIfLeft(life: AbortSignal): void {
  if (life.aborted) throw leftError();
}

export function leftError(): LiveOpsError {
  return new LiveOpsError('aborted', 'The player has signed out, or the session has ended.');
}
