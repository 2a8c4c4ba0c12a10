import type {GetToken} from '../auth/token.js';
import {tokenFrom} from '../auth/token-url.js';
import {isId} from '../http/ids.js';
import type {Checkout} from './context.js';
import type {DisplayName} from '../boards/shown-names.js';
import {isLoopback} from '../http/loopback.js';
import {LiveOpsError} from '../errors.js';
import type {HostStorage} from '../storage/host-storage.js';
import {toLanguageTag} from '../text/languages.js';

/** The game, launcher or webview around the page; `docs/guide/game.md` describes each. */
export type HostName =
  | 'custom'
  | 'evaluate'
  | 'unity-webview'
  | 'vuplex'
  | 'uniwebview'
  | 'uniwebview-url'
  | 'unity-webgl'
  | 'unreal'
  | 'wkwebview'
  | 'android'
  | 'webview2'
  | 'react-native'
  | 'flutter'
  | 'wry'
  | 'cef'
  | 'qt'
  | 'electron'
  | 'iframe'
  | 'none';

/** Options of a session. Wrong usage throws a `LiveOpsError` with code `config` that names the option. */
export type SessionOptions = {
  /** The project at Xsolla: a whole number from 1. */
  projectId: number;
  /** Returns the player's token: a user JWT of Xsolla Login, or an opaque Pay Station token. Never stored. */
  getToken?: GetToken | undefined;
  /** Instead of `getToken`: a same-origin endpoint that answers `{token, expires_in}`, seconds. */
  tokenUrl?: string | undefined;
  /** Absolute https URL, or http on a loopback address. Default `https://store.xsolla.com/api`. */
  apiBase?: string | undefined;
  /**
   * The player's current clan, as the game knows it: any string; `null` or empty means none, `undefined` means unknown.
   */
  clan?: string | null | undefined;
  /** The player's own name as it appears on the board; marks the own row. */
  playerName?: string | undefined;
  /**
   * A stable id of the player, needed with opaque tokens, which name nobody. Without it, receipts last only as long as
   * the page, and a clan switch is sent only if the player or page accepts that.
   */
  userKey?: string | undefined;
  /**
   * Language for numbers, ages and the project's texts: a tag, or the form that engines write (`pt_BR`). Default: the
   * browser's.
   */
  locale?: string | undefined;
  /** Seconds between two requests: 10 to 86,400, or 0 for no polling. Default 30. */
  pollSeconds?: number | undefined;
  /** Replaces the page's `fetch`, for tests and scenarios. */
  fetch?: typeof fetch | undefined;
  /**
   * Where the game stores the receipts of clan switches. It takes precedence; the browser's storage is used as well.
   */
  storage?: HostStorage | undefined;
  /**
   * The game around the page, which then provides the token and stores the receipts
   * (`docs/reference/host-protocol.md`). A name, or empty to use the one that is found. Default `none`.
   */
  host?: HostName | '' | undefined;
  /** The name that the game chose for its handler or object; only some hosts need it. */
  hostName?: string | undefined;
  /**
   * Where players pay: in a new `window` (default), in the `same-tab`, or in the browser that the `host` opens. A
   * closed payment page proves nothing, so the session always follows the orders.
   */
  checkout?: 'window' | 'same-tab' | 'host' | undefined;
  /** Whether payments are test payments in the vendor's sandbox. Default `false`. */
  sandboxPayments?: boolean | undefined;
  /** Whether nothing moves, as the game's or page's own setting says. The system's setting always counts. Default `false`. */
  reduceMotion?: boolean | undefined;
  /**
   * Whether the names of all other players are shortened to their first letter and dots, in stores, events and messages to
   * the game, too. Default `false`.
   */
  maskNames?: boolean | undefined;
  /**
   * Whether boards keep no rank of the player on the device, so that they say no change since the last visit. Ranks of the player
   * that were kept there before are removed. Default `false`.
   */
  forgetRanks?: boolean | undefined;
  /**
   * Returns the name to show for a player, where names are ids or private. Called for each row at each answer. A name for
   * which it throws or returns no text is masked.
   */
  displayName?: DisplayName | undefined;
  /**
   * Opens the payment page the page's own way, instead of `checkout`. Called once the order exists, some time after the
   * player's press. The token pays the order: keep it out of logs.
   */
  openCheckout?: ((checkout: Checkout) => void | Promise<void>) | undefined;
};

export const DEFAULT_API_BASE = 'https://store.xsolla.com/api';
const DEFAULT_POLL_SECONDS = 30;
const SHORTEST_POLL_SECONDS = 10;
const LONGEST_POLL_SECONDS = 86_400;
const CHECKOUTS = ['window', 'same-tab', 'host'] as const;
const FLAGS = ['sandboxPayments', 'reduceMotion', 'maskNames', 'forgetRanks'] as const;
const TEXTS = ['clan', 'playerName', 'userKey', 'locale', 'tokenUrl', 'host', 'hostName'] as const;

/** The options with every default in place. @throws {LiveOpsError} `config`, naming the first option that is wrong. */
export function checkOptions(options: SessionOptions = {} as SessionOptions) {
  const {projectId, storage} = options;
  const pollSeconds = options.pollSeconds ?? DEFAULT_POLL_SECONDS;
  const getToken = options.getToken ?? (options.tokenUrl ? tokenFrom(options.tokenUrl) : undefined);
  demand(isId(projectId), '`projectId` must be a whole number from 1.');
  demand(typeof getToken === 'function', '`getToken` must be a function.');
  demand(
    pollSeconds === 0 ||
      (typeof pollSeconds === 'number' && pollSeconds >= SHORTEST_POLL_SECONDS && pollSeconds <= LONGEST_POLL_SECONDS),
    `\`pollSeconds\` must be 0, or ${SHORTEST_POLL_SECONDS} to ${LONGEST_POLL_SECONDS}.`,
  );
  for (const name of TEXTS) demand(isOptional(options[name], 'string'), `\`${name}\` must be a string.`);
  demand(isOptional(options.fetch, 'function'), '`fetch` must be a function.');
  demand(isOptional(options.openCheckout, 'function'), '`openCheckout` must be a function.');
  demand(isOptional(options.displayName, 'function'), '`displayName` must be a function.');
  for (const name of FLAGS) demand(isOptional(options[name], 'boolean'), `\`${name}\` must be true or false.`);
  demand(storage == null || isStorage(storage), '`storage` must have the functions get, set and remove.');
  return {
    ...options,
    getToken,
    apiBase: toApiBase(options.apiBase ?? DEFAULT_API_BASE),
    pollMs: pollSeconds * 1_000,
    locale: toLocale(options.locale),
    checkout: toCheckout(options),
    sandboxPayments: options.sandboxPayments ?? false,
    reduceMotion: options.reduceMotion ?? false,
    maskNames: options.maskNames ?? false,
    forgetRanks: options.forgetRanks ?? false,
    displayName: options.displayName ?? undefined,
    openCheckout: options.openCheckout ?? undefined,
  };
}

/** Options with every default in place. */
export type CheckedOptions = ReturnType<typeof checkOptions>;

function toCheckout({checkout = 'window', host = 'none'}: SessionOptions): (typeof CHECKOUTS)[number] {
  demand(CHECKOUTS.includes(checkout), '`checkout` must be one of: window, same-tab, host.');
  demand(checkout !== 'host' || host !== 'none', '`checkout` is host, but `host` names no game.');
  return checkout;
}

/** An unreadable language must cost the player no more than the language. */
function toLocale(locale: string | null | undefined): string {
  const tag = toLanguageTag(locale ?? '');
  if (locale && !tag)
    console.warn('liveops-elements: `locale` is not a language tag, so the browser’s language is used.');
  return tag ?? '';
}

/** The token is sent to this address, so a look-alike host or plain http is refused. */
function toApiBase(value: unknown): string {
  let url: URL | undefined;
  try {
    url = new URL(String(value));
  } catch {
    // Reported below with everything else that is no usable URL.
  }
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  demand(
    url && safe && !url.username && !url.password && !/[?#]/.test(url.href),
    '`apiBase` must be an absolute https URL, or http on loopback.',
  );
  return url.href.replace(/\/+$/, '');
}

/** Whether a value can be a player's clan: another type would count as another clan, as 42 and "42" differ. */
export function isClan(value: unknown): value is string | null | undefined {
  return isOptional(value, 'string');
}

/** The same clan. @throws {LiveOpsError} `config` for anything else. */
export function checkClan(clan: string | null | undefined): string | null | undefined {
  demand(isClan(clan), '`clan` must be a string.');
  return clan;
}

/** The same value. @throws {LiveOpsError} `config` for anything but true or false. */
export function checkFlag(name: string, value: boolean): boolean {
  demand(typeof value === 'boolean', `\`${name}\` must be true or false.`);
  return value;
}

/** The clan with one word for none: an empty string is `null`. */
export function toClan(clan: string | null | undefined): string | null | undefined {
  return clan === '' ? null : clan;
}

function isOptional(value: unknown, type: string): boolean {
  return value === undefined || value === null || typeof value === type;
}

/** Whether a value has the functions of a `HostStorage`. */
export function isStorage(value: unknown): value is HostStorage {
  const storage = value as Record<string, unknown> | null | undefined;
  return storage != null && ['get', 'set', 'remove'].every(name => typeof storage[name] === 'function');
}

function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new LiveOpsError('config', message);
}
