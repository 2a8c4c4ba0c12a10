import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {type RawAnswer, readClanUpdate} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import type {RewardChain, SwitchState} from '../../../src/model.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {createJournal} from '../../../src/claims/journal.js';
import {createPlayerSwitch} from '../../../src/clan-switch/player-switch.js';
import type {PlayerSwitchOptions} from '../../../src/clan-switch/switch-options.js';
import {createQueue, type Queue} from '../../../src/claims/queue.js';
import {FakeClock} from '../../support/fake-clock.js';
import {mapTier} from '../storage/fake-stores.js';
import {later} from '../../support/deferred.js';
import {boxChain, granted} from './parts.js';
import {lists, refuses} from './make-switch.js';

const offline = new LiveOpsError('network', 'Offline.');
const heldElsewhere = (): LiveOpsError => new LiveOpsError('timeout', 'Held elsewhere.');

type World = {disk: Map<string, string>; turns: Queue; clock: FakeClock};

/** One page of Rocket's, in a browser that several can share. */
function pageIn(world: World, options: Partial<PlayerSwitchOptions> = {}) {
  const {disk, turns, clock} = world;
  const counts = {reads: 0, sends: 0, switched: 0};
  const {readChains = async () => [boxChain], sendUpdate = async () => lists(granted('box')), ...rest} = options;
  const page = createPlayerSwitch({
    name: 'Rocket',
    ownName: 'Rocket',
    firstClan: () => 'wolves',
    clan: () => 'owls',
    journal: createJournal({player: 'Rocket', store: createTieredStore([mapTier(disk)]), today: clock.today}),
    withLock: turns,
    read: readClanUpdate,
    readChains: signal => (counts.reads++, readChains(signal)),
    sendUpdate: (stillWanted, signal) => (counts.sends++, sendUpdate(stillWanted, signal)),
    onSwitched: () => counts.switched++,
    after: (ms, task) => clock.after(ms, task),
    random: clock.random,
    today: clock.today,
    now: clock.now,
    createId: () => `id-${Math.random()}`,
    ...rest,
  });
  const status = (): SwitchState['status'] => page.$state.get().status;
  const rows = () => page.$receipts.get().map(({rewards}) => rewards.map(({sku, source}) => `${sku}: ${source}`));
  return {page, counts, status, rows};
}

const newWorld = (): World => ({disk: new Map(), turns: createQueue(), clock: new FakeClock()});

/** A page with a switch whose end is not known, since the network went away behind the update. */
async function leftOpen(world: World) {
  let isOnline = true;
  const readChains = async (): Promise<readonly RewardChain[]> => (isOnline ? [boxChain] : Promise.reject(offline));
  const parts = pageIn(world, {readChains, sendUpdate: async () => ((isOnline = false), undefined)});
  assert.equal(await parts.page.switchClan({}), 'uncertain');
  return {...parts, goOnline: () => (isOnline = true)};
}

test('nothing is read before it is woken, or switches', async () => {
  const {counts, status} = pageIn(newWorld());
  await setImmediate();

  assert.deepEqual([counts, status()], [{reads: 0, sends: 0, switched: 0}, 'settled']);
});

test('a switch whose end is not known is shown with what was expected, here and on the next page', async () => {
  const world = newWorld();
  const {page, counts} = await leftOpen(world);
  const state = page.$state.get();
  assert.deepEqual(state.status === 'recovering' && state.expected.map(({sku}) => sku), ['box']);
  assert.equal(counts.switched, 0);

  const next = pageIn(world, {readChains: () => Promise.reject(offline)});
  next.page.wake();
  await setImmediate();

  assert.equal(next.status(), 'recovering');
});

test('it is looked up again by itself, and its end is shown', async () => {
  const world = newWorld();
  const {goOnline, page, rows, status, counts} = await leftOpen(world);
  page.wake();
  await setImmediate();
  goOnline();

  world.clock.pass(120_000);
  await setImmediate();

  assert.deepEqual([rows(), status(), counts.sends, counts.switched], [[['box: expected']], 'settled', 1, 1]);
});

test('a page that is closed looks no more', async () => {
  const world = newWorld();
  const {page} = await leftOpen(world);
  page.wake();
  await setImmediate();
  assert.equal(world.clock.waits.length, 1);

  page.destroy();

  assert.deepEqual(world.clock.waits, []);
});

test('a failure stays until the clan or the switch moves on, whatever wakes the page', async () => {
  const {page, status} = pageIn(newWorld(), {sendUpdate: async () => refuses(403)});
  await page.switchClan({});
  assert.equal(status(), 'failed');

  page.wake();
  await setImmediate();
  assert.equal(status(), 'failed');
  page.clanChanged();
  assert.equal(status(), 'pending');
});

test('a refusal stays while a check that began during the switch gets its turn', async () => {
  const answer = later<RawAnswer>();
  const {page, status} = pageIn(newWorld(), {sendUpdate: () => answer.promise});
  const done = page.switchClan({});
  await setImmediate();
  page.wake();
  await setImmediate();

  answer.resolve(refuses(403));
  assert.equal(await done, 'not-sent');
  await setImmediate();

  assert.equal(status(), 'failed');
});

test('a look that finds its end while the player switches leaves the switch on the screen', async () => {
  const world = newWorld();
  const {goOnline, page, status} = await leftOpen(world);
  goOnline();
  const look = later<readonly RewardChain[]>();
  const answer = later<RawAnswer>();
  const second = pageIn(world, {readChains: () => look.promise, sendUpdate: () => answer.promise});
  second.page.wake();
  await setImmediate();
  assert.equal(status(), 'recovering');

  const done = second.page.switchClan({});
  await setImmediate();
  assert.equal(second.status(), 'switching');
  look.resolve([{...boxChain, steps: []}]);

  assert.equal(await done, 'uncertain');
  assert.deepEqual(second.rows(), [['box: expected']]);
  page.destroy();
});

test('a look that settles nothing leaves the switch behind it on the screen', async () => {
  const world = newWorld();
  await leftOpen(world);
  const looks = [later<readonly RewardChain[]>(), later<readonly RewardChain[]>()];
  let looked = 0;
  const {page, status} = pageIn(world, {readChains: () => looks[looked++]!.promise});
  page.wake();
  await setImmediate();
  void page.switchClan({});
  await setImmediate();

  looks[0]!.reject(offline);
  await setImmediate();

  assert.deepEqual([looked, status()], [2, 'switching']);
});

test('of two pages that switch at once one sends, and both show the receipt', async () => {
  const world = newWorld();
  const [one, two] = [pageIn(world), pageIn(world)];

  const outcomes = await Promise.all([one.page.switchClan({}), two.page.switchClan({})]);

  assert.deepEqual(outcomes, ['rewarded', 'rewarded']);
  assert.equal(one.counts.sends + two.counts.sends, 1);
  assert.deepEqual([one.rows(), two.rows()], [[['box: answer']], [['box: answer']]]);
  assert.deepEqual([one.status(), two.status()], ['settled', 'settled']);
});

for (const [outcome, what, answer, readChains] of [
  ['uncertain', 'a receipt that may be incomplete', lists(), undefined],
  ['nothing', 'nothing', lists(), async () => []],
] as [string, string, RawAnswer, (() => Promise<[]>) | undefined][]) {
  test(`the end that another page found is this one’s, too: ${what}`, async () => {
    const world = newWorld();
    const options = {sendUpdate: async () => answer, ...(readChains && {readChains})};
    const [one, two] = [pageIn(world, options), pageIn(world, options)];
    // Both have the clan of before on record.
    for (const {page} of [one, two]) page.wake();
    await setImmediate();

    const outcomes = await Promise.all([one.page.switchClan({}), two.page.switchClan({})]);

    assert.deepEqual(outcomes, [outcome, outcome]);
    assert.equal(one.counts.sends + two.counts.sends, 1);
  });
}

test('a receipt of before is not the end of this switch', async () => {
  const world = newWorld();
  await pageIn(world).page.switchClan({});

  const {page, counts} = pageIn(world, {clan: () => 'ravens'});

  assert.equal(await page.switchClan({}), 'rewarded');
  assert.equal(counts.sends, 1);
});

test('another page that holds the lock for too long is a timeout, and nothing is sent', async () => {
  const {page, counts} = pageIn(newWorld(), {withLock: () => Promise.reject(heldElsewhere())});

  assert.equal(await page.switchClan({}), 'not-sent');

  const state = page.$state.get();
  assert.ok(state.status === 'failed');
  assert.deepEqual([state.error.code, state.error.message], ['timeout', 'Held elsewhere.']);
  assert.equal(counts.sends, 0);
});

test('a look that does not get the lock leaves the switch open', async () => {
  const world = newWorld();
  await leftOpen(world);
  const before = world.clock.waits.length;
  const {page, status, counts} = pageIn(world, {withLock: () => Promise.reject(heldElsewhere())});

  page.wake();
  await setImmediate();

  assert.deepEqual([status(), counts.reads, world.clock.waits.length - before], ['recovering', 0, 1]);
});

test('five updates without an answer are enough for one page', async () => {
  const world = newWorld();
  // Nobody else could be owed anything, and the game names the same clan: nothing was done.
  const {page, counts} = pageIn(world, {sendUpdate: async () => undefined, readChains: async () => []});
  const outcomes: string[] = [];
  for (let press = 0; press < 5; press++) outcomes.push(await page.switchClan({}));

  assert.deepEqual([counts.sends, outcomes.slice(-1)], [5, ['not-sent']]);
  const state = page.$state.get();
  assert.equal(state.status === 'failed' && state.error.code, 'outcome-unknown');
});

test('a page that is acknowledged on, and the next, do not show the receipt again', async () => {
  const world = newWorld();
  const {page, rows} = pageIn(world);
  await page.switchClan({});

  const done = page.acknowledge(page.$receipts.get()[0]!.id);
  assert.deepEqual(rows(), []);
  await done;

  const next = pageIn(world);
  next.page.wake();
  await setImmediate();
  assert.deepEqual(next.rows(), []);
});

/** Channels of one browser between its pages, counted. */
function withChannels(t: TestContext) {
  const open = new Set<EventTarget>();
  const counts = {told: 0};
  class FakeChannel extends EventTarget {
    constructor() {
      super();
      open.add(this);
    }
    postMessage(data: unknown): void {
      counts.told++;
      for (const other of open) if (other !== this) other.dispatchEvent(new MessageEvent('message', {data}));
    }
    close(): void {
      open.delete(this);
    }
  }
  const before = globalThis.BroadcastChannel;
  Object.assign(globalThis, {BroadcastChannel: FakeChannel, document: {}});
  t.after(() => {
    globalThis.BroadcastChannel = before;
    Reflect.deleteProperty(globalThis, 'document');
  });
  return counts;
}

test('a receipt of one page appears on the other, and one acknowledgement clears both', async t => {
  withChannels(t);
  const world = newWorld();
  const [one, two] = [pageIn(world), pageIn(world)];
  two.page.wake();
  await one.page.switchClan({});
  await setImmediate();
  assert.deepEqual(two.rows(), [['box: answer']]);

  await two.page.acknowledge(two.page.$receipts.get()[0]!.id);
  await setImmediate();

  assert.deepEqual([one.rows(), two.rows()], [[], []]);
});

test('a page whose read began before an acknowledgement on another page does not show the receipt again', async t => {
  withChannels(t);
  const world = newWorld();
  const one = pageIn(world);
  await one.page.switchClan({});
  const old = later<readonly string[]>();
  const slow = createTieredStore([mapTier(world.disk, {all: () => old.promise})]);
  const two = pageIn(world, {journal: createJournal({player: 'Rocket', store: slow, today: world.clock.today})});
  two.page.wake();
  const texts = [...world.disk.values()];

  await one.page.acknowledge(one.page.$receipts.get()[0]!.id);
  old.resolve(texts);
  await setImmediate();

  assert.deepEqual([two.status(), two.rows()], ['settled', []]);
});

test('pages do not wake each other up over a switch that stays open', async t => {
  const counts = withChannels(t);
  const world = newWorld();
  const one = await leftOpen(world);
  const two = pageIn(world, {readChains: () => Promise.reject(offline)});
  const before = counts.told;

  one.page.wake();
  await setImmediate();

  assert.deepEqual([counts.told - before, two.counts.reads], [0, 0]);
});

test('a switch that changed nothing is told as such, until the next one that does', async () => {
  const board = [{name: 'winner', amount: 555}];
  const answers = [lists(), lists(granted('box'))];
  const readChains = async () => [{...boxChain, topContributors: board}];
  const world = newWorld();
  const {page, status} = pageIn(world, {readChains, sendUpdate: async () => answers.shift()});

  assert.equal(await page.switchClan({}), 'uncertain');
  assert.equal(status(), 'recovering');
  world.clock.pass(60_000);
  await setImmediate();
  assert.deepEqual(page.$state.get(), {status: 'pending', unchanged: true});

  assert.equal(await page.switchClan({}), 'rewarded');
  assert.deepEqual(page.$state.get(), {status: 'settled'});
});

test('five updates without an answer are all, and those with one do not count', async () => {
  let isAnswered = true;
  const send = async (): Promise<RawAnswer | undefined> => (isAnswered ? lists() : undefined);
  const {page, counts} = pageIn(newWorld(), {sendUpdate: send, readChains: async () => []});
  for (let count = 0; count < 6; count++) assert.equal(await page.switchClan({}), 'nothing');
  assert.equal(counts.sends, 6);

  isAnswered = false;
  for (let count = 0; count < 4; count++) await page.switchClan({});

  assert.equal(counts.sends, 11);
  const state = page.$state.get();
  assert.ok(state.status === 'failed');
  assert.deepEqual(
    [state.error.code, state.error.message],
    ['outcome-unknown', 'Too many clan updates got no answer. Try again in an hour.'],
  );
});

test('after a switch whose end is not known a look comes by itself, and after another none', async () => {
  const world = newWorld();
  await leftOpen(world);
  assert.equal(world.clock.waits.length, 1);

  const other = newWorld();
  await pageIn(other).page.switchClan({});
  assert.deepEqual(other.clock.waits, []);
});

test('where nothing is open a look does not wait for its turn', async () => {
  let turns = 0;
  const world = newWorld();
  const withLock: Queue = task => (turns++, world.turns(task));
  const {page} = pageIn(world, {withLock});

  page.wake();
  await setImmediate();

  assert.equal(turns, 0);
});

test('after five looks that settled nothing the chains are not read again', async () => {
  const world = newWorld();
  await leftOpen(world);
  const {page, counts} = pageIn(world, {readChains: () => Promise.reject(offline)});
  for (let look = 0; look < 5; look++) {
    page.wake();
    await setImmediate();
  }
  assert.equal(counts.reads, 5);

  page.wake();
  await setImmediate();

  assert.equal(counts.reads, 5);
});

test('a look that cannot send shows again that the end is not known', async () => {
  const world = newWorld();
  await leftOpen(world);
  const board = [{name: 'winner', amount: 555}];
  const readChains = async () => [{...boxChain, topContributors: board}];
  const {page, status} = pageIn(world, {readChains, withLock: () => Promise.reject(new Error('no lock'))});
  await page.switchClan({});
  assert.equal(status(), 'failed');

  page.wake();
  await setImmediate();

  assert.equal(status(), 'recovering');
});

test('with a receipt of before, the one that another page has got is this one’s, too', async () => {
  const world = newWorld();
  await pageIn(world).page.switchClan({});
  const options = {clan: () => 'ravens'};
  const [one, two] = [pageIn(world, options), pageIn(world, options)];

  const outcomes = await Promise.all([one.page.switchClan({}), two.page.switchClan({})]);

  assert.deepEqual(outcomes, ['rewarded', 'rewarded']);
  assert.equal(one.counts.sends + two.counts.sends, 1);
});

test('a receipt that another page had written, but not yet its clan, is the end of this switch, too', async () => {
  const world = newWorld();
  const [one, two] = [pageIn(world), pageIn(world)];
  for (const {page} of [one, two]) page.wake();
  await setImmediate();
  const older = new Map(world.disk);
  const first = await one.page.switchClan({});
  const after = new Map(world.disk);
  // The journal as it is between the two writes of the first page.
  const [clan] = [...older].find(([, text]) => text.includes('"state":"clan"'))!;
  world.disk.set(clan, older.get(clan)!);

  const turn = later<void>();
  void world.turns(() => turn.promise);
  const second = two.page.switchClan({});
  await setImmediate();
  world.disk.set(clan, after.get(clan)!);
  turn.resolve();

  assert.deepEqual([first, await second], ['rewarded', 'rewarded']);
  assert.equal(one.counts.sends + two.counts.sends, 1);
});

test('a check that finds the switch closed by another page rests, and shows nothing of it', async () => {
  const world = newWorld();
  const one = await leftOpen(world);
  const lock = later<void>();
  let isHeld = true;
  const two = pageIn(world, {
    withLock: async task => {
      if (isHeld) await lock.promise;
      return task();
    },
    readChains: () => Promise.reject(offline),
  });
  two.page.wake();
  await setImmediate();
  assert.equal(two.status(), 'recovering');

  one.goOnline();
  one.page.wake();
  await setImmediate();
  await one.page.acknowledge(one.page.$receipts.get()[0]!.id);
  isHeld = false;
  lock.resolve();
  await setImmediate();
  await setImmediate();

  assert.deepEqual([two.status(), two.rows()], ['settled', []]);
});

test('the next player’s first clan does not go on the record of one who left while it was being read', async () => {
  const world = newWorld();
  const {all} = mapTier(world.disk);
  const answer = later<void>();
  const slow = mapTier(world.disk, {all: async (...args) => (await answer.promise, all(...args))});
  const journalOver = (tier: typeof slow) =>
    createJournal({player: 'Rocket', store: createTieredStore([tier]), today: world.clock.today});
  let first = 'wolves';
  const {page} = pageIn(world, {firstClan: () => first, journal: journalOver(slow)});
  page.wake();
  await setImmediate();

  page.leave();
  first = 'owls';
  answer.resolve();
  for (let turn = 0; turn < 5; turn++) await setImmediate();

  assert.equal((await journalOver(mapTier(world.disk)).read()).mark, undefined);
});

test('a failure gives way to what another page has done since', async () => {
  const world = newWorld();
  const {page, status} = pageIn(world, {withLock: () => Promise.reject(heldElsewhere())});
  page.wake();
  await setImmediate();
  await page.switchClan({});
  assert.equal(status(), 'failed');

  await pageIn(world).page.switchClan({});
  page.wake();
  await setImmediate();

  assert.equal(status(), 'settled');
});

test('a check that fails while the player switches leaves the switch on the screen', async () => {
  const world = newWorld();
  await leftOpen(world);
  const lock = later<void>();
  const held = later<void>();
  let turns = 0;
  const {page, status} = pageIn(world, {
    async withLock(task) {
      if (turns++) await held.promise;
      else await lock.promise;
      return task();
    },
  });
  page.wake();
  await setImmediate();
  void page.switchClan({});
  await setImmediate();

  lock.reject(heldElsewhere());
  await setImmediate();

  assert.equal(status(), 'switching');
});

test('an hour later, and back on the network, a page that had given up checks again', async () => {
  const world = newWorld();
  await leftOpen(world);
  const {page, counts} = pageIn(world, {readChains: () => Promise.reject(offline)});
  const wake = async (refill?: boolean): Promise<number> => {
    page.wake(refill);
    await setImmediate();
    return counts.reads;
  };
  for (let check = 0; check < 6; check++) await wake();
  assert.equal(counts.reads, 5);

  assert.equal(await wake(true), 6);
  for (let check = 0; check < 6; check++) await wake();
  const before = counts.reads;
  world.clock.pass(3_600_000);
  await setImmediate();

  assert.equal(counts.reads, before + 1);
});
