import {withTimeout} from '../with-timeout.js';
import {createHostKeys} from './host-keys.js';
import {locked} from './lock.js';
import {applyChange, type StorageTier} from './text-store.js';
import {isOfOther, MARKER, pageLife} from './visit.js';

/** The host's storage for small strings that outlive the page. Every call may fail or answer late. */
export type HostStorage = {
  get(key: string): Promise<string | null> | string | null;
  set(key: string, value: string): Promise<void> | void;
  remove(key: string): Promise<void> | void;
};

/** Shorter than a store waits for a place, or the next change would always be too late behind one that hangs. */
const TURN_MS = 1_000;
/** For a storage whose last change is still on its way: it must not stop others with each change. */
const HUNG_TURN_MS = 100;

const tiers = new WeakMap<HostStorage, StorageTier>();

/** The one owner of a host's storage on this page: two would write over each other's list of keys. */
export function hostTierOf(storage: HostStorage): StorageTier {
  const tier = tiers.get(storage) ?? createHostTier(storage);
  tiers.set(storage, tier);
  return tier;
}

/**
 * The host's storage, which cannot list its keys, so that a list is kept beside them. A key is listed before its text is
 * written: a listed key without a text costs nothing, a text without a key would be lost. What was written is read back,
 * since a bridge that is not there yet may take everything and keep nothing.
 *
 * `life` names the page life, to distinguish its marker from an earlier one's.
 */
export function createHostTier(storage: HostStorage, life = pageLife()): StorageTier {
  const had = new Set<string>();
  // Many hosts answer `null` where their own store failed: a second look costs one message.
  const get = async (key: string): Promise<string | null> => (await storage.get(key)) ?? storage.get(key);
  const inTurn = createTurn();
  const keys = createHostKeys({get, set: async (key, text) => storage.set(key, text)});

  const read = async (key: string): Promise<string | undefined> => {
    const text: unknown = await get(key);
    if (typeof text === 'string') {
      had.add(key);
      return text;
    }
    // Believed at the next read, which is another one later on.
    if (had.delete(key)) throw new Error('The host lost what it had.');
    keys.forget(key);
    return undefined;
  };

  const write = async (key: string, text: string): Promise<void> => {
    await storage.set(key, text);
    if ((await get(key)) !== text) throw new Error('The host kept nothing.');
  };

  return {
    durable: true,
    async all(prefix) {
      const listed = (await keys.all()).filter(key => key.startsWith(prefix));
      const texts = await Promise.all(listed.map(read));
      return texts.filter(text => text !== undefined);
    },
    put: (key, change, wanted) =>
      inTurn(wanted, async () => {
        const found: unknown = await get(key);
        const text = applyChange(change, typeof found === 'string' ? found : undefined);
        if (text === undefined) return;
        await keys.add(key);
        if (!wanted()) throw new Error('Too late.');
        await write(key, text);
        had.add(key);
      }),
    remove: (key, wanted, isOutdated) =>
      inTurn(wanted, async () => {
        const found: unknown = isOutdated ? await get(key) : undefined;
        if (typeof found === 'string' && !isOutdated?.(found)) return;
        await storage.remove(key);
        had.delete(key);
        await keys.drop(key);
      }),
    async outlives(wanted) {
      const marker = await get(MARKER);
      if (marker === null) await inTurn(wanted, () => write(MARKER, life));
      return isOfOther(marker, life);
    },
  };
}

type Turn = (wanted: () => boolean, task: () => Promise<void>) => Promise<void>;

/** Serialises the changes of all storages and pages; one that hangs is skipped after the time limit. */
function createTurn(): Turn {
  let limitMs = TURN_MS;
  const run = async (wanted: () => boolean, task: () => Promise<void>): Promise<{done: Promise<void>}> => {
    if (!wanted()) throw new Error('Too late.');
    const turnMs = limitMs;
    limitMs = HUNG_TURN_MS;
    const done = task().finally(() => (limitMs = TURN_MS));
    await withTimeout(turnMs, () => done).catch(() => undefined);
    return {done};
  };
  return async (wanted, task) => (await locked('host storage', () => run(wanted, task))).done;
}
