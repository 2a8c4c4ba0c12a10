import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {createLadder} from '../../src/storage/ladder.js';
import type {Rung} from '../../src/storage/text-store.js';
import {mapRung} from './fake-rungs.js';

const throws = (): never => {
  throw new Error('refused');
};
const rejects = () => Promise.reject(new Error('refused'));
const hangs = () => new Promise<never>(() => undefined);

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
  const ladder = createLadder([mapRung(one), mapRung(two, {durable: false})]);

  assert.equal(await ladder.put('a/1', 'text'), true);

  assert.deepEqual(
    [...one, ...two],
    [
      ['a/1', 'text'],
      ['a/1', 'text'],
    ],
  );
});

test('a text that only a place takes that is not durable is not durable', async () => {
  assert.equal(await createLadder([mapRung(undefined, {durable: false})]).put('a/1', 'text'), false);
  assert.equal(await createLadder([]).put('a/1', 'text'), false);
});

for (const [how, put] of Object.entries(FAILURES)) {
  test(`a place that ${how} when it is to take a text does not hold up the others, and vouches for nothing`, async t => {
    const disk = new Map<string, string>();
    const broken = mapRung(undefined, {put});

    assert.equal(await late(t, () => createLadder([broken, mapRung(disk)]).put('a/1', 'text')), true);
    assert.equal(disk.get('a/1'), 'text');
    assert.equal(await late(t, () => createLadder([broken, mapRung(disk, {durable: false})]).put('a', 'b')), false);
  });

  test(`a place that ${how} when it is to be read costs only its own texts`, async t => {
    const ladder = createLadder([mapRung(undefined, {all: put}), mapRung(new Map([['a/1', 'kept']]))]);

    assert.deepEqual(await late(t, () => ladder.all('a/')), [{text: 'kept', durable: true}]);
  });

  test(`a place that ${how} when it is to remove a text does not hold up the others`, async t => {
    const disk = new Map([['a/1', 'kept']]);

    await late(t, () => createLadder([mapRung(undefined, {remove: put}), mapRung(disk)]).remove('a/1'));

    assert.equal(disk.size, 0);
  });

  test(`a place that ${how} when a text is replaced loses the older one`, async t => {
    const disk = new Map([['a/1', 'older']]);
    const ladder = createLadder([mapRung(disk, {put}), mapRung()]);

    assert.equal(await late(t, () => ladder.replace('a/1', 'newer')), true);

    assert.equal(disk.size, 0);
  });

  test(`a place that ${how} when it is to lose the older text, too, is not told of as replaced`, async t => {
    const ladder = createLadder([mapRung(new Map([['a/1', 'older']]), {put, remove: put}), mapRung()]);

    assert.equal(await late(t, () => ladder.replace('a/1', 'newer')), false);
  });
}

test('a text is replaced everywhere, and durable where a place is', async () => {
  const [one, two] = [new Map([['a/1', 'older']]), new Map([['a/1', 'oldest']])];

  assert.equal(await createLadder([mapRung(one), mapRung(two, {durable: false})]).replace('a/1', 'newer'), true);

  assert.deepEqual([one.get('a/1'), two.get('a/1')], ['newer', 'newer']);
});

test('a text that is replaced nowhere durable does not outlive a crash', async () => {
  assert.equal(await createLadder([mapRung(undefined, {durable: false})]).replace('a', 'b'), false);
  assert.equal(await createLadder([mapRung(undefined, {put: throws})]).replace('a', 'b'), false);
});

test('every copy is read, each with whether its place is durable', async () => {
  const texts = new Map([
    ['a/1', 'one'],
    ['b/1', 'of somebody else'],
  ]);
  const ladder = createLadder([mapRung(texts), mapRung(new Map([['a/1', 'copy']]), {durable: false})]);

  assert.deepEqual(await ladder.all('a/'), [
    {text: 'one', durable: true},
    {text: 'copy', durable: false},
  ]);
});

test('a place is given up after 1.5 seconds, and told that it is too late', async t => {
  const wanted: (() => boolean)[] = [];
  const slow: Partial<Rung> = {
    all: (_prefix, isWanted) => (wanted.push(isWanted), hangs()),
    put: (_key, _text, isWanted) => (wanted.push(isWanted), hangs()),
    remove: (_key, isWanted) => (wanted.push(isWanted), hangs()),
  };
  t.mock.timers.enable({apis: ['setTimeout']});
  const ladder = createLadder([mapRung(undefined, slow)]);
  const done = Promise.all([ladder.all('a/'), ladder.put('a', 'b'), ladder.remove('a')]);
  await setImmediate();

  t.mock.timers.tick(1_499);
  assert.deepEqual(
    wanted.map(isWanted => isWanted()),
    [true, true, true],
  );
  t.mock.timers.tick(1);

  assert.deepEqual(await done, [[], false, undefined]);
  assert.deepEqual(
    wanted.map(isWanted => isWanted()),
    [false, false, false],
  );
});

test('a copy that is not durable counts only while every durable place can be read', async () => {
  const copy = mapRung(new Map([['a/1', 'older']]), {durable: false});
  const kept = mapRung(new Map([['a/2', 'kept']]));
  const older = {text: 'older', durable: false};

  assert.deepEqual(await createLadder([mapRung(undefined, {all: rejects}), copy]).all('a/'), []);
  assert.deepEqual(await createLadder([kept, copy]).all('a/'), [{text: 'kept', durable: true}, older]);
  const broken = mapRung(undefined, {all: rejects, durable: false});
  assert.deepEqual(await createLadder([kept, broken, copy]).all('a/'), [{text: 'kept', durable: true}, older]);
});
