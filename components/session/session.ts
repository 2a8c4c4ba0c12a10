import {css, html, type PropertyValues, type TemplateResult} from 'lit';
import type {GetToken} from '../../src/auth/token.js';
import {isLiveOpsError, LiveOpsError} from '../../src/errors.js';
import {type HostName, isClan, type SessionOptions} from '../../src/session/options.js';
import {type HostStorage, type Session, startSession} from '../../src/session/session.js';
import {announceChange, answerRequests} from '../../src/ui/session-lookup.js';
import {StyledElement} from '../../src/ui/styled-element.js';
import {WaitingController} from '../../src/ui/waiting.js';
import {AuthRequiredEvent, SessionErrorEvent} from './events.js';
import {hintFeedback} from './feedback.js';
import {createHostBridge} from './host-bridge.js';
import {isFollowed, isOtherKind, LIVE_PROPERTIES} from './live-properties.js';
import {optionsOf} from './session-options.js';
import {SessionNavigation} from './navigation.js';
import {warnOfToken} from './token-warning.js';

/**
 * Identifies the player for every LiveOps widget inside it, across shadow roots, and for widgets that name it by id. It
 * renders nothing. A session starts as soon as `project-id` and a source of tokens are given, in any order; until then
 * the widgets wait.
 * A token is never read from an attribute or from the page's address: those end up in logs, histories and replays.
 *
 * @element liveops-session
 * @slot - The page, or the part of it, that the session is for.
 * @fires {AuthRequiredEvent} liveops-auth-required - There is no usable token, or the player was signed out; sign in, then call `session.refresh()`.
 * @fires {SessionErrorEvent} liveops-error - Something else failed; `error` is a `LiveOpsError`.
 * @fires {NavExitEvent} liveops-nav-exit - With `host` or `gamepad`: there is nothing more to focus in a direction; `dir`.
 * @fires {NavCancelEvent} liveops-nav-cancel - With `host` or `gamepad`: the player wants to go back, and nothing could be canceled.
 * @fires {FeedbackEvent} liveops-feedback - A good moment for a sound or vibration; `kind` is `impact`, `selection`, `reveal`, `success` or `error`.
 */
export class SessionElement extends StyledElement {
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
    checkout: {},
    gamepad: {type: Boolean},
    sandboxPayments: {type: Boolean, attribute: 'sandbox-payments'},
    reduceMotion: {type: Boolean, attribute: 'reduce-motion'},
    maskNames: {type: Boolean, attribute: 'mask-names'},
    forgetRanks: {type: Boolean, attribute: 'forget-ranks'},
    label: {},
    displayName: {attribute: false},
    openCheckout: {attribute: false},
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

  /** The player's own name as it appears on the board; marks the own row. */
  playerName?: string;

  /** A stable id of the player; needed with opaque tokens, which name nobody. */
  userKey?: string;

  /** Language tag for numbers and texts. Default: the nearest `lang`, else the browser's. */
  locale?: string;

  /** Seconds between two requests: at least 10, or 0 for no polling. Default 30. */
  pollSeconds?: number;

  /** Endpoint of the page's own origin that answers `{token, expires_in}`; for pages without JavaScript. */
  tokenUrl?: string;

  /**
   * The game, launcher or webview around the page, which gives the token and may set up this element: a name as in
   * `docs/guide/game.md`, or empty to detect it. Default: none.
   */
  host?: HostName | '';

  /** The name that the game chose for its handler or object; only some hosts need it. */
  hostName?: string;

  /** Whether a controller and arrow keys move through the page while it has the keyboard. Default `false`. See `docs/guide/controllers.md`. */
  gamepad?: boolean | null;

  /** Where players pay: in a new `window` (default), in the `same-tab`, or in the browser that the `host` opens. */
  checkout?: NonNullable<SessionOptions['checkout']>;

  /** Whether payments are tests, at the vendor's sandbox. Default `false`. */
  sandboxPayments?: boolean;

  /** Opens the payment page in the page's own way; overrides `checkout`. The token pays the order: keep it out of logs. */
  openCheckout?: NonNullable<SessionOptions['openCheckout']>;

  /** Whether nothing moves, as the game's or page's own setting says. The system's setting always counts. Default `false`. */
  reduceMotion?: boolean | null;

  /** Whether the names of all other players are masked, also in events; see `docs/guide/players.md`. Default `false`. */
  maskNames?: boolean | null;

  /** Whether boards keep no rank of the player on the device, and remove what was kept; see `docs/guide/players.md`. Default `false`. */
  forgetRanks?: boolean | null;

  /** Names the elements' regions for screen readers, in addition to their headings, where a page has several sessions. */
  label?: string | null;

  /** Returns the name to show for a player, where names are ids or private; see `SessionOptions.displayName`. */
  displayName?: NonNullable<SessionOptions['displayName']>;

  /**
   * Gives the player's token when it is needed; overrides `token-url`. You may set another function at any time: the
   * session calls the latest one, and none before it needs a token. Once the player has signed in, call `session.refresh()`.
   */
  getToken?: GetToken;

  /** Where receipts and orders are stored; see `SessionOptions.storage`. May be another object for the same place. */
  storage?: HostStorage;

  /** Replaces the page's `fetch`, for tests and scenarios. May be another function at any time. */
  fetch?: typeof fetch;

  readonly #navigation = new SessionNavigation(this);
  readonly #connect = createHostBridge(this, Object.keys(SessionElement.properties), this.#navigation.perform);
  #session: Session | undefined;
  #error: LiveOpsError | undefined;

  constructor() {
    super();
    answerRequests(this);
    hintFeedback(this);
    this.addController(new WaitingController(this, () => !this.#session && !this.#error));
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
    // A move in the page disconnects and connects at once; only an element that stays disconnected ends its session.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#connect();
      this.#replace(undefined, undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues<SessionElement>): void {
    const host = this.#connect(this.isConnected ? this.host : 'none', this.hostName);
    const startable = this.isConnected && this.projectId != null && (this.getToken ?? this.tokenUrl ?? host) != null;
    if (!startable) return this.#replace(undefined, undefined);
    const isOther = LIVE_PROPERTIES.some(name => changed.has(name) && isOtherKind(name, changed.get(name), this[name]));
    // A session refuses it at its start, too, and the page learns why.
    const isWrong = changed.has('clan') && !isClan(this.clan);
    if (!this.#session || isOther || isWrong || ![...changed.keys()].every(isFollowed)) this.#restart();
    if (changed.has('clan')) this.#session?.setClan(this.clan);
    if (changed.has('reduceMotion')) this.#session?.setReducedMotion(this.reduceMotion === true);
    if (changed.has('label')) announceChange();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #restart(): void {
    try {
      const session = startSession(optionsOf(this));
      session.onError(error => this.#report(error));
      session.$signedOut.listen(signedOut => signedOut && this.dispatchEvent(new AuthRequiredEvent()));
      this.#replace(session, undefined);
    } catch (thrown) {
      const error = isLiveOpsError(thrown) ? thrown : new LiveOpsError('config', 'The session did not start.');
      this.#replace(undefined, error);
      this.#report(error);
    }
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

  #report(error: LiveOpsError): void {
    if (error.code !== 'auth-required') this.dispatchEvent(new SessionErrorEvent(error));
  }
}
