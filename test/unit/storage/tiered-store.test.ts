import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {createTieredStore} from '../../../src/storage/tiered-store.js';
import type {StorageTier} from '../../../src/storage/text-store.js';
import {mapTier} from './fake-stores.js';

const throws = (): never => {
  throw new Error('refused');
};
const rejects = () => Promise.reject(new Error('refused'));
const hangs = () => new Promise<never>(() => undefined);
const isOther = (found: string): boolean => found !== 'newer';

/** Lets everything that hangs run into the limit. */
async function late<T>(t: TestContext, task: () => Promise<T>, limitMs = 1_500): Promise<T> {
  t.mock.timers.enable({apis: ['setTimeout']});
  const done = task();
  for (let turn = 0; turn < 4; turn++) {
    await setImmediate();
    t.mock.timers.tick(limitMs);
  }
  t.mock.timers.reset();
  return done;
}

const FAILURES = {throws, rejects, hangs};

test('a text is put into every place, and is durable where one of them is', async () => {
  const [one, two] = [new Map<string, string>(), new Map<string, string>()];
  const store = createTieredStore([mapTier(one), mapTier(two, {durable: false})]);

  assert.equal(await store.put('a/1', 'text'), true);

  assert.deepEqual(
    [...one, ...two],
    [
      ['a/1', 'text'],
      ['a/1', 'text'],
    ],
  );
});

test('a text that only a place takes that is not durable is not durable', async () => {
  assert.equal(await createTieredStore([mapTier(undefined, {durable: false})]).put('a/1', 'text'), false);
  assert.equal(await createTieredStore([]).put('a/1', 'text'), false);
});

for (const [how, put] of Object.entries(FAILURES)) {
  test(`a place that ${how} when it is to take a text does not hold up the others, and vouches for nothing`, async t => {
    const disk = new Map<string, string>();
    const broken = mapTier(undefined, {put});

    assert.equal(await late(t, () => createTieredStore([broken, mapTier(disk)]).put('a/1', 'text')), true);
    assert.equal(disk.get('a/1'), 'text');
    assert.equal(
      await late(t, () => createTieredStore([broken, mapTier(disk, {durable: false})]).put('a', 'b')),
      false,
    );
  });

  test(`a place that ${how} when it is to be read costs only its own texts`, async t => {
    const store = createTieredStore([mapTier(undefined, {all: put}), mapTier(new Map([['a/1', 'kept']]))]);

    const {texts, complete} = await late(t, () => store.all('a/'));
    assert.deepEqual([texts, complete], [[{text: 'kept', durable: true}], false]);
  });

  test(`a place that ${how} when it is to remove a text does not hold up the others`, async t => {
    const disk = new Map([['a/1', 'kept']]);

    await late(t, () => createTieredStore([mapTier(undefined, {remove: put}), mapTier(disk)]).remove('a/1'));

    assert.equal(disk.size, 0);
  });

  test(`a place that ${how} when a text is replaced loses the older one`, async t => {
    const disk = new Map([['a/1', 'older']]);
    const store = createTieredStore([mapTier(disk, {put}), mapTier()]);

    assert.equal(await late(t, () => store.replace('a/1', 'newer', isOther)), true);

    assert.equal(disk.size, 0);
  });

  test(`a place that ${how} when it is to lose the older text, too, is not reported as replaced`, async t => {
    const store = createTieredStore([mapTier(new Map([['a/1', 'older']]), {put, remove: put}), mapTier()]);

    assert.equal(await late(t, () => store.replace('a/1', 'newer', isOther)), false);
  });
}

test('a place that takes a newer text and says that it failed keeps it', async () => {
  const disk = new Map([['a/1', 'older']]);
  const put = (): never => {
    disk.set('a/1', 'newer');
    throw new Error('The answer got lost.');
  };

  assert.equal(await createTieredStore([mapTier(disk, {put}), mapTier()]).replace('a/1', 'newer', isOther), true);

  assert.equal(disk.get('a/1'), 'newer');
});

test('a text is replaced everywhere, and durable where a place is', async () => {
  const [one, two] = [new Map([['a/1', 'older']]), new Map([['a/1', 'oldest']])];

  assert.equal(
    await createTieredStore([mapTier(one), mapTier(two, {durable: false})]).replace('a/1', 'newer', isOther),
    true,
  );

  assert.deepEqual([one.get('a/1'), two.get('a/1')], ['newer', 'newer']);
});

test('a text that is replaced nowhere durable does not outlive a crash', async () => {
  assert.equal(await createTieredStore([mapTier(undefined, {durable: false})]).replace('a', 'b', isOther), false);
  assert.equal(await createTieredStore([mapTier(undefined, {put: throws})]).replace('a', 'b', isOther), false);
});

test('every copy is read, each with whether its place is durable', async () => {
  const texts = new Map([
    ['a/1', 'one'],
    ['b/1', 'of somebody else'],
  ]);
  const store = createTieredStore([mapTier(texts), mapTier(new Map([['a/1', 'copy']]), {durable: false})]);

  assert.deepEqual(await store.all('a/'), {
    texts: [
      {text: 'one', durable: true},
      {text: 'copy', durable: false},
    ],
    complete: true,
    answered: true,
    awaiting: false,
  });
});

test('a place is given up after 1.5 seconds, and told that it is too late', async t => {
  const wanted: (() => boolean)[] = [];
  const slow: Partial<StorageTier> = {
    all: (_prefix, isWanted) => (wanted.push(isWanted), hangs()),
    put: (_key, _text, isWanted) => (wanted.push(isWanted), hangs()),
    remove: (_key, isWanted) => (wanted.push(isWanted), hangs()),
  };
  t.mock.timers.enable({apis: ['setTimeout']});
  const store = createTieredStore([mapTier(undefined, slow)]);
  const done = Promise.all([store.all('a/'), store.put('a', 'b'), store.remove('a')]);
  await setImmediate();

  t.mock.timers.tick(1_499);
  assert.deepEqual(
    wanted.map(isWanted => isWanted()),
    [true, true, true],
  );
  t.mock.timers.tick(1);

  assert.deepEqual(await done, [{texts: [], complete: false, answered: false, awaiting: false}, false, undefined]);
  assert.deepEqual(
    wanted.map(isWanted => isWanted()),
    [false, false, false],
  );
});

test('a copy that is not durable counts only while every durable place can be read', async () => {
  const copy = mapTier(new Map([['a/1', 'older']]), {durable: false});
  const kept = mapTier(new Map([['a/2', 'kept']]));
  const older = {text: 'older', durable: false};

  const read = async (...tiers: StorageTier[]) => {
    const {texts, complete} = await createTieredStore(tiers).all('a/');
    return [texts, complete];
  };

  assert.deepEqual(await read(mapTier(undefined, {all: rejects}), copy), [[], false]);
  assert.deepEqual(await read(kept, copy), [[{text: 'kept', durable: true}, older], true]);
  const broken = mapTier(undefined, {all: rejects, durable: false});
  assert.deepEqual(await read(kept, broken, copy), [[{text: 'kept', durable: true}, older], true]);
});
