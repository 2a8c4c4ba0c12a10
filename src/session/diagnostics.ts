import {VERSION} from './version.js';

/** What the page can use. Reading some of these throws in sandboxed frames and where storage is blocked. */
const ABILITIES: Readonly<Record<string, () => unknown>> = {
  secure: () => isSecureContext,
  locks: () => navigator.locks,
  indexedDB: () => indexedDB,
  localStorage: () => localStorage,
  top: () => self === top,
  online: () => navigator.onLine,
};

/** A game may add longer strings to the user agent, for its own servers. */
const LONG_WORD = /[\w.~+=-]{25,}/g;

/** A support report, one fact per line: versions, page, engine, available features, and the state of the session. */
export function describePage(session: readonly string[]): string {
  const names = Object.keys(ABILITIES).filter(name => attempt(() => ABILITIES[name]?.()));
  return [
    `liveops-elements ${VERSION}`,
    `page ${attempt(() => location.origin) ?? ''}`,
    `engine ${attempt(() => navigator.userAgent.replace(LONG_WORD, '…')) ?? ''}`,
    `has ${names.join(' ')}`,
    ...session,
  ].join('\n');
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
