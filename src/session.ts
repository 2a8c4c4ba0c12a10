import {atom, type ReadableAtom} from 'nanostores';
import type {Timing} from './api/deadline.js';
import {createHttp} from './api/http.js';
import {dropped} from './api/salvage.js';
import {fetchBalance} from './api/reward-chains.js';
import {playerOf} from './auth/player.js';
import {createTokenBroker, type GetToken} from './auth/token-broker.js';
import {describePage} from './session-diagnostics.js';
import {LiveOpsError} from './errors.js';
import type {Contributor, RewardChain, ValuePoint} from './model.js';
import {createClaims} from './session-claims.js';
import {withHost} from './session-host.js';
import {checkOptions, isId, type SessionOptions} from './session-options.js';
import {type Clock, pageClock} from './state/clock.js';
import {publish} from './publish.js';
import {createStores} from './session-stores.js';
import type {ResourceStore} from './state/resource.js';
import type {ClanSwitch} from './switch/clan-switch.js';

export type {HostStorage} from './storage/host-rung.js';
export type {SwitchOptions} from './switch/player-switch.js';

/** One player on one project: the client and the stores, without any UI. */
export type Session = {
  /** Language tag for numbers and texts; empty means the browser's. */
  readonly locale: string;
  /** The player's clan as the game knows it: a text, `null` for none, `undefined` for unknown. */
  readonly $clan: ReadableAtom<string | null | undefined>;
  /**
   * Whether the player has signed out, or the last attempt ended for want of a usable token; false again once a token
   * is asked for.
   */
  readonly $signedOut: ReadableAtom<boolean>;
  /** Every reward chain that the player can see. Loads and polls while somebody listens. */
  readonly $rewardChains: ResourceStore<readonly RewardChain[]>;
  /**
   * The top contributors of the player's clan on a chain, ranked as in competitions (1 2 2 4). The same store for the
   * same chain, so that any number of listeners shares one request and one timer.
   *
   * @throws {LiveOpsError} `config` for a chain id that is no whole number from 1.
   */
  contributors(chainId: number): ResourceStore<readonly Contributor[]>;
  /** The player's change of clan, and the receipts of what it granted. */
  readonly clanSwitch: ClanSwitch;
  /**
   * Claims a step for the player, once. A claim whose answer is lost is looked up; claimed already is success.
   *
   * @throws {LiveOpsError} `config` for a bad id; rejects with `not-enough-points`, `not-found`, `outcome-unknown` …
   */
  claimStep(chainId: number, stepId: number): Promise<void>;
  /** The points of one chain now. @throws {LiveOpsError} `config` for a bad id; rejects when the call fails. */
  balance(chainId: number): Promise<ValuePoint>;
  /** Tells the session that the game put the player into another clan; what belonged to the old one is dropped. */
  setClan(clan: string | null | undefined): void;
  /** Asks again for everything that somebody listens to; call it after the player has signed in. */
  refresh(): void;
  /**
   * Forgets the token and every value; receipts that nobody has acknowledged come back with the player. Stores stay
   * signed out until `refresh()` or `reload()`, and `<liveops-session>` fires `liveops-auth-required`. A token that names
   * another player (`sub` of a JWT) is refused until then.
   */
  signOut(): void;
  /** Hears of every failed request; the result stops it. */
  onError(listener: (error: LiveOpsError) => void): () => void;
  /**
   * Version, page, engine, how many rows of the page's lists were unreadable, and the last 20 requests as lines of text,
   * for a support person. Holds no token, no name and nothing of what the server sent.
   */
  diagnostics(): string;
  /** Gives up whatever is on its way and forgets everything. */
  destroy(): void;
};

/** How many requests `diagnostics()` tells of. */
const TRACES = 20;

/** What a page has no business changing; tests do. */
export type SessionInternals = {
  clock?: Clock;
  timing?: Timing;
  tokenTimeoutMs?: number;
  readTimeoutMs?: number;
  slowMs?: number;
  giveUpMs?: number;
};

/**
 * Starts a session. Nothing is asked until somebody listens to a store.
 *
 * @throws {LiveOpsError} `config`, naming the option that is wrong.
 */
export function createSession(options: SessionOptions): Session {
  return withHost(options, composeSession);
}

export function composeSession(options: SessionOptions, internals: SessionInternals): Session {
  const {projectId, getToken, apiBase, pollMs, locale, playerName, userKey, storage, fetch, clan} =
    checkOptions(options);
  const {clock = pageClock, timing = clock, tokenTimeoutMs = 10_000, readTimeoutMs, slowMs, giveUpMs} = internals;
  const $signedOut = atom(false);
  const ask: GetToken = request => {
    publish($signedOut, false);
    return getToken(request);
  };
  const toPlayer = (token: string): string => {
    const player = playerOf(token, userKey);
    return player ? JSON.stringify([apiBase, projectId, player]) : '';
  };
  const tokens = createTokenBroker({
    getToken: ask,
    timeoutMs: tokenTimeoutMs,
    now: () => clock.now(),
    onToken: token => clanSwitch.setPlayer(toPlayer(token)),
    onOtherPlayer(error) {
      onError(error);
      drop(error);
    },
  });
  const traces: string[] = [];
  const onTrace = (line: string): void => void traces.splice(0, traces.push(line) - TRACES);
  const http = createHttp({base: apiBase, tokens, fetch, timing, onTrace, readTimeoutMs});
  const $clan = atom(toClan(clan));
  const listeners = new Set<(error: LiveOpsError) => void>();
  // Each in its own task, so that a listener that throws is the page's own error and stops nothing here.
  const onError = (error: LiveOpsError): void => {
    if (error.code === 'auth-required') publish($signedOut, true);
    listeners.forEach(listener => queueMicrotask(() => listener(error)));
  };
  const stores = createStores({http, projectId, ownName: playerName, pollMs, clock, onError});
  const drop = (error: LiveOpsError): void => {
    clanSwitch.setPlayer(undefined);
    stores.fail(error);
  };
  /** For requests that no store owns. */
  let life = new AbortController();
  const forget = (error: LiveOpsError): void => {
    life.abort();
    life = new AbortController();
    tokens.clear();
    drop(error);
  };

  const {clanSwitch, claimStep} = createClaims({
    http,
    tokens,
    projectId,
    playerOf: toPlayer,
    ownName: playerName,
    storage,
    slowMs,
    giveUpMs,
    clock,
    $clan,
    onError,
    onClaimed: stores.renew,
    onSwitched: stores.restart,
  });

  return {
    locale,
    clanSwitch,
    claimStep: async (chainId, stepId) => claimStep(checkId(chainId, 'chainId'), checkId(stepId, 'stepId')),
    $clan,
    $signedOut,
    $rewardChains: stores.$rewardChains,
    contributors: chainId => stores.board(checkId(chainId, 'chainId')),
    async balance(chainId) {
      const chain = {projectId, chainId: checkId(chainId, 'chainId')};
      return fetchBalance(http, chain, life.signal).catch((error: LiveOpsError) => {
        onError(error);
        throw error;
      });
    },
    setClan(next) {
      if (toClan(next) === $clan.value) return;
      publish($clan, toClan(next));
      tokens.clanChanged();
      stores.restart();
    },
    refresh() {
      publish($signedOut, false);
      stores.refresh();
      clanSwitch.wake();
    },
    signOut() {
      forget(new LiveOpsError('auth-required', 'The player signed out.'));
      publish($signedOut, true);
    },
    onError(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    diagnostics: () =>
      describePage([
        `project ${projectId} at ${new URL(apiBase).origin}`,
        `${dropped} unreadable rows`,
        `clan ${$clan.value ? 'known' : String($clan.value)}, ${$signedOut.value ? 'signed out' : 'not signed out'}`,
        ...traces,
      ]),
    destroy() {
      listeners.clear();
      forget(new LiveOpsError('aborted', 'The session has ended.'));
      clanSwitch.destroy();
    },
  };
}

function toClan(clan: string | null | undefined): string | null | undefined {
  return clan === '' ? null : clan;
}

function checkId(id: number, name: string): number {
  if (!isId(id)) throw new LiveOpsError('config', `\`${name}\` must be a whole number from 1.`);
  return id;
}
