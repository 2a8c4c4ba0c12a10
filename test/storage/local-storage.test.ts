import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';

import {createLadder} from '../../src/storage/ladder.js';
import {localStorageRung} from '../../src/storage/local-storage.js';

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
  const ladder = createLadder([localStorageRung]);

  await ladder.put('a/1', 'one');
  await ladder.put('a/2', 'two');
  await ladder.put('b/1', 'of somebody else');
  await ladder.remove('a/1');

  assert.deepEqual(await ladder.all('a/'), [{text: 'two', durable: false}]);
});

test('it is no durable place', async t => {
  withStorage(t, () => new FakeStorage());

  assert.equal(await createLadder([localStorageRung]).put('a/1', 'one'), false);
});

test('a text that is gone between the two looks is no text', t => {
  withStorage(t, () => Object.assign(new FakeStorage(), {'a/1': 'one', getItem: () => null}));

  assert.deepEqual(
    localStorageRung.all('a/', () => true),
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
    const ladder = createLadder([localStorageRung]);

    assert.equal(await ladder.put('a/1', 'one'), false);
    assert.deepEqual(await ladder.all('a/'), []);
    await ladder.remove('a/1');
  });
}
