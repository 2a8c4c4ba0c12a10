import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {localStorageTier} from '../../../src/storage/local-storage.js';

/** Puts something in the place of the page's `localStorage`, as a browser has it: texts are its own properties. */
function withStorage(t: TestContext, get: () => unknown): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', {get, configurable: true});
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
  });
}

class FakeStorage {
  [key: string]: unknown;
  getItem(key: string): unknown {
    return this[key] ?? null;
  }
  setItem(key: string, text: string): void {
    this[key] = text;
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

test('texts are put, found by the beginning of their keys, and removed', async t => {
  const storage = new FakeStorage();
  withStorage(t, () => storage);
  const store = createTieredStore([localStorageTier]);

  await store.put('a/1', 'one');
  await store.put('a/2', 'two');
  await store.put('b/1', 'of somebody else');
  await store.remove('a/1');

  assert.deepEqual((await store.all('a/')).texts, [{text: 'two', durable: false}]);
});

test('a text is removed only where it is outdated, if so wished, and where it is still wanted', async t => {
  const storage = Object.assign(new FakeStorage(), {'a/1': 'one', 'a/2': 'two'});
  withStorage(t, () => storage);
  const remove = async (key: string, isWanted = true): Promise<unknown> =>
    localStorageTier.remove(
      key,
      () => isWanted,
      found => found === 'one',
    );
  await assert.rejects(async () => remove('a/1', false));
  assert.equal(storage['a/1'], 'one');

  for (const key of ['a/1', 'a/2', 'a/3']) await remove(key);

  assert.deepEqual({...storage}, {'a/2': 'two'});
});

test('it is no durable place', async t => {
  withStorage(t, () => new FakeStorage());

  assert.equal(await createTieredStore([localStorageTier]).put('a/1', 'one'), false);
});

test('a text that is gone between the two looks is no text', t => {
  withStorage(t, () => Object.assign(new FakeStorage(), {'a/1': 'one', getItem: () => null}));

  assert.deepEqual(
    localStorageTier.all('a/', () => true),
    [''],
  );
});

for (const [what, get] of [
  [
    'whose getter throws',
    () => {
      throw new Error('SecurityError');
    },
  ],
  ['that is null', () => null],
  [
    'that is full',
    () =>
      Object.assign(new FakeStorage(), {
        setItem() {
          throw new Error('QuotaExceededError');
        },
      }),
  ],
] as [string, () => unknown][]) {
  test(`a storage ${what} takes nothing, and nobody hears an exception`, async t => {
    withStorage(t, get);
    const store = createTieredStore([localStorageTier]);

    assert.equal(await store.put('a/1', 'one'), false);
    assert.deepEqual((await store.all('a/')).texts, []);
    await store.remove('a/1');
  });
}
