import {withTimeout} from '../with-timeout.js';
import {createHostKeys, type HostKeys} from './host-keys.js';
import {locked} from './lock.js';
import {applyChange, type Change, type StorageTier} from './text-store.js';
import {isOfOther, MARKER, pageLife} from './visit.js';

/** The host's storage for small strings that outlive the page. Every call may fail or answer late. */
export type HostStorage = {
  get(key: string): Promise<string | null> | string | null;
  set(key: string, value: string): Promise<void> | void;
  remove(key: string): Promise<void> | void;
};

/** Shorter than a store's time limit, or the next change behind one that hangs would always be too late. */
const TURN_MS = 1_000;
/** For a storage whose last change is still pending: it must not block the others with each change. */
const HUNG_TURN_MS = 100;

const tiers = new WeakMap<HostStorage, StorageTier>();

/** The one owner of a host's storage on this page: two would overwrite each other's list of keys. */
export function hostTierOf(storage: HostStorage): StorageTier {
  const tier = tiers.get(storage) ?? createHostTier(storage);
  tiers.set(storage, tier);
  return tier;
}

/**
 * The host's storage. It cannot list its keys, so we store a list of them, too. A key is listed before its string is
 * written: a listed key without a string is harmless, but a string without a listed key would be lost. Every write is
 * read back, since a bridge that isn't ready may accept strings and store nothing.
 *
 * `life` names the page life, to distinguish its marker from an earlier one's; `lock` serialises the changes of all pages.
 */
export function createHostTier(storage: HostStorage, life = pageLife(), lock: Lock = locked): StorageTier {
  return new HostTier(storage, life, lock);
}

type Lock = typeof locked;

class HostTier implements StorageTier {
  readonly durable = true;
  readonly #storage: HostStorage;
  readonly #life: string;
  readonly #keys: HostKeys;
  readonly #inTurn: Turn;
  /** The keys whose strings the host had at the last read. */
  readonly #had = new Set<string>();

  constructor(storage: HostStorage, life: string, lock: Lock) {
    this.#storage = storage;
    this.#inTurn = createTurn(lock);
    this.#life = life;
    this.#keys = createHostKeys({get: key => this.#get(key), set: async (key, text) => storage.set(key, text)});
  }

  async all(prefix: string): Promise<readonly string[]> {
    const listed = (await this.#keys.all()).filter(key => key.startsWith(prefix));
    const texts = await Promise.all(listed.map(key => this.#read(key)));
    return texts.filter(text => text !== undefined);
  }

  put(key: string, change: Change, wanted: () => boolean): Promise<void> {
    return this.#inTurn(wanted, async () => {
      const found: unknown = await this.#get(key);
      const text = applyChange(change, typeof found === 'string' ? found : undefined);
      if (text === undefined) return;
      await this.#keys.add(key);
      if (!wanted()) throw new Error('The time limit was over before the change.');
      await this.#write(key, text);
      this.#had.add(key);
    });
  }

  remove(key: string, wanted: () => boolean, isOutdated?: (found: string) => boolean): Promise<void> {
    return this.#inTurn(wanted, async () => {
      const found: unknown = isOutdated ? await this.#get(key) : undefined;
      if (typeof found === 'string' && !isOutdated?.(found)) return;
      await this.#storage.remove(key);
      this.#had.delete(key);
      await this.#keys.drop(key);
    });
  }

  async outlives(wanted: () => boolean): Promise<boolean> {
    const marker = await this.#get(MARKER);
    if (marker === null) await this.#inTurn(wanted, () => this.#write(MARKER, this.#life));
    return isOfOther(marker, this.#life);
  }

  /** Many hosts answer `null` if their own store failed; a second request costs one message. */
  async #get(key: string): Promise<string | null> {
    return (await this.#storage.get(key)) ?? this.#storage.get(key);
  }

  async #read(key: string): Promise<string | undefined> {
    const text: unknown = await this.#get(key);
    if (typeof text === 'string') {
      this.#had.add(key);
      return text;
    }
    // A `null` is accepted only at a later read.
    if (this.#had.delete(key)) throw new Error('The host lost the stored data.');
    this.#keys.forget(key);
    return undefined;
  }

  async #write(key: string, text: string): Promise<void> {
    await this.#storage.set(key, text);
    if ((await this.#get(key)) !== text) throw new Error('The host did not store the data.');
  }
}

type Turn = (wanted: () => boolean, task: () => Promise<void>) => Promise<void>;

/** Serialises the changes of all storages and pages; one that hangs is skipped after the time limit. */
function createTurn(lock: Lock): Turn {
  let limitMs = TURN_MS;
  const run = async (wanted: () => boolean, task: () => Promise<void>): Promise<{done: Promise<void>}> => {
    if (!wanted()) throw new Error('The time limit was over before the change.');
    const turnMs = limitMs;
    limitMs = HUNG_TURN_MS;
    const done = task().finally(() => (limitMs = TURN_MS));
    await withTimeout(turnMs, () => done).catch(() => undefined);
    return {done};
  };
  return async (wanted, task) => (await lock('host storage', () => run(wanted, task))).done;
}
