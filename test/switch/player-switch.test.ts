import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {type RawAnswer, readClanUpdate} from '../../src/api/clan-update.js';
import {LiveOpsError} from '../../src/errors.js';
import type {RewardChain, SwitchState} from '../../src/model.js';
import {createLadder} from '../../src/storage/ladder.js';
import {createJournal} from '../../src/switch/journal.js';
import {createPlayerSwitch, type PlayerSwitchOptions} from '../../src/switch/player-switch.js';
import {createTurns, type Turns} from '../../src/switch/turns.js';
import {FakeClock} from '../state/fake-clock.js';
import {mapRung} from '../storage/fake-rungs.js';
import {later} from './later.js';
import {boxChain, granted} from './parts.js';
import {lists, refuses} from './switch-over.js';

const offline = new LiveOpsError('network', 'Offline.');

type World = {disk: Map<string, string>; turns: Turns; clock: FakeClock};

/** One page of Rocket's, in a browser that several can share. */
function pageIn(world: World, options: Partial<PlayerSwitchOptions> = {}) {
  const {disk, turns, clock} = world;
  const counts = {reads: 0, sends: 0, switched: 0};
  const {readChains = async () => [boxChain], send = async () => lists(granted('box')), ...rest} = options;
  const page = createPlayerSwitch({
    name: 'Rocket',
    ownName: 'Rocket',
    firstClan: () => 'wolves',
    clan: () => 'owls',
    journal: createJournal({player: 'Rocket', store: createLadder([mapRung(disk)]), today: clock.today}),
    alone: turns,
    read: readClanUpdate,
    readChains: () => (counts.reads++, readChains()),
    send: stillWanted => (counts.sends++, send(stillWanted)),
    onSwitched: () => counts.switched++,
    after: (ms, task) => clock.after(ms, task),
    random: clock.random,
    today: clock.today,
    createId: () => `id-${Math.random()}`,
    ...rest,
  });
  const status = (): SwitchState['status'] => page.$state.get().status;
  const rows = () => page.$receipts.get().map(({rewards}) => rewards.map(({sku, source}) => `${sku}: ${source}`));
  return {page, counts, status, rows};
}

const newWorld = (): World => ({disk: new Map(), turns: createTurns(), clock: new FakeClock()});

/** A page with a switch whose end is not known, since the network went away behind the update. */
async function leftOpen(world: World) {
  let isOnline = true;
  const readChains = async (): Promise<readonly RewardChain[]> => (isOnline ? [boxChain] : Promise.reject(offline));
  const parts = pageIn(world, {readChains, send: async () => ((isOnline = false), undefined)});
  assert.equal(await parts.page.switchClan({}), 'uncertain');
  return {...parts, goOnline: () => (isOnline = true)};
}

test('nothing is read before it is woken, or switches', async () => {
  const {counts, status} = pageIn(newWorld());
  await setImmediate();

  assert.deepEqual([counts, status()], [{reads: 0, sends: 0, switched: 0}, 'settled']);
});

test('a switch whose end is not known is told with what was expected, here and on the next page', async () => {
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
  const {page, status} = pageIn(newWorld(), {send: async () => refuses(403)});
  await page.switchClan({});
  assert.equal(status(), 'failed');

  page.wake();
  await setImmediate();
  assert.equal(status(), 'failed');
  page.clanChanged();
  assert.equal(status(), 'pending');
});

test('a look that finds its end while the player switches leaves the switch on the screen', async () => {
  const world = newWorld();
  const {goOnline, page, status} = await leftOpen(world);
  goOnline();
  const look = later<readonly RewardChain[]>();
  const answer = later<RawAnswer>();
  const second = pageIn(world, {readChains: () => look.promise, send: () => answer.promise});
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
    const options = {send: async () => answer, ...(readChains && {readChains})};
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
  const {page, counts} = pageIn(newWorld(), {alone: () => Promise.reject(new DOMException('', 'AbortError'))});

  assert.equal(await page.switchClan({}), 'not-sent');

  const state = page.$state.get();
  assert.ok(state.status === 'failed');
  assert.deepEqual([state.error.code, state.error.message], ['timeout', 'Another page is switching clans.']);
  assert.equal(counts.sends, 0);
});

test('a look that does not get the lock leaves the switch open', async () => {
  const world = newWorld();
  await leftOpen(world);
  const before = world.clock.waits.length;
  const {page, status, counts} = pageIn(world, {alone: () => Promise.reject(new DOMException('', 'AbortError'))});

  page.wake();
  await setImmediate();

  assert.deepEqual([status(), counts.reads, world.clock.waits.length - before], ['recovering', 0, 1]);
});

test('five updates without an answer are enough for one page', async () => {
  const world = newWorld();
  // Nobody else could be owed anything, and the game names the same clan: nothing was done.
  const {page, counts} = pageIn(world, {send: async () => undefined, readChains: async () => []});
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
    postMessage(): void {
      counts.told++;
      for (const other of open) if (other !== this) other.dispatchEvent(new MessageEvent('message'));
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
  const {page} = pageIn(newWorld(), {readChains, send: async () => answers.shift()});

  assert.equal(await page.switchClan({}), 'nothing');
  assert.deepEqual(page.$state.get(), {status: 'pending', unchanged: true});

  assert.equal(await page.switchClan({}), 'rewarded');
  assert.deepEqual(page.$state.get(), {status: 'settled'});
});

test('five updates without an answer are all, and those with one do not count', async () => {
  let isAnswered = true;
  const send = async (): Promise<RawAnswer | undefined> => (isAnswered ? lists() : undefined);
  const {page, counts} = pageIn(newWorld(), {send, readChains: async () => []});
  for (let count = 0; count < 6; count++) assert.equal(await page.switchClan({}), 'nothing');
  assert.equal(counts.sends, 6);

  isAnswered = false;
  for (let count = 0; count < 4; count++) await page.switchClan({});

  assert.equal(counts.sends, 11);
  const state = page.$state.get();
  assert.ok(state.status === 'failed');
  assert.deepEqual([state.error.code, state.error.message], ['outcome-unknown', 'Too many updates had no answer.']);
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
  const alone: Turns = task => (turns++, world.turns(task));
  const {page} = pageIn(world, {alone});

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
  const {page, status} = pageIn(world, {readChains, alone: () => Promise.reject(new Error('no lock'))});
  await page.switchClan({});
  assert.equal(status(), 'failed');

  page.wake();
  await setImmediate();

  assert.equal(status(), 'recovering');
});

test('beside a receipt of before, the one that another page has got is this one’s, too', async () => {
  const world = newWorld();
  await pageIn(world).page.switchClan({});
  const options = {clan: () => 'ravens'};
  const [one, two] = [pageIn(world, options), pageIn(world, options)];

  const outcomes = await Promise.all([one.page.switchClan({}), two.page.switchClan({})]);

  assert.deepEqual(outcomes, ['rewarded', 'rewarded']);
  assert.equal(one.counts.sends + two.counts.sends, 1);
});
