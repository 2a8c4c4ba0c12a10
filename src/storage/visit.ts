/* Whether a store outlives a visit. A private window or an in-memory profile keeps data only until it closes. */

/** The key of the marker that the first visit stores in every durable place. */
export const MARKER = 'liveops/visit';

let life: string | undefined;
let found: Promise<string | undefined> | undefined;

/** Identifies this page life: the storage of a game has to outlive the page. */
export function pageLife(): string {
  return (life ??= createName());
}

/**
 * Identifies the visit: the browser's tabs that are open at the same time, and the pages that one tab shows in turn.
 * `undefined` if that is unknown, as in frames of an opaque origin.
 */
export function currentVisit(): Promise<string | undefined> {
  return (found ??= findVisit().catch(() => undefined));
}

/** Whether another visit stored the marker, so the place has outlived a visit. */
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

/**
 * A lock passes the name to other tabs. It is released with the page: a page with a lock can't enter the back/forward
 * cache.
 */
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
