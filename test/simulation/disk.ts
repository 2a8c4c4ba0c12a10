import {createHostRung, type HostStorage} from '../../src/storage/host-rung.js';
import type {Rung} from '../../src/storage/text-store.js';
import type {Life} from './life.js';
import type {Random} from './random.js';

/** What outlives a page: the browser's database, the older storage beside it, and in some hosts the host's own. */
export type Disk = {
  /** The places of one page life, the best first. */
  rungs(life: Life, faults: () => number): readonly Rung[];
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
  const last: {at: number; key: string; text: string | undefined}[] = [];

  return {
    rungs(life, faults) {
      const access = <T>(effect: () => T): Promise<T> =>
        life.call(() => (random.chance(faults()) ? fail(random, effect) : effect()));
      const rungs = [
        toRung(database, true, access),
        toRung(older, false, access, key => last.push({at: now(), key, text: older.get(key)})),
      ];
      return host ? [createHostRung(toHost(host, access)), ...rungs] : rungs;
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

function toRung(texts: Texts, durable: boolean, access: Access, before = (_key: string): unknown => undefined): Rung {
  return {
    durable,
    all: prefix => access(() => [...texts].filter(([key]) => key.startsWith(prefix)).map(([, text]) => text)),
    put: (key, text) => access(() => (before(key), texts.set(key, text))),
    remove: key => access(() => (before(key), texts.delete(key))),
  };
}

function toHost(texts: Texts, access: Access): HostStorage {
  return {
    get: key => access(() => texts.get(key) ?? null),
    set: (key, value) => access(() => void texts.set(key, value)),
    remove: key => access(() => void texts.delete(key)),
  };
}
