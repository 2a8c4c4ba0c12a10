import assert from 'node:assert/strict';
import {test} from 'node:test';

import {createTieredStore} from '../../../src/storage/tiered-store.js';
import type {StorageTier} from '../../../src/storage/text-store.js';
import {createJournal, type JournalOptions} from '../../../src/claims/journal.js';
import {decode, encode, type JournalEntry, type SwitchRecord} from '../../../src/claims/record.js';
import {sumOf} from '../../../src/storage/checksum.js';
import {mapTier} from '../storage/fake-stores.js';
import {granted} from '../clan-switch/parts.js';

const NEW_YEAR = Date.UTC(2025, 0, 1);
const DAY = 24 * 3_600_000;
const PREFIX = `liveops/${sumOf('Rocket')}/`;

function record(fields: Partial<SwitchRecord> = {}): SwitchRecord {
  return {
    id: 'a',
    state: 'inflight',
    at: '2025-01-01T00:00:00.000Z',
    tries: 1,
    volatile: false,
    snapshot: [],
    rewards: [],
    complete: false,
    ...fields,
  };
}

const received = (fields: Partial<SwitchRecord> = {}): SwitchRecord =>
  record({state: 'received', rewards: [granted('box')], complete: true, ...fields});

/** A journal of Rocket's over these places, on a page of its own. */
function journalOn(tiers: readonly StorageTier[], options: Partial<JournalOptions> = {}) {
  return createJournal({player: 'Rocket', store: createTieredStore(tiers), today: () => NEW_YEAR, ...options});
}

/** The server's time, known to a minute. */
const known = (earliest: number) => ({earliest, latest: earliest + 60_000, isKnown: true});

const put = (disk: Map<string, string>, seq: number, one: JournalEntry['record'], player = 'Rocket'): void =>
  void disk.set(PREFIX + one.id, encode({seq, record: one}, player));

test('an empty journal has nothing', async () => {
  assert.deepEqual(await journalOn([mapTier()]).read(), {
    open: undefined,
    receipts: [],
    mark: undefined,
    complete: true,
    answered: true,
    awaiting: false,
  });
});

test('what one page writes the next one reads', async () => {
  const disk = new Map<string, string>();
  const journal = journalOn([mapTier(disk)]);

  assert.equal(await journal.write(record({id: 'a'})), true);
  assert.equal(await journal.write(received({id: 'b', complete: false})), true);
  await journal.settle({clan: 'wolves'});

  const page = await journalOn([mapTier(disk)]).read();
  assert.deepEqual(page, {
    open: record({id: 'a'}),
    receipts: [
      {
        id: 'b',
        rewards: [granted('box')],
        complete: false,
        durable: true,
        receivedAt: '2025-01-01T00:00:00.000Z',
      },
    ],
    mark: {id: 'clan', state: 'clan', clan: 'wolves'},
    complete: true,
    answered: true,
    awaiting: false,
  });
});

test('no key tells who the player is, and no text is kept under another', async () => {
  const disk = new Map<string, string>();
  const journal = journalOn([mapTier(disk)]);
  await journal.write(record());
  await journal.settle({clan: null});

  assert.deepEqual([...disk.keys()], [`${PREFIX}a`, `${PREFIX}clan`]);
  assert.ok([...disk.keys()].every(key => !key.includes('Rocket')));
});

test('a record that moves on is written over, and the newest state holds', async () => {
  const disk = new Map<string, string>();
  const journal = journalOn([mapTier(disk)]);
  await journal.write(record());
  await journal.write(received());

  assert.equal(disk.size, 1);
  const {open, receipts} = await journalOn([mapTier(disk)]).read();
  assert.deepEqual([open, receipts.length], [undefined, 1]);
});

test('the next page writes on from where the last one was', async () => {
  const disk = new Map<string, string>();
  await journalOn([mapTier(disk)]).write(record());
  const older = disk.get(`${PREFIX}a`) ?? '';
  const next = journalOn([mapTier(disk)]);
  await next.read();
  await next.write(received());

  assert.equal(decode(older, 'Rocket')?.seq, 1);
  assert.equal(decode(disk.get(`${PREFIX}a`) ?? '', 'Rocket')?.seq, 2);
});

test('of two copies that disagree the one written later holds, in whichever place it is', async () => {
  const [newer, older] = [new Map<string, string>(), new Map<string, string>()];
  put(newer, 10, received());
  put(older, 9, record());

  for (const places of [
    [newer, older],
    [older, newer],
  ]) {
    const {open, receipts} = await journalOn(places.map(disk => mapTier(disk))).read();
    assert.deepEqual([open, receipts.map(({id}) => id)], [undefined, ['a']]);
  }
});

test('a clock that jumped changes nothing of that', async () => {
  const [newer, older] = [new Map<string, string>(), new Map<string, string>()];
  put(newer, 2, received({at: '2015-01-01T00:00:00.000Z'}));
  put(older, 1, record({at: '2035-01-01T00:00:00.000Z'}));

  assert.equal((await journalOn([mapTier(older), mapTier(newer)]).read()).receipts.length, 1);
});

for (const [which, order] of [
  ['first', [0, 1]],
  ['last', [1, 0]],
] as const)
  test(`acknowledged wins over whatever was written later, read ${which}`, async () => {
    const disks = [new Map<string, string>(), new Map<string, string>()] as const;
    put(disks[0], 2, {id: 'a', state: 'acked', at: '2025-01-01T00:00:00.000Z'});
    put(disks[1], 99, received());

    const {open, receipts} = await journalOn(order.map(index => mapTier(disks[index]))).read();

    assert.deepEqual([open, receipts], [undefined, []]);
  });

test('what an acknowledged switch is written over with is the acknowledgement', async () => {
  const disk = new Map<string, string>();
  const journal = journalOn([mapTier(disk)]);
  await journal.close('a', 'acked');

  await journal.write(received());

  assert.deepEqual((await journalOn([mapTier(disk)]).read()).receipts, []);
});

test('nothing that came of a switch wins over the switch under way, and clears away its copies', async () => {
  const [nothing, older] = [new Map<string, string>(), new Map<string, string>()];
  put(nothing, 99, {id: 'a', state: 'void', at: '2025-01-01T00:00:00.000Z'});
  put(older, 1, record());

  assert.equal((await journalOn([mapTier(nothing), mapTier(older)]).read()).open, undefined);

  assert.equal(decode(older.get(`${PREFIX}a`) ?? '', 'Rocket')?.record.state, 'void');
});

test('of two acknowledgements the later one holds, too', async () => {
  const [older, newer] = [new Map<string, string>(), new Map<string, string>()];
  put(older, 2, {id: 'a', state: 'acked', at: '2024-12-01T00:00:00.000Z'});
  put(newer, 3, {id: 'a', state: 'acked', at: '2025-01-01T00:00:00.000Z'});
  await journalOn([mapTier(older), mapTier(newer)]).read();

  assert.equal(newer.size, 1);
});

test('closing leaves nothing but the id, in every place, and says whether it holds', async () => {
  const [one, two] = [new Map<string, string>(), new Map<string, string>()];
  const journal = journalOn([mapTier(one), mapTier(two, {durable: false})]);
  await journal.write(received({clan: 'wolves', answer: {status: 200, text: 'raw'}}));

  assert.equal(await journal.close('a', 'acked'), true);

  const {receipts, open} = await journal.read();
  assert.deepEqual([receipts, open], [[], undefined]);
  for (const disk of [one, two]) {
    const entry = decode(disk.get(`${PREFIX}a`) ?? '', 'Rocket');
    assert.deepEqual(entry?.record, {id: 'a', state: 'acked', at: '2025-01-01T00:00:00.000Z'});
  }
});

test('a place that cannot take the acknowledgement loses its copy, or it does not hold', async () => {
  const refuse = () => Promise.reject(new Error('full'));
  const disk = new Map<string, string>();
  const full = mapTier(disk, {put: refuse});
  put(disk, 1, received());
  assert.equal(await journalOn([full, mapTier()]).close('a', 'acked'), true);
  assert.equal(disk.size, 0);

  put(disk, 1, received());
  assert.equal(await journalOn([{...full, remove: refuse}, mapTier()]).close('a', 'acked'), false);
});

for (const [what, isTaken] of [
  ['takes it and says that it failed', true],
  ['has it already and fails', false],
] as const)
  test(`a place that ${what} does not lose the acknowledgement, and a copy that comes back is not shown`, async () => {
    const [disk, older] = [new Map<string, string>(), new Map<string, string>()];
    put(older, 6, received());
    put(disk, 7, isTaken ? received() : {id: 'a', state: 'acked', at: '2025-01-01T00:00:00.000Z'});
    const whole = mapTier(disk);
    const fails: StorageTier['put'] = (key, change, wanted) => {
      if (isTaken) void whole.put(key, change, wanted);
      throw new Error('no answer');
    };
    await journalOn([{...whole, put: fails}, mapTier(older, {durable: false})]).close('a', 'acked');
    put(older, 6, received());

    const {receipts} = await journalOn([whole, mapTier(older, {durable: false})]).read();

    assert.deepEqual(receipts, []);
  });

for (const [what, spoil] of [
  ['damaged', (text: string) => `${text.slice(0, -2)}?}`],
  ['half written', (text: string) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  [
    'of a later version',
    (text: string) => {
      const json = text.slice(text.indexOf(' ') + 1).replace('"v":1', '"v":2');
      return `${sumOf(json)} ${json}`;
    },
  ],
  ['of another player', () => encode({seq: 7, record: received()}, 'MrJoe')],
] as [string, (text: string) => string][]) {
  test(`a record that is ${what} stays unread and untouched, and the others are read`, async () => {
    const disk = new Map<string, string>();
    put(disk, 1, received({id: 'b'}));
    const spoilt = spoil(encode({seq: 7, record: received()}, 'Rocket'));
    disk.set(`${PREFIX}a`, spoilt);
    const journal = journalOn([mapTier(disk)]);

    const {receipts, open} = await journal.read();
    await journal.close('b', 'acked');
    await journal.settle({clan: 'wolves'});

    assert.deepEqual([receipts.map(({id}) => id), open], [['b'], undefined]);
    assert.equal(disk.get(`${PREFIX}a`), spoilt);
  });
}

test('another player’s journal is neither read nor written', async () => {
  const disk = new Map<string, string>();
  await journalOn([mapTier(disk)]).write(received());
  const before = new Map(disk);
  const other = journalOn([mapTier(disk)], {player: 'MrJoe'});

  assert.deepEqual(await other.read(), {
    open: undefined,
    receipts: [],
    mark: undefined,
    complete: true,
    answered: true,
    awaiting: false,
  });
  await other.close('a', 'acked');

  assert.equal(disk.get(`${PREFIX}a`), before.get(`${PREFIX}a`));
});

test('what no place takes lives as long as the page, and is called so', async () => {
  const journal = journalOn([]);

  assert.equal(await journal.write(received()), false);
  assert.equal(await journal.write(record({id: 'b'})), false);
  await journal.settle({clan: 'owls'});

  const {receipts, open, mark} = await journal.read();
  assert.deepEqual(
    [receipts.map(({id, durable}) => [id, durable]), open?.id, mark?.clan],
    [[['a', false]], 'b', 'owls'],
  );
  assert.equal(await journal.close('a', 'acked'), false);
  assert.deepEqual((await journal.read()).receipts, []);
});

test('a receipt is durable where a durable place has just that state of it', async () => {
  const [durable, copy] = [new Map<string, string>(), new Map<string, string>()];
  const places = () => [mapTier(copy, {durable: false}), mapTier(durable)];
  const isDurable = async () => (await journalOn(places()).read()).receipts[0]?.durable;
  put(copy, 2, received());
  assert.equal(await isDurable(), false);

  put(durable, 1, received({rewards: []}));
  assert.equal(await isDurable(), false);

  put(durable, 2, received());
  assert.equal(await isDurable(), true);
  assert.equal((await journalOn(places().reverse()).read()).receipts[0]?.durable, true);
});

test('receipts stand in the order in which they came', async () => {
  const disk = new Map<string, string>();
  put(disk, 1, received({id: 'b', at: '2025-01-03T00:00:00.000Z'}));
  put(disk, 1, received({id: 'c', at: '2025-01-01T00:00:00.000Z'}));
  put(disk, 1, received({id: 'a', at: '2025-01-02T00:00:00.000Z'}));

  const {receipts} = await journalOn([mapTier(disk)]).read();

  assert.deepEqual(
    receipts.map(({id}) => id),
    ['c', 'a', 'b'],
  );
});

test('an answer is kept raw up to 256 Ki characters, and a longer one is left out', async () => {
  const journal = journalOn([mapTier()]);
  const kept = async (length: number) => {
    await journal.write(record({answer: {status: 200, text: 'x'.repeat(length)}}));
    return (await journal.read()).open?.answer?.text.length;
  };

  assert.deepEqual([await kept(0), await kept(262_144), await kept(262_145)], [0, 262_144, undefined]);
});

test('an acknowledgement is kept for a week of the server’s, and then cleared out of every place', async () => {
  const places = [new Map<string, string>(), new Map<string, string>()];
  let now = NEW_YEAR;
  const journal = journalOn(
    places.map(disk => mapTier(disk)),
    {serverTime: () => known(now)},
  );
  await journal.write(received());
  await journal.close('a', 'acked');
  await journal.write(received({id: 'old'}));

  now += 60_000 + 7 * DAY;
  await journal.read();
  assert.deepEqual(
    places.map(({size}) => size),
    [2, 2],
  );
  now++;
  const {receipts} = await journal.read();

  assert.deepEqual(
    places.map(disk => [...disk.keys()]),
    [[`${PREFIX}old`], [`${PREFIX}old`]],
  );
  assert.equal(receipts.length, 1);
});

for (const [what, serverTime] of [
  ['the server says its time', () => known(NEW_YEAR)],
  ['nobody else says the time', undefined],
] as const)
  test(`a device’s clock set ahead forgets no acknowledgement where ${what}, and a copy that comes back stays away`, async () => {
    const disk = new Map<string, string>();
    const journal = () =>
      journalOn([mapTier(disk)], {today: () => NEW_YEAR + 30 * DAY, ...(serverTime && {serverTime})});
    put(disk, 2, {id: 'a', state: 'acked', at: '2025-01-01T00:00:00.000Z'});

    await journal().read();
    await journal().read();

    // A place that a killed browser has set back.
    const older = new Map<string, string>();
    put(older, 1, received());
    assert.deepEqual((await journalOn([mapTier(disk), mapTier(older)]).read()).receipts, []);
  });

test('an acknowledgement of a device whose clock was behind is not forgotten early', async () => {
  const disk = new Map<string, string>();
  const options = {today: () => NEW_YEAR - 30 * DAY, serverTime: () => known(NEW_YEAR)};
  await journalOn([mapTier(disk)], options).close('a', 'acked');

  await journalOn([mapTier(disk)], {...options, today: () => NEW_YEAR}).read();

  assert.equal(disk.size, 1);
});

test('an acknowledgement without the server’s time gets it, and its week begins', async () => {
  const disk = new Map<string, string>();
  await journalOn([mapTier(disk)]).close('a', 'acked');
  let now = NEW_YEAR + 30 * DAY;
  const journal = journalOn([mapTier(disk)], {serverTime: () => known(now)});
  await journal.read();
  assert.equal(disk.size, 1);

  now += 8 * DAY;
  await journal.read();

  assert.equal(disk.size, 0);
});

test('where the server never says its time, the last hundred acknowledgements are kept', async () => {
  const disk = new Map<string, string>();
  for (let number = 0; number < 102; number++) {
    const at = new Date(NEW_YEAR + number).toISOString();
    put(disk, 1, {id: `closed-${number}`, state: number % 2 ? 'acked' : 'void', at});
  }

  await journalOn([mapTier(disk)]).read();

  assert.equal(disk.size, 100);
  assert.deepEqual([disk.has(`${PREFIX}closed-1`), disk.has(`${PREFIX}closed-2`)], [false, true]);
});

test('a clan on record is never cleared out, nor an acknowledgement whose time is not known yet', async () => {
  const disk = new Map<string, string>();
  put(disk, 1, {id: 'a', state: 'acked', at: 'rubbish'});
  const journal = journalOn([mapTier(disk)], {serverTime: () => known(NEW_YEAR + 9_999 * DAY)});
  await journal.settle({clan: 'wolves'});

  const {mark} = await journal.read();

  assert.deepEqual([mark?.clan, disk.size], ['wolves', 2]);
});

test('reading a journal writes nothing', async () => {
  const disk = new Map<string, string>();
  put(disk, 1, received());
  const refuse = () => assert.fail('written');

  await journalOn([mapTier(disk, {put: refuse, remove: refuse})]).read();
});
