import {atom, type ReadableAtom, type WritableAtom} from 'nanostores';
import {claimsOf} from '../auth/claims.js';
import {playerOf} from '../auth/player.js';
import {createTokenBroker, type TokenBroker} from '../auth/token-broker.js';
import {createClaimLock} from '../claims/claim-lock.js';
import {LiveOpsError} from '../errors.js';
import {createHttp, type Http} from '../http/http.js';
import {dropped} from '../http/parse.js';
import {setStore} from '../set-store.js';
import {type Clock, pageClock} from '../stores/clock.js';
import {ServerClock} from '../stores/server-clock.js';
import {createFirstClan, type FirstClan} from '../stores/first-clan.js';
import {type Attachments, createAttachments} from './attachments.js';
import type {Family, SessionContext} from './context.js';
import {describePage} from './diagnostics.js';
import {createErrorReports} from './errors.js';
import type {SessionHost} from './host.js';
import {type CheckedOptions, toClan} from './options.js';
import {paymentsOf} from './payments.js';

/** Settings that only tests change. */
export type SessionInternals = {
  /** Default: the families loaded on the page. */
  families?: readonly Family[];
  clock?: Clock;
  /** Source of random numbers for the waits before retries; default the clock's. */
  random?: () => number;
  tokenTimeoutMs?: number;
  readTimeoutMs?: number;
  slowMs?: number;
  giveUpMs?: number;
};

type Clan = string | null | undefined;

/** Number of request log lines that a session keeps for support. */
const TRACES = 20;

/** A session without any family: the player, the token, requests and time. */
export class SessionCore implements SessionContext {
  readonly projectId: number;
  readonly locale: string;
  readonly names: SessionContext['names'];
  readonly forgetRanks: boolean;
  readonly pollMs: number;
  readonly storage: SessionContext['storage'];
  readonly slowMs: number | undefined;
  readonly giveUpMs: number | undefined;
  readonly clock: Clock;
  readonly http: Http;
  readonly tokens: TokenBroker;
  readonly firstClan: FirstClan;
  readonly allows: SessionContext['allows'];
  readonly payments: SessionContext['payments'];
  readonly alone = createClaimLock();
  readonly $promoCode = atom<string | undefined>(undefined);
  readonly attachments: Attachments;
  readonly errors = createErrorReports();
  readonly #options: CheckedOptions;
  readonly #clan: WritableAtom<Clan>;
  readonly #signedOut = atom(false);
  readonly #traces: string[] = [];
  readonly #serverClock: ServerClock;
  /** The player that the last JWT named, until the player signs out. */
  #named: string | undefined;
  /** For requests that no store owns. A new one for each player. */
  #life = new AbortController();
  #isOver = false;

  constructor(options: CheckedOptions, internals: SessionInternals, host?: SessionHost) {
    this.#options = options;
    this.projectId = options.projectId;
    this.locale = options.locale;
    this.names = {ownName: options.playerName, maskNames: options.maskNames, displayName: options.displayName};
    this.forgetRanks = options.forgetRanks;
    this.pollMs = options.pollMs;
    this.storage = options.storage;
    this.slowMs = internals.slowMs;
    this.giveUpMs = internals.giveUpMs;
    this.allows = host?.allows;
    this.payments = paymentsOf(options, host?.openCheckout);
    this.clock = internals.clock ?? pageClock;
    this.#serverClock = new ServerClock(() => this.clock.now());
    this.#clan = atom(toClan(options.clan));
    this.firstClan = createFirstClan(this.#clan);
    this.tokens = this.#createTokens(internals.tokenTimeoutMs);
    this.http = createHttp({
      base: options.apiBase,
      tokens: this.tokens,
      fetch: options.fetch,
      random: internals.random ?? (() => this.clock.random()),
      onTrace: line => void this.#traces.splice(0, this.#traces.push(line) - TRACES),
      onRead: ({headers}) => this.#serverClock.learnAnswer(headers),
      readTimeoutMs: internals.readTimeoutMs,
    });
    this.attachments = createAttachments(this, internals.families);
  }

  get $clan(): ReadableAtom<Clan> {
    return this.#clan;
  }

  get $signedOut(): ReadableAtom<boolean> {
    return this.#signedOut;
  }

  readonly playerOf = (token: string): string => {
    const {apiBase, projectId, userKey} = this.#options;
    // The page names one player, so a token that names nobody belongs to the same player.
    const player = playerOf(token) ?? (userKey && this.#named) ?? playerOf(token, userKey);
    return player ? JSON.stringify([apiBase, projectId, player]) : '';
  };

  readonly serverTime: SessionContext['serverTime'] = () => this.#serverClock.time();

  readonly life = (): AbortSignal => this.#life.signal;

  readonly onError = (error: LiveOpsError): void => {
    // The player who asked has left, and the next one has nothing to do with it.
    if (error.code === 'aborted') return;
    if (error.code === 'auth-required') setStore(this.#signedOut, true);
    this.errors.report(error);
  };

  readonly fail = (error: LiveOpsError): never => {
    this.onError(error);
    throw error;
  };

  readonly chainsRead: SessionContext['chainsRead'] = chains => this.attachments.observe(chains);

  readonly use = <Members extends object>(family: string): Members => this.attachments.use(family).members as Members;

  readonly renew = (): void => this.attachments.renew();

  readonly restart = (): void => this.attachments.restart();

  setClan(clan: Clan): void {
    const next = toClan(clan);
    if (next === this.#clan.value) return;
    setStore(this.#clan, next);
    this.tokens.clanChanged();
    this.restart();
  }

  refresh(): void {
    setStore(this.#signedOut, false);
    this.attachments.refresh();
  }

  signOut(): void {
    this.#forget(new LiveOpsError('auth-required', 'The player signed out.'));
    setStore(this.#signedOut, true);
  }

  destroy(): void {
    this.#isOver = true;
    this.errors.clear();
    this.#forget(ended());
    this.attachments.destroy();
  }

  diagnostics(): string {
    const {apiBase, projectId} = this.#options;
    const clan = this.#clan.value;
    return describePage([
      `project ${projectId} at ${new URL(apiBase).origin}`,
      `${dropped} unreadable rows`,
      `clan ${clan ? 'known' : String(clan)}, ${this.#signedOut.value ? 'signed out' : 'not signed out'}`,
      ...this.#traces,
    ]);
  }

  #createTokens(timeoutMs = 10_000): TokenBroker {
    const {getToken} = this.#options;
    return createTokenBroker({
      getToken: request => {
        if (this.#isOver) throw ended();
        setStore(this.#signedOut, false);
        return getToken(request);
      },
      timeoutMs,
      now: () => this.clock.now(),
      onToken: token => {
        this.#serverClock.learnToken(claimsOf(token));
        this.#named = playerOf(token) ?? this.#named;
        this.#setPlayer(this.playerOf(token));
      },
      // Requests that failed without the token are sent again.
      onLateToken: () => this.refresh(),
      onOtherPlayer: error => {
        this.onError(error);
        this.#drop(error);
      },
    });
  }

  #setPlayer(player: string | undefined): void {
    this.firstClan.playerChanged(player);
    this.attachments.setPlayer(player);
  }

  #drop(error: LiveOpsError): void {
    this.#life.abort();
    if (!this.#isOver) this.#life = new AbortController();
    this.#named = undefined;
    setStore(this.$promoCode, undefined);
    this.#setPlayer(undefined);
    this.attachments.fail(error);
  }

  #forget(error: LiveOpsError): void {
    this.tokens.clear();
    this.#drop(error);
  }
}

function ended(): LiveOpsError {
  return new LiveOpsError('aborted', 'The session has ended.');
}
