import {LiveOpsError} from '../errors.js';
import {lifetimeOf} from './lifetime.js';
import {playerOf} from './player.js';
import {askProvider, noToken, toToken} from './provider.js';
import type {GetToken, TokenGrant, TokenReason} from './token.js';

/** Keeps the player's token in memory, and asks for one when it is needed. */
export type TokenBroker = {
  /** The token to send now, asked for when there is none or the one there is about to end. */
  token(): Promise<string>;
  /** A token to use instead of one that the server refused; several refusals of one token ask once. */
  refresh(rejected: string): Promise<string>;
  /** Forgets the token when the clan could be written inside it, as in opaque Pay Station tokens. */
  clanChanged(): void;
  /** Forgets the token and whose it was; an answer still on its way is dropped. */
  clear(): void;
};

export type TokenBrokerOptions = {
  getToken: GetToken;
  /** Limit for one `getToken`, milliseconds. */
  timeoutMs?: number;
  /** How long before its end a token is replaced, milliseconds; a quarter of its life at most. */
  aheadMs?: number;
  /** A clock that never jumps, milliseconds. */
  now?: () => number;
  /** Called with every token before it is used. */
  onToken?: (token: string) => void;
  /** Called when `getToken` gave the token of another player, which is never handed out. */
  onOtherPlayer?: (error: LiveOpsError) => void;
  /** Called when a `getToken` that had been given up gave a token after all. */
  onLateToken?: () => void;
};

/** Five requests may follow each other at once; after that, the time between two, milliseconds. */
const PACE_MS = 5_000;
const BURST = 5;

/** A token, when to ask for the next one, and when it ends. */
type Held = {token: string; until: number; ends: number};

/** One call of `getToken`, and what must not have changed by the time of its answer. */
type TokenRequest = {
  readonly reason: TokenReason;
  readonly number: number;
  readonly life: number;
  readonly clanChanges: number;
};

const gone = (): LiveOpsError => new LiveOpsError('aborted', 'The player signed out.');

/** Creates a broker with no token. See {@link TokenBroker}. */
export function createTokenBroker(options: TokenBrokerOptions): TokenBroker {
  return new Broker(options);
}

/**
 * One `getToken` at a time, whatever asks, and not many in a row: a page that asks again from within the news that it is
 * signed out would never come to rest. The end of a token is a hint for asking ahead of it; whether a token is good
 * is the server's word alone, so the same token given again is sent again and not asked for a third time.
 */
class Broker implements TokenBroker {
  readonly #options: TokenBrokerOptions;
  readonly #timeoutMs: number;
  readonly #aheadMs: number;
  readonly #now: () => number;
  #held: Held | undefined;
  #asking: Promise<string> | undefined;
  #nextReason: TokenReason = 'start';
  #player: string | undefined;
  #pacedUntil = 0;
  /** The number of requests so far, and of the newest one whose token was taken. */
  #requests = 0;
  #taken = 0;
  /** Goes up when the player signs out: an answer to an older request is dropped. */
  #life = 0;
  #clanChanges = 0;

  constructor(options: TokenBrokerOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? 10_000;
    this.#aheadMs = options.aheadMs ?? 60_000;
    this.#now = options.now ?? (() => performance.now());
  }

  async token(): Promise<string> {
    if (this.#asking) return this.#asking;
    if (!this.#held) return this.#ask(this.#nextReason);
    return this.#now() < this.#held.until ? this.#held.token : this.#ask('expiring');
  }

  async refresh(rejected: string): Promise<string> {
    if (this.#asking) return this.#asking;
    if (!this.#held && this.#nextReason === 'start') throw gone();
    return this.#held && this.#held.token !== rejected ? this.#held.token : this.#ask('rejected');
  }

  clanChanged(): void {
    this.#clanChanges += 1;
    if (!this.#held || !isOpaque(this.#held.token)) return;
    this.#held = undefined;
    this.#nextReason = 'clan-changed';
  }

  clear(): void {
    this.#life += 1;
    this.#held = this.#asking = this.#player = undefined;
    this.#nextReason = 'start';
  }

  #ask(reason: TokenReason): Promise<string> {
    const request = {reason, number: ++this.#requests, life: this.#life, clanChanges: this.#clanChanges};
    const asking = this.#request(request);
    this.#asking = asking;
    const settle = (): void => {
      if (this.#asking === asking) this.#asking = undefined;
    };
    asking.then(settle, settle);
    return asking;
  }

  async #request(request: TokenRequest): Promise<string> {
    try {
      const restMs = this.#pacedUntil - this.#now() - PACE_MS * (BURST - 1);
      this.#pacedUntil = Math.max(this.#pacedUntil, this.#now()) + PACE_MS;
      if (restMs > 0) await sleep(restMs);
      this.#checkLife(request);
      const grant = await askProvider(this.#options.getToken, {
        reason: request.reason,
        timeoutMs: this.#timeoutMs,
        onLate: late => this.#takeLate(request, late),
      });
      this.#checkLife(request);
      const token = toToken(grant);
      if (!this.#isOutdated(request, token)) return this.#hold(request, grant);
      this.#nextReason = 'clan-changed';
      return await this.#ask(this.#nextReason);
    } catch (error) {
      return this.#keepCurrent(request, error);
    }
  }

  /** The answer to a request that was given up: better than none, unless a newer one was answered. */
  #takeLate(request: TokenRequest, grant: TokenGrant): void {
    try {
      if (request.life !== this.#life || request.number < this.#taken) return;
      if (this.#isOutdated(request, toToken(grant))) return;
      this.#hold(request, grant);
    } catch {
      // Nobody waits for it any more; a token of another player was reported where it was found.
      return;
    }
    this.#options.onLateToken?.();
  }

  #hold(request: TokenRequest, grant: TokenGrant): string {
    const token = toToken(grant);
    this.#checkPlayer(token);
    const life = lifetimeOf(grant);
    // The same token again, or a second one that is over as it comes: the clock is wrong, or the studio has no other.
    const lifeMs = this.#held && (!life || token === this.#held.token) ? Infinity : life * 1_000;
    const ends = this.#now() + lifeMs;
    this.#held = {token, until: ends - Math.min(this.#aheadMs, lifeMs / 4), ends};
    this.#nextReason = 'start';
    this.#taken = request.number;
    this.#options.onToken?.(token);
    return token;
  }

  /** A token that was asked for early may fail to come while the one there is still good. */
  #keepCurrent({reason, number, life}: TokenRequest, error: unknown): string {
    // What became of the last player's token says nothing of the next one.
    if (life !== this.#life) throw gone();
    const held = this.#held;
    const isNewest = number === this.#requests;
    if (!isNewest || reason !== 'expiring' || !held || this.#now() >= held.ends) throw error;
    held.until = Math.min(held.ends, this.#now() + PACE_MS);
    return held.token;
  }

  /** Tokens other than the JWT of Xsolla Login contain the attributes they were made with, the clan among them. */
  #isOutdated({clanChanges}: TokenRequest, token: string): boolean {
    return clanChanges !== this.#clanChanges && isOpaque(token);
  }

  #checkLife({life}: TokenRequest): void {
    if (life !== this.#life) throw gone();
  }

  #checkPlayer(token: string): void {
    const named = playerOf(token);
    if (this.#player && named && this.#player !== named) {
      const error = noToken('auth-required', 'getToken gave the token of another player; call signOut() first');
      this.#held = undefined;
      this.#options.onOtherPlayer?.(error);
      throw error;
    }
    this.#player ??= named;
  }
}

const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

function isOpaque(token: string): boolean {
  return token.split('.').length !== 3;
}
