import {withTimeout} from '../with-timeout.js';
import {NotThereYet} from './not-there-yet.js';
import type {Change, KeptText, StorageTier, StoreRead, TextStore} from './text-store.js';

type PlaceRead = {tier: StorageTier; texts: readonly KeptText[]; failed: boolean; awaited: boolean};

/**
 * Stores each string in every place that takes it, and reads from all of them: a copy survives the loss of a place. A
 * place that fails or hangs costs the time limit, and never counts as empty. Milliseconds.
 */
export function createTieredStore(tiers: readonly StorageTier[], limitMs = 1_500): TextStore {
  const store = new TieredStore(tiers, limitMs);
  return {
    all: prefix => store.all(prefix),
    put: (key, change) => store.put(key, change),
    replace: (key, change, isOutdated) => store.replace(key, change, isOutdated),
    remove: key => store.remove(key),
    forget: key => store.forget(key),
  };
}

class TieredStore implements TextStore {
  readonly #tiers: readonly StorageTier[];
  readonly #limitMs: number;
  /** Whether a place outlives a visit; cached for the page's life. */
  readonly #proofs = new Map<StorageTier, boolean>();

  constructor(tiers: readonly StorageTier[], limitMs: number) {
    this.#tiers = tiers;
    this.#limitMs = limitMs;
  }

  async all(prefix: string): Promise<StoreRead> {
    return toStoreRead(await this.#inAll(tier => this.#readOf(tier, prefix)));
  }

  async put(key: string, change: Change): Promise<boolean> {
    const taken = await this.#inAll(async tier => (await this.#putInto(tier, key, change)) && tier.durable);
    return taken.includes(true);
  }

  async replace(key: string, change: Change, isOutdated: (found: string) => boolean): Promise<boolean> {
    let durable = false;
    const gone = await this.#inAll(async tier => {
      const taken = await this.#putInto(tier, key, change);
      durable ||= taken && tier.durable;
      // A write past the time limit may still have succeeded, and must not be undone.
      return taken || this.#removeFrom(tier, key, isOutdated);
    });
    return durable && !gone.includes(false);
  }

  async remove(key: string): Promise<void> {
    for (const tier of [...this.#tiers].reverse()) if (!(await this.#removeFrom(tier, key))) return;
  }

  async forget(key: string): Promise<void> {
    await this.#inAll(tier => this.#removeFrom(tier, key));
  }

  #inAll<T>(task: (tier: StorageTier) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#tiers.map(task));
  }

  async #readOf(tier: StorageTier, prefix: string): Promise<PlaceRead> {
    const proof = this.#isDurable(tier);
    try {
      const texts = await withTimeout(this.#limitMs, wanted => tier.all(prefix, wanted));
      const durable = await proof;
      return {tier, texts: texts.map(text => ({text, durable})), failed: false, awaited: false};
    } catch (error) {
      return {tier, texts: [], failed: true, awaited: error instanceof NotThereYet};
    }
  }

  async #isDurable(tier: StorageTier): Promise<boolean> {
    if (!tier.durable || !tier.outlives) return tier.durable;
    const known = this.#proofs.get(tier);
    if (known !== undefined) return known;
    const proof = await withTimeout(this.#limitMs, wanted => tier.outlives?.(wanted) ?? true).catch(() => undefined);
    if (proof !== undefined) this.#proofs.set(tier, proof);
    return proof ?? false;
  }

  #putInto(tier: StorageTier, key: string, change: Change): Promise<boolean> {
    return succeeds(this.#limitMs, wanted => tier.put(key, change, wanted));
  }

  #removeFrom(tier: StorageTier, key: string, isOutdated?: (found: string) => boolean): Promise<boolean> {
    return succeeds(this.#limitMs, wanted => tier.remove(key, wanted, isOutdated));
  }
}

function toStoreRead(places: readonly PlaceRead[]): StoreRead {
  const complete = !places.some(({tier, failed, awaited}) => tier.durable && failed && !awaited);
  return {
    // While a durable place is silent, a copy that a killed browser has set back would pass for the latest.
    texts: places.filter(({tier}) => tier.durable || complete).flatMap(({texts}) => texts),
    complete,
    answered: places.some(({tier, failed}) => tier.durable && !failed),
    awaiting: places.some(({awaited}) => awaited),
  };
}

function succeeds(limitMs: number, task: (wanted: () => boolean) => unknown): Promise<boolean> {
  return withTimeout(limitMs, task).then(
    () => true,
    () => false,
  );
}
