import {expect} from 'chai';

import {indexedDbTier} from '../../../src/storage/indexed-db.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';

const DATABASE = 'liveops-elements';
const always = (): boolean => true;

const all = (prefix: string): Promise<readonly string[]> | readonly string[] => indexedDbTier.all(prefix, always);
const put = (key: string, text: string): Promise<unknown> | void => indexedDbTier.put(key, text, always);

async function rejects(promise: unknown): Promise<boolean> {
  try {
    await promise;
    return false;
  } catch {
    return true;
  }
}

/** Takes the place of a method until the test ends. */
const undo: (() => void)[] = [];
function replace<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): void {
  const original = target[name];
  target[name] = value;
  undo.push(() => (target[name] = original));
}

describe('The database as a store', () => {
  afterEach(async () => {
    undo.splice(0).forEach(task => task());
    await new Promise(resolve => (indexedDB.deleteDatabase(DATABASE).onsuccess = resolve));
  });

  it('is durable', () => {
    expect(indexedDbTier.durable).to.be.true;
  });

  it('has nothing at first', async () => {
    expect(await all('liveops/')).to.deep.equal([]);
  });

  it('gives back what was put, by the beginning of its key, and the last text of a key', async () => {
    await put('liveops/a/1', 'one');
    await put('liveops/a/1', 'one again');
    await put('liveops/a/z', 'two');
    await put('liveops/b/1', 'other');

    expect(await all('liveops/a/')).to.deep.equal(['one again', 'two']);
  });

  it('forgets what is removed, and nothing else', async () => {
    await put('liveops/a/1', 'one');
    await put('liveops/a/2', 'two');

    await indexedDbTier.remove('liveops/a/1', always);

    expect(await all('liveops/')).to.deep.equal(['two']);
  });

  it('writes nothing for a caller who has given up', async () => {
    expect(await rejects(indexedDbTier.put('liveops/a/1', 'one', () => false))).to.be.true;

    expect(await all('liveops/')).to.deep.equal([]);
  });

  it('asks for the disk, not for the system’s buffers', async () => {
    const asked: unknown[] = [];
    const {transaction} = IDBDatabase.prototype;
    replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...given) {
      asked.push(given[2]?.durability);
      return transaction.apply(this, given);
    });

    await put('liveops/a/1', 'one');

    expect(asked).to.deep.equal(['strict']);
  });

  it('fails when the write is broken off, and works at the next access', async () => {
    const {put: write} = IDBObjectStore.prototype;
    replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...given) {
      const request = write.apply(this, given);
      this.transaction.abort();
      return request;
    });
    expect(await rejects(put('liveops/a/1', 'one'))).to.be.true;
    undo.splice(0).forEach(task => task());

    await put('liveops/a/1', 'two');

    expect(await all('liveops/')).to.deep.equal(['two']);
  });

  it('holds no connection between two accesses, so that nothing is blocked', async () => {
    await put('liveops/a/1', 'one');

    const request = indexedDB.deleteDatabase(DATABASE);
    const isBlocked = await new Promise<boolean>(resolve => {
      request.onblocked = () => resolve(true);
      request.onsuccess = () => resolve(false);
    });

    expect(isBlocked).to.be.false;
  });

  it('is given up by the tiered store when it does not open, and its late write is dropped', async () => {
    const {open} = IDBFactory.prototype;
    let letOpen = (): void => undefined;
    let opened: Promise<unknown> = Promise.resolve();
    replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...given) {
      const late = {} as IDBOpenDBRequest;
      letOpen = () => {
        const request = open.apply(this, given);
        request.onupgradeneeded = () => {
          Object.assign(late, {result: request.result});
          late.onupgradeneeded?.({} as IDBVersionChangeEvent);
        };
        opened = new Promise(resolve => {
          request.onsuccess = () => {
            Object.assign(late, {result: request.result});
            late.onsuccess?.(new Event('success'));
            resolve(undefined);
          };
        });
      };
      return late;
    });

    expect(await createTieredStore([indexedDbTier], 5).put('liveops/a/1', 'late')).to.be.false;
    undo.splice(0).forEach(task => task());
    await put('liveops/a/1', 'in time');
    letOpen();
    await opened;

    expect(await all('liveops/')).to.deep.equal(['in time']);
  });

  it('is empty where the browser allows none, as in frames of an opaque origin, and takes nothing', async () => {
    replace(IDBFactory.prototype, 'open', () => {
      throw new DOMException('Denied', 'SecurityError');
    });

    expect(await all('liveops/')).to.deep.equal([]);
    expect(await rejects(put('liveops/a/1', 'one'))).to.be.true;
  });

  it('fails where it does not open, which says nothing of what it has', async () => {
    replace(IDBFactory.prototype, 'open', () => {
      const request = {} as IDBOpenDBRequest;
      queueMicrotask(() => request.onerror?.(new Event('error')));
      return request;
    });
    expect(await rejects(all('liveops/'))).to.be.true;
  });

  it('compares and writes in one step', async () => {
    await put('liveops/a/1', '0');
    const addOne = async (): Promise<unknown> =>
      indexedDbTier.put('liveops/a/1', found => String(Number(found) + 1), always);

    await Promise.all([addOne(), addOne(), addOne()]);
    await indexedDbTier.put('liveops/a/1', () => undefined, always);

    expect(await all('liveops/')).to.deep.equal(['3']);
  });

  it('proves that it outlives a visit by the marker of another visit', async () => {
    expect([await indexedDbTier.outlives?.(always), await indexedDbTier.outlives?.(always)]).to.deep.equal([
      false,
      false,
    ]);

    await put('liveops/visit', 'another visit');

    expect(await indexedDbTier.outlives?.(always)).to.be.true;
  });
});
