import {createHostTier, type HostStorage} from '../../../src/storage/host-storage.js';
import {applyChange, type StorageTier} from '../../../src/storage/text-store.js';
import {createQueue, type Queue} from '../../../src/claims/queue.js';
import type {Life} from './life.js';
import type {Random} from './random.js';

/** What outlives a page: the browser's database, the older storage beside it, and in some hosts the host's own. */
export type Disk = {
  /** The places of one page life, the best first. */
  tiers(life: Life, faults: () => number): readonly StorageTier[];
  /** The browser is killed, and the older storage forgets what was written last. */
  kill(): void;
  readonly size: number;
};

/** Chromium writes the older storage to the disk in batches, so far apart. */
const FORGETS_MS = 5_000;

type Texts = Map<string, string>;

/** How an access that fails does so: with or without effect, by saying so or by never answering. */
const FAILURES = ['rejects', 'hangs', 'rejects afterwards', 'hangs afterwards'] as const;

export function createDisk(random: Random, now: () => number): Disk {
  const database: Texts = new Map();
  const older: Texts = new Map();
  const host: Texts | undefined = random.chance(0.2) ? new Map() : undefined;
  /** Pages of one life wait for each other; what hangs in one does not outlive it. */
  const lines = new WeakMap<Life, Queue>();
  const lineOf = (life: Life): Queue => {
    const line = lines.get(life) ?? createQueue();
    lines.set(life, line);
    return line;
  };
  const last: {at: number; key: string; text: string | undefined}[] = [];

  return {
    tiers(life, faults) {
      const access = <T>(effect: () => T): Promise<T> =>
        life.call(() => (random.chance(faults()) ? fail(random, effect) : effect()));
      const tiers = [
        toTier(database, true, access),
        toTier(older, false, access, key => last.push({at: now(), key, text: older.get(key)})),
      ];
      if (!host) return tiers;
      const lock = async <T>(_name: string, task: () => T | Promise<T>): Promise<T> => lineOf(life)(async () => task());
      return [createHostTier(toHost(host, access), undefined, lock), ...tiers];
    },
    kill() {
      for (const {at, key, text} of last.splice(0).reverse()) {
        if (at < now() - FORGETS_MS) continue;
        if (text === undefined) older.delete(key);
        else older.set(key, text);
      }
    },
    get size() {
      return [...database.values()].reduce((sum, text) => sum + text.length, 0);
    },
  };
}

type Access = <T>(effect: () => T) => Promise<T>;

function fail<T>(random: Random, effect: () => T): Promise<T> {
  const failure = random.pick(FAILURES);
  if (failure.endsWith('afterwards')) effect();
  if (failure.startsWith('rejects')) throw new Error('The disk failed.');
  return new Promise(() => undefined);
}

function toTier(
  texts: Texts,
  durable: boolean,
  access: Access,
  before = (_key: string): unknown => undefined,
): StorageTier {
  return {
    durable,
    all: prefix => access(() => [...texts].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text)),
    put: (key, change) =>
      access(() => {
        const text = applyChange(change, texts.get(key));
        before(key);
        if (text !== undefined) texts.set(key, text);
      }),
    remove: (key, _wanted, isOutdated) =>
      access(() => {
        const found = texts.get(key);
        if (found === undefined || !(isOutdated?.(found) ?? true)) return;
        before(key);
        texts.delete(key);
      }),
  };
}

function toHost(texts: Texts, access: Access): HostStorage {
  return {
    get: key => access(() => texts.get(key) ?? null),
    set: (key, value) => access(() => void texts.set(key, value)),
    remove: key => access(() => void texts.delete(key)),
  };
}
