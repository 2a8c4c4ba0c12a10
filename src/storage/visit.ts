/* Whether a store outlives a visit. A private window and a profile in memory keep everything until they end, and no longer. */

/** The key of the marker that the first visit leaves in every durable kind of place. */
export const MARKER = 'liveops/visit';

let life: string | undefined;
let found: Promise<string | undefined> | undefined;

/** Names this page life: the storage of a game has to outlive the page. */
export function pageLife(): string {
  return (life ??= createName());
}

/**
 * Names the visit: the tabs of this browser that are open at the same time, and the pages that one tab shows in turn.
 * `undefined` where that is unknown, as in frames of an opaque origin.
 */
export function currentVisit(): Promise<string | undefined> {
  return (found ??= findVisit().catch(() => undefined));
}

/** Whether a marker was left by another visit, so that the place has outlived one. */
export function isOfOther(marker: unknown, name: string | undefined): boolean {
  return typeof marker === 'string' && marker !== '' && name !== undefined && marker !== name;
}

async function findVisit(): Promise<string> {
  const own = sessionStorage.getItem(MARKER);
  const name = own ?? (await nameOfOpenTabs()) ?? createName();
  sessionStorage.setItem(MARKER, name);
  holdWhileShown(name);
  return name;
}

const LOCK = 'liveops visit ';

async function nameOfOpenTabs(): Promise<string | undefined> {
  const {held = []} = await navigator.locks.query();
  return held.find(({name}) => name?.startsWith(LOCK))?.name?.slice(LOCK.length);
}

/** A lock gives the name to other tabs. It is released with the page: a page with a lock can't enter the back/forward cache. */
function holdWhileShown(name: string): void {
  let letGo = (): void => undefined;
  const hold = (): void => {
    const held = new Promise<void>(resolve => (letGo = resolve));
    void navigator.locks?.request(LOCK + name, {mode: 'shared'}, () => held).catch(() => undefined);
  };
  addEventListener('pagehide', () => letGo());
  addEventListener('pageshow', ({persisted}) => persisted && hold());
  hold();
}

function createName(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
