import {withFreshToken} from '../claims/fresh-token.js';
import {createPlayerTokens} from '../claims/player-tokens.js';
import type {OrderTarget} from '../offers.js';
import type {SessionContext} from '../session/context.js';
import {fetchStatus, type OrderSettings, sendOrder} from './calls.js';
import type {SeenStatus} from './rules.js';
import type {PlacedOrder} from './wire.js';

/** The calls of one player, which no other player's token makes. */
export class OwnCalls {
  readonly #session: SessionContext;
  readonly #player: string;

  constructor(session: SessionContext, player: string) {
    this.#session = session;
    this.#player = player;
  }

  /** Makes an order; one that the server refuses for its token is sent again with a fresh one. */
  async order(target: OrderTarget, settings: OrderSettings, signal: AbortSignal): Promise<PlacedOrder> {
    const {http, projectId} = this.#session;
    const request = {...settings, projectId, target, signal};
    return withFreshToken(this.#tokens(signal), token => sendOrder(http, request, token));
  }

  async status(orderId: number, signal: AbortSignal): Promise<SeenStatus> {
    const {http, projectId} = this.#session;
    const own = this.#tokens(signal);
    await own.token();
    const seen = await fetchStatus(http, {projectId, orderId}, signal);
    // Read with the token that was there, which may have become another's.
    await own.token();
    return seen;
  }

  #tokens(signal: AbortSignal): ReturnType<typeof createPlayerTokens> {
    const {tokens, playerOf} = this.#session;
    return createPlayerTokens(tokens, token => playerOf(token) === this.#player, signal);
  }
}
