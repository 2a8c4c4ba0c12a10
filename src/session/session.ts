import {atom, type ReadableAtom} from 'nanostores';
import type {LiveOpsError} from '../errors.js';
import type {Handlers, HostLink} from '../host/link.js';
import type {Attachments} from './attachments.js';
import {SessionCore, type SessionInternals} from './core.js';
import {families, type FamilyMembers} from './families.js';
import {createSessionHost} from './host.js';
import {checkClan, checkFlag, checkOptions, type SessionOptions} from './options.js';
import {createPacedTask} from './pace.js';
import {setStore} from '../set-store.js';

export type {Checkout} from './context.js';
export type {HostStorage} from '../storage/host-storage.js';

/** What a session has, whichever families are loaded. */
export type SessionBase = {
  /** Language tag for numbers and texts; empty means the browser's. */
  readonly locale: string;
  /** The player's own name, if the page has set it. */
  readonly playerName: string | undefined;
  /** The player's clan as the game knows it: a string, `null` for none, `undefined` for unknown. */
  readonly $clan: ReadableAtom<string | null | undefined>;
  /**
   * Whether the player has signed out, or the last attempt ended without a usable token; false again once a token is
   * requested.
   */
  readonly $signedOut: ReadableAtom<boolean>;
  /**
   * Call this when the game has moved the player to another clan; values of the old one are dropped.
   *
   * @throws {LiveOpsError} `config` for a clan that is no string.
   */
  setClan(clan: string | null | undefined): void;
  /** Whether nothing moves in the elements, in addition to what the system's setting says. */
  readonly $reducedMotion: ReadableAtom<boolean>;
  /** Follows the game's or page's setting for less motion. @throws {LiveOpsError} `config` for anything but true or false. */
  setReducedMotion(isReduced: boolean): void;
  /**
   * Requests every value that has a listener again; call it after the player has signed in. Calls in quick succession
   * are combined: five run immediately, then one every five seconds.
   */
  refresh(): void;
  /**
   * Forgets the token and every value; unacknowledged receipts return with the player. Stores stay signed out until
   * `refresh()` or `reload()`, and `<liveops-session>` fires `liveops-auth-required`. A token that names another player
   * (`sub` of a JWT) is refused until then.
   */
  signOut(): void;
  /** Calls the listener for every failed request; returns a function that removes it. */
  onError(listener: (error: LiveOpsError) => void): () => void;
  /**
   * A report for support: version, page, engine, the number of unreadable rows in the page's lists, and the last 20
   * requests, one per line. Contains no token, no name and no server data.
   */
  diagnostics(): string;
  /** Aborts all requests and forgets everything. */
  destroy(): void;
};

/**
 * One player on one project: the client and the stores, without any UI. On a page of single elements it has only what
 * their imports load; reading anything else throws a `LiveOpsError` with code `config` that names the import.
 */
export type Session = SessionBase & FamilyMembers;

/**
 * Starts a session with the families that are loaded on the page, now or later. It sends no request until a store has a
 * listener.
 *
 * @throws {LiveOpsError} `config`, naming the option that is wrong.
 */
export function startSession(options: SessionOptions, internals: SessionInternals & {link?: HostLink} = {}): Session {
  const host = createSessionHost(options, internals.link);
  const checked = checkOptions(host?.options ?? options);
  const core = new SessionCore(checked, internals, host);
  const refreshing = createPacedTask(() => core.refresh(), core.clock);
  const $reducedMotion = atom(checked.reduceMotion);
  let disconnect = (): void => undefined;
  const base: SessionBase = {
    locale: checked.locale,
    playerName: checked.playerName,
    $clan: core.$clan,
    $signedOut: core.$signedOut,
    setClan: clan => core.setClan(checkClan(clan)),
    $reducedMotion,
    setReducedMotion: isReduced => setStore($reducedMotion, checkFlag('isReduced', isReduced)),
    refresh: () => refreshing.run(),
    signOut() {
      refreshing.cancel();
      core.signOut();
    },
    onError: listener => core.errors.listen(listener),
    diagnostics: () => core.diagnostics(),
    destroy() {
      disconnect();
      refreshing.cancel();
      core.destroy();
    },
  };
  if (host) disconnect = host.connect(base, messagesOf(core.attachments));
  return addMembers(base, core.attachments);
}

/** Looked up on each read, so that a family can be loaded after the session has started. */
function addMembers(base: SessionBase, attachments: Attachments): Session {
  for (const [family, {members}] of families) {
    // Copying the session copies the loaded members, and doesn't fail for the others.
    const enumerable = attachments.isLoaded(family);
    for (const name of members) {
      const get = (): unknown => (attachments.use(family, name).members as FamilyMembers)[name];
      Object.defineProperty(base, name, {enumerable, configurable: true, get});
    }
  }
  return base as Session;
}

function messagesOf(attachments: Attachments): Handlers {
  const methods = families.flatMap(([family, {messages = []}]) => messages.map(method => [family, method] as const));
  return Object.fromEntries(
    methods.map(([family, method]) => [method, params => attachments.use(family).messages?.[method]?.(params)]),
  );
}
