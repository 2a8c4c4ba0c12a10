import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import fc from 'fast-check';

import {createJournal} from '../../../src/claims/journal.js';
import {sumOf} from '../../../src/storage/checksum.js';
import {createHostTier, hostTierOf} from '../../../src/storage/host-storage.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {NotThereYet} from '../../../src/storage/not-there-yet.js';
import type {StorageTier} from '../../../src/storage/text-store.js';
import {mapTier, mapStorage} from './fake-stores.js';

const today = (): number => Date.UTC(2025, 0, 1);
const DAY = 24 * 3_600_000;
const always = (): boolean => true;
const hangs = () => new Promise<never>(() => undefined);
const LIMIT_MS = 2;

const journalOver = (tiers: readonly StorageTier[], now = today) =>
  createJournal({
    player: 'Rocket',
    store: createTieredStore(tiers, LIMIT_MS),
    today: now,
    serverTime: () => ({earliest: now(), latest: now(), isKnown: true}),
  });

/** A page life as a session has it: reads, and notes the clan of today where none is on record. */
async function openPage(tiers: readonly StorageTier[], clan: string) {
  const journal = journalOver(tiers);
  const {mark, complete} = await journal.read();
  if (!mark) await journal.settleFirst(clan);
  return {journal, complete};
}

const markOn = async (disk: Map<string, string>) => (await journalOver([mapTier(disk)]).read()).mark?.clan;

const received = (id: string) =>
  ({id, state: 'received', at: '2025-01-01T00:00:00.000Z', tries: 1, volatile: false, snapshot: []}) as const;

for (const [how, all] of Object.entries({
  hangs,
  rejects: () => Promise.reject(new Error('busy')),
}))
  test(`a place that ${how} is not taken for an empty one: the clan on record stays`, async () => {
    const disk = new Map<string, string>();
    await openPage([mapTier(disk)], 'wolves');

    const {journal, complete} = await openPage([mapTier(disk, {all})], 'owls');

    assert.equal(complete, false);
    assert.equal((await journal.read()).mark?.clan, 'owls', 'the page itself remembers what it was told');
    assert.equal(await markOn(disk), 'wolves');
  });

test('a place that answers later is read then, and what it has takes the place of the guess', async () => {
  const disk = new Map<string, string>();
  await openPage([mapTier(disk)], 'wolves');
  let isSlow = true;
  const {all} = mapTier(disk);
  const slow = mapTier(disk, {all: (prefix, wanted) => (isSlow ? hangs() : all(prefix, wanted))});
  const {journal} = await openPage([slow], 'owls');
  isSlow = false;

  const {mark, complete} = await journal.read();

  assert.deepEqual([mark?.clan, complete], ['wolves', true]);
});

test('a first clan is noted late where the place that was slow turns out to have none', async () => {
  const disk = new Map<string, string>();
  let isSlow = true;
  const {all} = mapTier(disk);
  const slow = mapTier(disk, {all: (prefix, wanted) => (isSlow ? hangs() : all(prefix, wanted))});
  const {journal} = await openPage([slow], 'owls');
  isSlow = false;

  const {mark} = await journal.read();
  assert.equal(mark, undefined);
  await journal.settleFirst('owls');

  assert.equal(await markOn(disk), 'owls');
});

test('a first clan never goes over one that another page wrote after this one had read', async () => {
  const disk = new Map<string, string>();
  const one = journalOver([mapTier(disk)]);
  await one.read();
  const other = journalOver([mapTier(disk)]);
  await other.read();
  await other.settle({clan: 'ravens'});

  await one.settleFirst('owls');

  assert.equal(await markOn(disk), 'ravens');
  assert.equal((await one.read()).mark?.clan, 'ravens');
});

test('of two first clans the one that was seen first counts, in whichever place it is', async () => {
  const [early, late] = [new Map<string, string>(), new Map<string, string>()];
  const seen = async (disk: Map<string, string>, clan: string, at: number) => {
    const journal = journalOver([mapTier(disk)], () => at);
    await journal.read();
    await journal.settleFirst(clan);
  };
  await seen(early, 'wolves', today());
  await seen(late, 'owls', today() + DAY);

  for (const places of [
    [early, late],
    [late, early],
  ]) {
    assert.equal((await journalOver(places.map(disk => mapTier(disk))).read()).mark?.clan, 'wolves');
  }
});

test('what is added to a clan on record gives way to the clan of another page’s switch', async () => {
  const disk = new Map<string, string>();
  const onFirstVisit = () => journalOver([mapTier(disk, {outlives: () => false})]);
  const one = onFirstVisit();
  await one.settle({clan: 'wolves'});
  const other = onFirstVisit();
  await other.read();
  await other.settle({clan: 'ravens'});

  await one.amend({boards: []});

  assert.equal((await one.read()).mark?.clan, 'ravens');
  assert.equal(await markOn(disk), 'ravens');
});

test('the clan of a switch outdoes a record that this page could not read', async () => {
  const disk = new Map<string, string>();
  const earlier = journalOver([mapTier(disk)]);
  await earlier.read();
  for (const clan of ['wolves', 'owls', 'wolves']) await earlier.settle({clan});
  const {journal} = await openPage([mapTier(disk, {all: hangs})], 'wolves');

  await journal.settle({clan: 'ravens'});

  assert.equal(await markOn(disk), 'ravens');
});

test('a week later no acknowledgement is forgotten while a place is silent, or not there yet', async () => {
  for (const error of [new Error('silent'), new NotThereYet()]) {
    const disk = new Map<string, string>();
    await journalOver([mapTier(disk)]).close('a', 'acked');
    const missing = mapTier(undefined, {all: () => Promise.reject(error)});

    await journalOver([missing, mapTier(disk)], () => today() + 8 * DAY).read();
    assert.equal(disk.size, 1);

    await journalOver([mapTier(), mapTier(disk)], () => today() + 8 * DAY).read();
    assert.equal(disk.size, 0);
  }
});

test('an acknowledgement that another page wrote stays, whatever is written later', async () => {
  const disk = new Map<string, string>();
  const one = journalOver([mapTier(disk)]);
  await one.write({...received('a'), rewards: [], complete: true});
  const other = journalOver([mapTier(disk)]);
  await other.read();
  await other.close('a', 'acked');

  await one.write({...received('a'), rewards: [], complete: false});

  assert.deepEqual((await journalOver([mapTier(disk)]).read()).receipts, []);
});

test('a place that is not there yet holds up nobody, and is said to be awaited', async () => {
  const missing = mapTier(undefined, {all: () => Promise.reject(new NotThereYet())});

  const {complete, awaiting} = await journalOver([missing, mapTier()]).read();

  assert.deepEqual([complete, awaiting], [true, true]);
});

test('a receipt is durable once its place has outlived a visit', async () => {
  const disk = new Map<string, string>();
  for (const [life, durable] of [
    ['first', false],
    ['first', false],
    ['second', true],
    ['third', true],
  ] as const) {
    const journal = journalOver([createHostTier(mapStorage(disk), life)]);
    assert.equal(await journal.write({...received('a'), rewards: [], complete: true}), true, 'it may be sent');
    assert.equal((await journal.read()).receipts[0]?.durable, durable, life);
  }
});

test('a list of keys that is null for a while loses no key', async () => {
  const disk = new Map<string, string>();
  const storage = mapStorage(disk);
  let isNull = false;
  const get = (key: string): string | null => (isNull && key === 'liveops/index' ? null : storage.get(key));
  const tier = createHostTier({...storage, get});
  await tier.put('a/1', 'one', always);

  isNull = true;
  assert.deepEqual(await tier.all('a/', always), ['one']);
  await tier.put('a/2', 'two', always);

  assert.deepEqual(await createHostTier(storage).all('a/', always), ['one', 'two']);
});

test('a text that is null for once is looked at again, and a second time it is a failure', async () => {
  const disk = new Map<string, string>();
  const storage = mapStorage(disk);
  let nulls = 0;
  const get = (key: string): string | null => (key === 'a/1' && nulls-- > 0 ? null : storage.get(key));
  const tier = createHostTier({...storage, get});
  await tier.put('a/1', 'one', always);

  nulls = 1;
  assert.deepEqual(await tier.all('a/', always), ['one']);
  nulls = 2;
  await assert.rejects(async () => tier.all('a/', always), /lost the stored data/);
  assert.deepEqual(await tier.all('a/', always), ['one']);
});

test('a write to the host that waited for too long is dropped', async () => {
  const disk = new Map<string, string>();
  const tier = createHostTier(mapStorage(disk));

  await assert.rejects(async () => tier.put('a/1', 'one', () => false), /time limit was over/);

  assert.equal(disk.size, 0);
});

test('one storage object has one owner', () => {
  const storage = mapStorage();

  assert.equal(hostTierOf(storage), hostTierOf(storage));
  assert.notEqual(hostTierOf(storage), hostTierOf(mapStorage()));
});

/** A storage whose every call takes as many turns as the test draws. */
function slowStorage(disk: Map<string, string>, turns: readonly number[]) {
  const storage = mapStorage(disk);
  let call = 0;
  const wait = async (): Promise<void> => {
    for (let left = turns[call++ % turns.length] ?? 0; left > 0; left--) await setImmediate();
  };
  return {
    get: async (key: string) => (await wait(), storage.get(key)),
    set: async (key: string, text: string) => (await wait(), storage.set(key, text)),
    remove: async (key: string) => (await wait(), storage.remove(key)),
  };
}

test('sessions that write to one host at once lose no key, with whatever objects they reach it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), {minLength: 1, maxLength: 7}),
      fc.array(fc.constantFrom('a', 'b', 'c'), {minLength: 2, maxLength: 6}),
      fc.boolean(),
      async (turns, players, isShared) => {
        const disk = new Map<string, string>();
        const shared = slowStorage(disk, turns);
        const keys = players.map((player, index) => `${player}/${index}`);
        await Promise.all(
          keys.map(async key => hostTierOf(isShared ? shared : slowStorage(disk, turns)).put(key, key, always)),
        );

        const next = createHostTier(mapStorage(disk));
        const found = await Promise.all(['a/', 'b/', 'c/'].map(async prefix => next.all(prefix, always)));
        assert.deepEqual(found.flat().sort(), [...keys].sort());
      },
    ),
    {numRuns: 100},
  );
});

const MOODS = ['fine', 'hangs', 'rejects', 'lies'] as const;

test('through slow, failing and lying places the clan on record is the first one, until a switch', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({mood: fc.constantFrom(...MOODS), clan: fc.constantFrom('owls', 'ravens')}), {maxLength: 4}),
      fc.constantFrom(undefined, 'hawks'),
      async (pages, switchedTo) => {
        const disk = new Map<string, string>();
        await openPage([createHostTier(mapStorage(disk), 'first')], 'wolves');
        for (const {mood, clan} of pages) await openPage([createHostTier(moody(disk, mood), clan)], clan);
        if (switchedTo) {
          const {journal} = await openPage([createHostTier(mapStorage(disk))], 'owls');
          await journal.settle({clan: switchedTo});
        }

        const {mark} = await journalOver([createHostTier(mapStorage(disk))]).read();
        assert.equal(mark?.clan, switchedTo ?? 'wolves');
      },
    ),
    {numRuns: 60},
  );
});

/** A host that hangs or rejects when it is read, or says of the first read of each key that there is nothing. */
function moody(disk: Map<string, string>, mood: (typeof MOODS)[number]) {
  const storage = mapStorage(disk);
  const asked = new Set<string>();
  return {
    ...storage,
    get(key: string): string | null | Promise<string | null> {
      if (mood === 'hangs') return hangs();
      if (mood === 'rejects') return Promise.reject(new Error('busy'));
      if (mood === 'lies' && !asked.has(key)) {
        asked.add(key);
        return null;
      }
      return storage.get(key);
    },
  };
}

test('no key names the player in a marker', async () => {
  const disk = new Map<string, string>();
  await openPage([createHostTier(mapStorage(disk), 'life')], 'wolves');

  assert.deepEqual(
    [...disk.keys()].sort(),
    ['liveops/index', 'liveops/visit', `liveops/${sumOf('Rocket')}/clan`].sort(),
  );
});
