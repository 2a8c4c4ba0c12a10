import {css, html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {GetToken} from '../../src/auth/token-broker.js';
import {isLiveOpsError, LiveOpsError} from '../../src/errors.js';
import {createSession, type HostStorage, type Session} from '../../src/session.js';
import type {HostName} from '../../src/session-options.js';
import {announceChange, answerRequests} from '../../src/ui/session-lookup.js';
import {AuthRequiredEvent, SessionErrorEvent} from './events.js';
import {createGame} from './game.js';
import {warnOfToken} from './token-warning.js';

/** Properties whose change the session there is hears of; any other makes another session. */
const TOLD: readonly PropertyKey[] = ['clan', 'getToken'];

/**
 * Who the player is, for every LiveOps widget below it, across shadow roots, or naming it by id. Draws nothing of its
 * own. There is a session as soon as `project-id` and a source of tokens are given, in whatever order; until then the
 * widgets wait.
 *
 * A token is never read from an attribute or from the page's address: those end up in logs, histories and replays.
 *
 * @element liveops-session
 * @slot - The page, or the part of it, that the session is for.
 * @fires {AuthRequiredEvent} liveops-auth-required - No usable token could be had, or the player was signed out; sign in, then call `session.refresh()`.
 * @fires {SessionErrorEvent} liveops-error - Something else failed; `error` is a `LiveOpsError`.
 */
export class SessionElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
  `;

  // Declared here and not by decorators, whose helpers every player would load.
  static override properties = {
    projectId: {type: Number, attribute: 'project-id'},
    apiBase: {attribute: 'api-base'},
    clan: {converter: {fromAttribute: (value: string | null) => value ?? undefined}},
    playerName: {attribute: 'player-name'},
    userKey: {attribute: 'user-key'},
    locale: {},
    pollSeconds: {type: Number, attribute: 'poll-seconds'},
    tokenUrl: {attribute: 'token-url'},
    host: {},
    hostName: {attribute: 'host-name'},
    getToken: {attribute: false},
    storage: {attribute: false},
    fetch: {attribute: false},
  };

  /** The project at Xsolla: a whole number from 1. */
  projectId?: number;

  /** Absolute https URL of the API, or http on a loopback address. Default `https://store.xsolla.com/api`. */
  apiBase?: string;

  /** The player's clan now, as the game knows it: any text; empty means none, absent means unknown. */
  clan?: string | null | undefined;

  /** The player's own name as it stands on the board; marks the own row. */
  playerName?: string;

  /** A stable id of the player; needed beside opaque tokens, which name nobody. */
  userKey?: string;

  /** Language tag for numbers and texts. Default: the nearest `lang`, else the browser's. */
  locale?: string;

  /** Seconds between two looks at the server: at least 10, or 0 for none but by hand. Default 30. */
  pollSeconds?: number;

  /** Endpoint of the page's own origin that answers `{token, expires_in}`; for pages without script. */
  tokenUrl?: string;

  /**
   * The game, launcher or webview around the page, which gives the token and may set up this element: a name as in
   * `docs/hosts.md`, or empty for whichever is found. Default: none.
   */
  host?: HostName | '';

  /** The name that the game chose for its handler or object; only some hosts need it. */
  hostName?: string;

  /**
   * Gives the player's token when it is needed; goes before `token-url`. May be another function at any time: the newest
   * is asked, and none before a token is needed. Once the player has signed in, call `session.refresh()`.
   */
  getToken?: GetToken;

  /** Where receipts of a clan switch are to be kept; see `SessionOptions.storage`. */
  storage?: HostStorage;

  /** A stand-in for the page's `fetch`: the one seam for tests and scenarios. */
  fetch?: typeof fetch;

  readonly #connect = createGame(this, Object.keys(SessionElement.properties));
  #session: Session | undefined;
  #error: LiveOpsError | undefined;

  constructor() {
    super();
    answerRequests(this);
  }

  /** The session that the widgets use, also without them; `undefined` until there is enough to start one. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Why there is no session: a `LiveOpsError` with code `config` or `host`. */
  get error(): LiveOpsError | undefined {
    return this.#error;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    warnOfToken(this);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the page disconnects and connects at once; only an element that stays away ends its session.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connect();
      this.#replace(undefined, undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues<SessionElement>): void {
    const game = this.#connect(this.isConnected ? this.host : 'none', this.hostName);
    const startable = this.isConnected && this.projectId != null && (this.getToken ?? this.tokenUrl ?? game) != null;
    if (!startable) return this.#replace(undefined, undefined);
    // From `token-url` to a function, or back; another function is no news, since some pages make one at each render.
    const otherSource = this.tokenUrl && changed.has('getToken') && !(this.getToken && changed.get('getToken'));
    if (!this.#session || otherSource || [...changed.keys()].some(name => !TOLD.includes(name))) this.#restart();
    if (changed.has('clan')) this.#session?.setClan(this.clan);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #restart(): void {
    try {
      const session = this.#create();
      session.onError(error => this.#tell(error));
      session.$signedOut.listen(signedOut => signedOut && this.dispatchEvent(new AuthRequiredEvent()));
      this.#replace(session, undefined);
    } catch (thrown) {
      const error = isLiveOpsError(thrown) ? thrown : new LiveOpsError('config', 'No session.');
      this.#replace(undefined, error);
      this.#tell(error);
    }
  }

  #create(): Session {
    return createSession({
      projectId: this.projectId ?? NaN,
      // Read at each call, so that a page may set another function without starting anew.
      getToken: this.getToken && (request => (this.getToken as GetToken)(request)),
      tokenUrl: this.tokenUrl,
      apiBase: this.apiBase,
      clan: this.clan,
      playerName: this.playerName,
      userKey: this.userKey,
      locale: this.locale ?? langAround(this),
      pollSeconds: this.pollSeconds,
      storage: this.storage,
      fetch: this.fetch,
      host: this.host,
      hostName: this.hostName,
    });
  }

  #replace(session: Session | undefined, error: LiveOpsError | undefined): void {
    if (session === this.#session && error === this.#error) return;
    const old = this.#session;
    this.#session = session;
    this.#error = error;
    announceChange();
    // Last, so that the widgets have let go of its stores and show nothing of its end.
    old?.destroy();
  }

  #tell(error: LiveOpsError): void {
    if (error.code !== 'auth-required') this.dispatchEvent(new SessionErrorEvent(error));
  }
}

/** The nearest `lang`, across shadow roots. */
function langAround(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return (
    element.closest<HTMLElement>('[lang]')?.lang ?? langAround((element.getRootNode() as Partial<ShadowRoot>).host)
  );
}
