import {withTimeout} from '../with-timeout.js';
import {NotThereYet} from './not-there-yet.js';
import type {Change, KeptText, StorageTier, StoreRead, TextStore} from './text-store.js';

type PlaceRead = {tier: StorageTier; texts: readonly KeptText[]; failed: boolean; awaited: boolean};

/**
 * Keeps each string in every place that takes it, and reads from all of them: a copy outlives the loss of a place. A place
 * that fails, hangs or lies costs the time limit, and is never taken for an empty one. Milliseconds.
 */
export function createTieredStore(tiers: readonly StorageTier[], limitMs = 1_500): TextStore {
  const put = (tier: StorageTier, key: string, change: Change): Promise<boolean> =>
    succeeds(limitMs, wanted => tier.put(key, change, wanted));

  const remove = (tier: StorageTier, key: string, isOutdated?: (found: string) => boolean): Promise<boolean> =>
    succeeds(limitMs, wanted => tier.remove(key, wanted, isOutdated));

  const inAll = <T>(task: (tier: StorageTier) => Promise<T>): Promise<T[]> => Promise.all(tiers.map(task));

  // The answer is the same for as long as the page lives.
  const proofs = new Map<StorageTier, boolean>();
  const isDurable = async (tier: StorageTier): Promise<boolean> => {
    if (!tier.durable || !tier.outlives) return tier.durable;
    const known = proofs.get(tier);
    if (known !== undefined) return known;
    const proof = await withTimeout(limitMs, wanted => tier.outlives?.(wanted) ?? true).catch(() => undefined);
    if (proof !== undefined) proofs.set(tier, proof);
    return proof ?? false;
  };

  const read = async (tier: StorageTier, prefix: string): Promise<PlaceRead> => {
    const proof = isDurable(tier);
    try {
      const texts = await withTimeout(limitMs, wanted => tier.all(prefix, wanted));
      const durable = await proof;
      return {tier, texts: texts.map(text => ({text, durable})), failed: false, awaited: false};
    } catch (error) {
      return {tier, texts: [], failed: true, awaited: error instanceof NotThereYet};
    }
  };

  return {
    all: async prefix => toStoreRead(await inAll(tier => read(tier, prefix))),
    async put(key, change) {
      const taken = await inAll(async tier => (await put(tier, key, change)) && tier.durable);
      return taken.includes(true);
    },
    async replace(key, change, isOutdated) {
      let durable = false;
      const gone = await inAll(async tier => {
        const taken = await put(tier, key, change);
        durable ||= taken && tier.durable;
        // A write that was given up may still have come through, and must not be undone.
        return taken || remove(tier, key, isOutdated);
      });
      return durable && !gone.includes(false);
    },
    async remove(key) {
      for (const tier of [...tiers].reverse()) if (!(await remove(tier, key))) return;
    },
    forget: async key => void (await inAll(tier => remove(tier, key))),
  };
}

function toStoreRead(places: readonly PlaceRead[]): StoreRead {
  const complete = !places.some(({tier, failed, awaited}) => tier.durable && failed && !awaited);
  return {
    // A copy that a killed browser has set back would pass for the truth while the better place is silent.
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
