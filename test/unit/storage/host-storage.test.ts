import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {createHostTier} from '../../../src/storage/host-storage.js';
import {later} from '../../support/deferred.js';
import {mapStorage} from './fake-stores.js';

const always = (): boolean => true;
const INDEX = 'liveops/index';

/** The host's storage over a map, with some of it replaced. */
function rungOver(disk = new Map<string, string>(), replaced: Partial<ReturnType<typeof mapStorage>> = {}) {
  return {disk, tier: createHostTier({...mapStorage(disk), ...replaced})};
}

test('texts are put, found by the beginning of their keys in their order, and removed', async () => {
  const {tier, disk} = rungOver();
  for (const key of ['a/1', 'b/1', 'a/2', 'a/3']) await tier.put(key, `text of ${key}`, always);
  await tier.remove('a/2', always);

  assert.deepEqual(await tier.all('a/', always), ['text of a/1', 'text of a/3']);
  assert.deepEqual([...disk.keys()].sort(), ['a/1', 'a/3', 'b/1', INDEX]);
  assert.deepEqual(JSON.parse(disk.get(INDEX) ?? ''), ['a/1', 'b/1', 'a/3']);
});

test('a text is removed only where it is outdated, if so wished', async () => {
  const {tier} = rungOver();
  for (const key of ['a/1', 'a/2']) await tier.put(key, `text of ${key}`, always);
  for (const key of ['a/1', 'a/2', 'a/3']) await tier.remove(key, always, found => found === 'text of a/1');

  assert.deepEqual(await tier.all('a/', always), ['text of a/2']);
});

test('it is a durable place', () => assert.equal(rungOver().tier.durable, true));

test('a key that is put again is listed once', async () => {
  const {tier} = rungOver();
  await tier.put('a/1', 'older', always);
  await tier.put('a/1', 'newer', always);

  assert.deepEqual(await tier.all('a/', always), ['newer']);
});

test('puts at the same time leave every key listed', async () => {
  const disk = new Map<string, string>();
  const slow = mapStorage(disk);
  const tier = createHostTier({
    get: async key => (await setImmediate(), slow.get(key)),
    set: async (key, text) => (await setImmediate(), slow.set(key, text)),
    remove: async key => (await setImmediate(), slow.remove(key)),
  });

  await Promise.all([tier.put('a/1', 'one', always), tier.put('a/2', 'two', always), tier.remove('a/3', always)]);

  assert.deepEqual(await tier.all('a/', always), ['one', 'two']);
});

test('a key is listed before its text is written, so that no text is ever out of sight', async () => {
  const written: string[] = [];
  const {tier} = rungOver(new Map(), {set: key => void written.push(key)});

  await assert.rejects(async () => tier.put('a/1', 'one', always));

  assert.deepEqual(written, [INDEX, 'a/1']);
});

test('a text is gone before its key is, for the same reason', async () => {
  const {tier, disk} = rungOver();
  await tier.put('a/1', 'one', always);
  const broken = rungOver(disk, {
    remove: () => {
      throw new Error('refused');
    },
  });

  await assert.rejects(async () => broken.tier.remove('a/1', always));

  assert.deepEqual(await tier.all('a/', always), ['one']);
});

test('a listed key without a text costs nothing', async () => {
  const {tier, disk} = rungOver();
  await tier.put('a/1', 'one', always);
  await tier.put('a/2', 'two', always);
  disk.delete('a/1');

  assert.deepEqual(await rungOver(disk).tier.all('a/', always), ['two']);
});

for (const [what, text] of [
  ['missing', undefined],
  ['cut', '["a/1",'],
  ['no list', '{"a/1": 1}'],
  ['null', 'null'],
] as const) {
  test(`a list of keys that is ${what} starts again`, async () => {
    const {tier, disk} = rungOver(new Map(text === undefined ? [] : [[INDEX, text]]));

    assert.deepEqual(await tier.all('a/', always), []);
    await tier.put('a/1', 'one', always);

    assert.deepEqual(JSON.parse(disk.get(INDEX) ?? ''), ['a/1']);
  });
}

test('entries of the list that are no keys are left out', async () => {
  const {tier} = rungOver(
    new Map([
      [INDEX, '[5, null, "a/1"]'],
      ['a/1', 'one'],
    ]),
  );

  assert.deepEqual(await tier.all('a/', always), ['one']);
});

test('what a host gives that is no text is none', async () => {
  const {tier} = rungOver(new Map([[INDEX, '["a/1", "a/2"]']]), {
    get: key => (key === INDEX ? '["a/1"]' : (5 as unknown as string)),
  });

  assert.deepEqual(await tier.all('a/', always), []);
});

test('a host that takes everything and keeps nothing, or something else, is found out', async () => {
  for (const get of [() => null, (key: string) => (key === INDEX ? '[]' : 'something else')]) {
    await assert.rejects(
      async () => rungOver(new Map(), {get}).tier.put('a/1', 'one', always),
      /did not store the data/,
    );
  }
});

test('a put that fails, and one that hangs, do not hold up the next forever', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const hang = later<void>();
  let calls = 0;
  const disk = new Map<string, string>();
  const storage = mapStorage(disk);
  const tier = createHostTier({
    ...storage,
    set(key, text) {
      calls++;
      if (calls === 1) throw new Error('refused');
      return calls === 2 ? hang.promise : storage.set(key, text);
    },
  });
  await assert.rejects(async () => tier.put('a/1', 'one', always), /refused/);
  void tier.put('a/2', 'two', always);
  const third = tier.put('a/3', 'three', always);
  await setImmediate();

  t.mock.timers.tick(999);
  await setImmediate();
  assert.equal(calls, 2);
  t.mock.timers.tick(1);
  await third;

  assert.deepEqual(await tier.all('a/', always), ['three']);
});
