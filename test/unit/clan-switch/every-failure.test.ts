import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {atom} from 'nanostores';

import {readClanUpdate} from '../../../src/clan-switch/update.js';
import type {Receipt} from '../../../src/model.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {withTimeout} from '../../../src/with-timeout.js';
import {createClanSwitch} from '../../../src/clan-switch/clan-switch.js';
import {createJournal} from '../../../src/claims/journal.js';
import {createPlayerSwitch} from '../../../src/clan-switch/player-switch.js';
import {createQueue} from '../../../src/claims/queue.js';
import {FailingClock, FailingWorld, type Failure, Faults} from './failing-world.js';

/*
 * Every call that a page makes to disk, network and clock fails once, in every way, from the start of the page to the
 * acknowledgement. After that the faults stop, and further pages on the same disk have to come to a true end.
 */

let ids = 0;

/** A page of the player, with what was shown on it. */
function pageOf(world: FailingWorld, faults: Faults, clans: {from: string; to: string}) {
  const clock = new FailingClock(faults);
  const $clan = atom<string | null | undefined>(clans.from);
  // Requests that read have a deadline of their own; see src/http/http.ts.
  const ask = <T>(task: () => T): Promise<T> => withTimeout(3_000, () => faults.around(task));
  const common = {
    random: clock.random,
    today: clock.today,
    now: clock.now,
    after: (ms: number, task: () => void) => clock.after(ms, task),
    readChains: () => ask(() => world.chains()),
  };
  const clanSwitch = createClanSwitch({
    ...common,
    $clan,
    onChange: listener => clock.onChange(listener),
    identify: () => ask(() => clanSwitch.setPlayer('Rocket')),
    create: (name, firstClan) =>
      createPlayerSwitch({
        ...common,
        name,
        firstClan,
        ownName: name,
        clan: () => $clan.get(),
        journal: createJournal({player: name, store: createTieredStore(world.tiers(faults)), today: clock.today}),
        withLock: createQueue(),
        read: readClanUpdate,
        // A request without an answer is no failure here but an answer that never came.
        sendUpdate: () => faults.around(() => world.update()).catch(() => undefined),
        onSwitched: () => undefined,
        createId: () => `id-${++ids}`,
      }),
  });
  const shown = new Map<string, Receipt>();
  clanSwitch.$receipts.subscribe(receipts => receipts.forEach(receipt => shown.set(receipt.id, receipt)));
  clanSwitch.$state.listen(() => undefined);
  return {clanSwitch, clock, shown, $clan};
}

type Page = ReturnType<typeof pageOf>;

/** Lets everything happen that can: answers, then limits, then the waits of the page. */
async function settle(t: TestContext, {clock}: Page): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await setImmediate();
    t.mock.timers.tick(1_500);
    await setImmediate();
    clock.pass(120_000);
  }
  await setImmediate();
}

/** What the player has been shown in all, and whether anything of it was called incomplete. */
function seenBy(pages: readonly Page[]) {
  const receipts = [...new Map(pages.flatMap(({shown}) => [...shown])).values()];
  const rows = receipts.flatMap(({rewards}) => rewards);
  return {
    promised: rows.filter(({source}) => source !== 'expected').map(({sku}) => sku),
    isDoubtful: receipts.some(({complete}) => !complete),
  };
}

async function acknowledgeAll({clanSwitch}: Page): Promise<void> {
  await Promise.all(clanSwitch.$receipts.get().map(({id}) => clanSwitch.acknowledge(id)));
}

const RESTING = ['settled', 'pending'];

/** One life with a failure, two without; the number of calls that the first one made. */
async function live(t: TestContext, {clan, places, at, failure}: Run): Promise<number> {
  const world = new FailingWorld(clan, places);
  const clans = {from: 'wolves', to: clan};
  const faults = new Faults(at, failure);
  const first = pageOf(world, faults, clans);
  await settle(t, first);
  first.$clan.set(clan);
  void first.clanSwitch.switchClan();
  await settle(t, first);
  if (!faults.isDead) {
    const {status} = first.clanSwitch.$state.get();
    assert.notEqual(status, 'switching', 'the page with the failure comes to rest');
  }
  void acknowledgeAll(first);
  await settle(t, first);
  faults.isDead = true;
  first.clanSwitch.destroy();

  const second = pageOf(world, new Faults(), {from: clan, to: clan});
  await settle(t, second);
  // A player who still has the switch before them takes it.
  if (!world.granted.length) await press(t, second);
  const state = second.clanSwitch.$state.get();
  assert.ok(RESTING.includes(state.status), `it comes to rest: ${JSON.stringify(state)}`);

  const {promised, isDoubtful} = seenBy([first, second]);
  const missing = world.granted.slice(promised.length);
  assert.ok(isDoubtful || !missing.length, `nothing is lost silently: ${missing.join()}`);
  assert.ok(promised.length <= world.granted.length, `nothing is made up: ${promised.join()}`);

  assert.equal(world.needless, 0, 'no update is sent once one has come through');

  await acknowledgeAll(second);
  await settle(t, second);
  second.clanSwitch.destroy();
  const third = pageOf(world, new Faults(), {from: clan, to: clan});
  await settle(t, third);
  assert.deepEqual([...third.shown.values()], [], 'nothing comes back after its acknowledgement');
  third.clanSwitch.destroy();
  return faults.calls;
}

async function press(t: TestContext, page: Page): Promise<void> {
  const done = page.clanSwitch.switchClan();
  await settle(t, page);
  await done;
}

type Run = {clan: string; places: number; at: number; failure: Failure};

const FAILURES: readonly Failure[] = [
  'reject before',
  'reject after',
  'hang before',
  'hang after',
  'crash before',
  'crash after',
];

for (const [what, clan] of [
  ['a poorer clan', 'ravens'],
  ['a richer clan', 'owls'],
  ['the same clan', 'wolves'],
] as const)
  for (const places of [1, 2])
    for (const failure of FAILURES) {
      test(`${failure}, at every call of a switch to ${what} with ${places} to keep its receipt`, async t => {
        t.mock.timers.enable({apis: ['setTimeout']});
        const unhandled: unknown[] = [];
        const note = (error: unknown): void => void unhandled.push(error);
        process.on('unhandledRejection', note);
        t.after(() => process.off('unhandledRejection', note));

        let calls = Infinity;
        let at = 1;
        for (; at <= calls; at++) {
          const made = await live(t, {clan, places, at, failure}).catch((error: unknown) => {
            throw new Error(`At call ${at}: ${String(error)}`, {cause: error});
          });
          // A failure may make the page call more, or less, than it would have.
          if (made < at) calls = made;
        }

        assert.ok(at > 8, `only ${at} calls were there to fail`);
        assert.deepEqual(unhandled, []);
      });
    }
