import type {TokenBroker} from '../auth/token-broker.js';
import {isLiveOpsError} from '../errors.js';

type Tokens = Pick<TokenBroker, 'token' | 'refresh'>;

/** Sends with the player's token, and again with a fresh one if the server refused the token and did nothing. */
export async function withFreshToken<T>(tokens: Tokens, send: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.token();
  try {
    return await send(token);
  } catch (error) {
    if (!isLiveOpsError(error) || error.code !== 'auth-required') throw error;
    return send(await tokens.refresh(token));
  }
}
