import {VERSION} from './version.js';

/** What the page can use. Reading some of it throws where a frame or its storage is locked up. */
const ABILITIES: Readonly<Record<string, () => unknown>> = {
  secure: () => isSecureContext,
  locks: () => navigator.locks,
  indexedDB: () => indexedDB,
  localStorage: () => localStorage,
  top: () => self === top,
  online: () => navigator.onLine,
};

/** A game may put longer words into a browser's name for itself, for its own servers to read. */
const LONG_WORD = /[\w.~+=-]{25,}/g;

/**
 * What a support person needs, one fact a line: versions, page, engine, what works there, and the state of the
 * session.
 */
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
