import {LiveOpsError} from '../errors.js';
import {lifetimeOf} from './lifetime.js';
import {playerOf} from './player.js';
import {askProvider, noToken, toToken} from './provider.js';
import type {GetToken, TokenGrant, TokenReason} from './token.js';

/** Keeps the player's token in memory, and requests one when it is needed. */
export type TokenBroker = {
  /** The token to send now; requests one if there is none or the current one is about to expire. */
  token(): Promise<string>;
  /** Returns a token to replace one that the server refused; several refusals of one token cause one request. */
  refresh(rejected: string): Promise<string>;
  /** Forgets the token if it may contain the clan, as opaque Pay Station tokens do. */
  clanChanged(): void;
  /** Forgets the token and its player; a pending answer is dropped. */
  clear(): void;
};

export type TokenBrokerOptions = {
  getToken: GetToken;
  /** Limit for one `getToken`, milliseconds. */
  timeoutMs?: number;
  /** How long before its expiry a token is replaced, milliseconds; at most a quarter of its life. */
  aheadMs?: number;
  /** A clock that never jumps, milliseconds. */
  now?: () => number;
  /** Called with every token before it is used. */
  onToken?: (token: string) => void;
  /** Called when `getToken` returned another player's token, which is never used. */
  onOtherPlayer?: (error: LiveOpsError) => void;
  /** Called when a `getToken` call returns a token after its time limit. */
  onLateToken?: () => void;
};

/** Five requests may follow each other immediately; after that, the minimum time between two, milliseconds. */
const PACE_MS = 5_000;
const BURST = 5;

/** A token, when to request the next one, and when it expires. */
type Held = {token: string; until: number; ends: number};

/** One call of `getToken`, with the values that must not change until its answer. */
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
 * Calls `getToken` once at a time, and not many times in a row: a page that requests again in its sign-out handler
 * would loop forever. A token's expiry is only a hint to request the next one early; the server alone decides whether a
 * token is valid. So if `getToken` returns the same token again, it is sent again and not requested a third time.
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
  /** The number of requests so far, and the number of the newest one whose token was used. */
  #requests = 0;
  #taken = 0;
  /** Increases when the player signs out: answers to older requests are dropped. */
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

  /** Takes an answer that arrives after the time limit, unless a newer request was answered. */
  #takeLate(request: TokenRequest, grant: TokenGrant): void {
    try {
      if (request.life !== this.#life || request.number < this.#taken) return;
      if (this.#isOutdated(request, toToken(grant))) return;
      this.#hold(request, grant);
    } catch {
      // No caller waits any more; another player's token has already been reported.
      return;
    }
    this.#options.onLateToken?.();
  }

  #hold(request: TokenRequest, grant: TokenGrant): string {
    const token = toToken(grant);
    this.#checkPlayer(token);
    const life = lifetimeOf(grant);
    // The same token again, or a second one that has already expired: the clock is wrong, or the studio has no other.
    const lifeMs = this.#held && (!life || token === this.#held.token) ? Infinity : life * 1_000;
    const ends = this.#now() + lifeMs;
    this.#held = {token, until: ends - Math.min(this.#aheadMs, lifeMs / 4), ends};
    this.#nextReason = 'start';
    this.#taken = request.number;
    this.#options.onToken?.(token);
    return token;
  }

  /** A request for the next token may fail while the current one is still valid. */
  #keepCurrent({reason, number, life}: TokenRequest, error: unknown): string {
    // The end of the last player's request says nothing about the next player.
    if (life !== this.#life) throw gone();
    const held = this.#held;
    const isNewest = number === this.#requests;
    if (!isNewest || reason !== 'expiring' || !held || this.#now() >= held.ends) throw error;
    held.until = Math.min(held.ends, this.#now() + PACE_MS);
    return held.token;
  }

  /** Tokens other than Xsolla Login's JWT contain the attributes they were created with, including the clan. */
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
