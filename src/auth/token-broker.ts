import {LiveOpsError} from '../errors.js';
import {within} from '../time-limit.js';
import {takeLaunchCode} from './launch-code.js';
import {lifetimeOf} from './lifetime.js';
import {playerOf} from './player.js';

/** Why a token is asked for. */
export type TokenReason = 'start' | 'expiring' | 'rejected' | 'clan-changed';

/** A token, alone or with its remaining life in seconds. Opaque tokens have no readable life of their own. */
export type TokenGrant = string | {readonly token: string; readonly expiresInSec?: number};

/**
 * The studio's way to get the player's token: its login, its back end, or the game around the page. `code` is the one-time
 * code of an address that ends in `#code=…`, in the first request only; change it for a token at your back end by POST.
 *
 * A rejection means that nobody is signed in (`auth-required`), and nothing asks again by itself; but a `TypeError`, as
 * `fetch` rejects with, and anything while the browser is offline, is `network`: the next poll asks again.
 */
export type GetToken = (request: {reason: TokenReason; code?: string | undefined}) => TokenGrant | Promise<TokenGrant>;

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
  /** Hears of every token before it is used. */
  onToken?: (token: string) => void;
  /** Hears that `getToken` gave the token of another player, which is never handed out. */
  onOtherPlayer?: (error: LiveOpsError) => void;
};

/** Five requests may follow each other at once; after that there is one in so many milliseconds. */
const PACE_MS = 5_000;
const BURST = 5;

/** A token, when to ask for the next one, and when it ends. */
type Held = {token: string; until: number; ends: number};

const gone = (): LiveOpsError => new LiveOpsError('aborted', 'The player signed out.');
const refused = (why: string, passes = false): LiveOpsError =>
  new LiveOpsError(passes ? 'network' : 'auth-required', `No token: ${why}.`);

/**
 * One `getToken` at a time, whatever asks, and not many in a row: a page that asks again from within the news that it is
 * signed out would never come to rest. The end of a token is a hint for asking ahead of it; whether a token is good
 * is the server's word alone, so the same token given again is sent again and not asked for a third time.
 */
export function createTokenBroker(options: TokenBrokerOptions): TokenBroker {
  const {getToken, timeoutMs = 10_000, aheadMs = 60_000, now = () => performance.now()} = options;
  let held: Held | undefined;
  let asking: Promise<string> | undefined;
  let nextReason: TokenReason = 'start';
  /** The request on whose way the clan changed. */
  let overtaken: Promise<string> | undefined;
  let player: string | undefined;
  let dueAt = 0;

  const hold = (grant: TokenGrant, token: string): string => {
    checkPlayer(token);
    const life = lifetimeOf(grant);
    // The same token again, or a second one that is over as it comes: the clock is wrong, or the studio has no other.
    const lifeMs = held && (!life || token === held.token) ? Infinity : life * 1_000;
    const ends = now() + lifeMs;
    held = {token, until: ends - Math.min(aheadMs, lifeMs / 4), ends};
    nextReason = 'start';
    options.onToken?.(token);
    return token;
  };

  const checkPlayer = (token: string): void => {
    const named = playerOf(token);
    if (player && named && player !== named) {
      const error = refused('another player came, sign out first');
      held = undefined;
      options.onOtherPlayer?.(error);
      throw error;
    }
    player ??= named;
  };

  const ask = (reason: TokenReason): Promise<string> => {
    const isWanted = (): void => {
      if (asking !== asked) throw gone();
    };
    const restMs = dueAt - now() - PACE_MS * (BURST - 1);
    dueAt = Math.max(dueAt, now()) + PACE_MS;
    const call = (): Promise<TokenGrant> => askWithin(timeoutMs, getToken, reason);
    const asked: Promise<string> = (restMs > 0 ? sleep(restMs).then(isWanted).then(call) : call())
      .then(grant => {
        isWanted();
        const token = toToken(grant);
        if (overtaken !== asked || !isOpaque(token)) return hold(grant, token);
        nextReason = 'clan-changed';
        return ask(nextReason);
      })
      .catch((error: unknown) => {
        // A token that was asked for early may fail to come while the one there is still good.
        if (asking !== asked || reason !== 'expiring' || !held || now() >= held.ends) throw error;
        held.until = Math.min(held.ends, now() + PACE_MS);
        return held.token;
      });
    asking = asked;
    const settle = (): void => {
      if (asking === asked) asking = undefined;
    };
    asked.then(settle, settle);
    return asked;
  };

  return {
    async token() {
      if (asking) return asking;
      if (!held) return ask(nextReason);
      return now() < held.until ? held.token : ask('expiring');
    },
    async refresh(rejected) {
      if (asking) return asking;
      if (!held && nextReason === 'start') throw gone();
      return held && held.token !== rejected ? held.token : ask('rejected');
    },
    clanChanged() {
      overtaken = asking;
      if (!held || !isOpaque(held.token)) return;
      held = undefined;
      nextReason = 'clan-changed';
    },
    clear() {
      held = asking = player = undefined;
      nextReason = 'start';
    },
  };
}

const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** A JWT of Xsolla Login names the player only; other tokens hold the attributes they were made with. */
function isOpaque(token: string): boolean {
  return token.split('.').length !== 3;
}

/**
 * A provider that throws, hangs or answers rubbish is the same to the player: signed out. A `TypeError` is what fetch
 * rejects with for want of a network, which passes.
 */
function askWithin(timeoutMs: number, getToken: GetToken, reason: TokenReason): Promise<TokenGrant> {
  const late = refused(`getToken did not answer within ${timeoutMs} ms`);
  return within(timeoutMs, () => getToken({reason, code: takeLaunchCode()}), late).catch((error: unknown) => {
    if (error instanceof LiveOpsError) throw error;
    // What a provider throws may hold the token or the player's data, so only our own words go on.
    throw refused('getToken failed', error instanceof TypeError || globalThis.navigator?.onLine === false);
  });
}

/** A header can carry visible ASCII only; anything else would make fetch throw with the token in its message. */
function toToken(grant: unknown): string {
  const token = typeof grant === 'string' ? grant : (grant as {token?: unknown} | null)?.token;
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(token))
    throw refused('getToken gave no usable token');
  return token;
}
