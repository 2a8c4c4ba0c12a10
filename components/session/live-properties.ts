import type {GetToken} from '../../src/auth/token.js';
import {isStorage, type SessionOptions} from '../../src/session/options.js';
import type {HostStorage} from '../../src/session/session.js';

/** Functions and objects of the page, which frameworks make again at each render. */
type OpenCheckout = NonNullable<SessionOptions['openCheckout']>;
type NameOf = NonNullable<SessionOptions['displayName']>;
export type Live = {
  getToken?: GetToken;
  fetch?: typeof fetch;
  storage?: HostStorage;
  openCheckout?: OpenCheckout;
  displayName?: NameOf;
};

export const LIVE_PROPERTIES = ['getToken', 'fetch', 'storage', 'openCheckout', 'displayName'] as const;

/** Properties that a session follows; a change of any other makes another session. */
const FOLLOWED: readonly PropertyKey[] = ['clan', 'gamepad', 'label', 'reduceMotion', ...LIVE_PROPERTIES];

export function isFollowed(name: PropertyKey): boolean {
  return FOLLOWED.includes(name);
}

/** From absent to present, or from usable to not, or back: only that makes a difference to a session. */
export function isOtherKind(name: keyof Live, one: unknown, other: unknown): boolean {
  return kindOf(name, one) !== kindOf(name, other);
}

/**
 * The properties as options of a session. Each is read again at each call, so that a page may set another at any time;
 * what is not usable is passed on as it is, for the session to refuse.
 */
export function newest(element: Live): Live {
  const {getToken, fetch, storage, openCheckout, displayName} = element;
  return {
    ...(getToken && {
      getToken: isUsable('getToken', getToken) ? request => (element.getToken ?? getToken)(request) : getToken,
    }),
    ...(fetch && {fetch: isUsable('fetch', fetch) ? (input, init) => fetchOf(element)(input, init) : fetch}),
    ...(storage && {storage: isUsable('storage', storage) ? storageOf(() => element.storage ?? storage) : storage}),
    ...(openCheckout && {
      openCheckout: isUsable('openCheckout', openCheckout)
        ? checkout => (element.openCheckout ?? openCheckout)(checkout)
        : openCheckout,
    }),
    ...(displayName && {
      displayName: isUsable('displayName', displayName)
        ? player => (element.displayName ?? displayName)(player)
        : displayName,
    }),
  };
}

type Kind = 'absent' | 'usable' | 'unusable';

function kindOf(name: keyof Live, value: unknown): Kind {
  if (value == null) return 'absent';
  return isUsable(name, value) ? 'usable' : 'unusable';
}

function isUsable(name: keyof Live, value: unknown): boolean {
  return name === 'storage' ? isStorage(value) : typeof value === 'function';
}

/** Called unbound: a page's own `fetch` refuses any other `this`. */
function fetchOf({fetch}: Live): typeof globalThis.fetch {
  return fetch ?? globalThis.fetch;
}

function storageOf(newestOne: () => HostStorage): HostStorage {
  return {
    get: key => newestOne().get(key),
    set: (key, value) => newestOne().set(key, value),
    remove: key => newestOne().remove(key),
  };
}
