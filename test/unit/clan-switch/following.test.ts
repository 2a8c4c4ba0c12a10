import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test, type TestContext} from 'node:test';

import {atom} from 'nanostores';

import type {Receipt, SwitchOutcome, SwitchState} from '../../../src/model.js';
import {createClanSwitch} from '../../../src/clan-switch/clan-switch.js';
import {later} from '../../support/deferred.js';

/** The switch of one player, which notes what is asked of it. */
function playerOf(name: string, first: unknown) {
  const ends: ReturnType<typeof later<SwitchOutcome>>[] = [];
  return {
    name,
    first,
    ends,
    calls: [] as string[],
    $state: atom<SwitchState>({status: 'settled'}),
    $receipts: atom<readonly Receipt[]>([]),
    switchClan() {
      const end = later<SwitchOutcome>();
      ends.push(end);
      return end.promise;
    },
    async acknowledge(id: string) {
      this.calls.push(`acknowledge ${id}`);
    },
    wake(refill?: boolean) {
      this.calls.push(refill ? 'wake anew' : 'wake');
    },
    clanChanged() {
      this.calls.push('clan');
    },
    observe: () => undefined,
    isOtherClan: () => false,
    leave: () => undefined,
    destroy() {
      this.calls.push('destroy');
    },
  };
}

/** A session's clan switch over players that do nothing; the page is told to look by `change`. */
function session(identify = async () => undefined as unknown) {
  const $clan = atom<string | null | undefined>('wolves');
  const created: ReturnType<typeof playerOf>[] = [];
  const world = {asked: 0, watched: 0, isHidden: false, change: (_online?: boolean) => undefined as void};
  const clanSwitch = createClanSwitch({
    $clan,
    identify: () => (world.asked++, identify()),
    create(name, firstClan) {
      created.push(playerOf(name, firstClan()));
      return created[created.length - 1]!;
    },
    readChains: async () => [],
    today: () => 0,
    hidden: () => world.isHidden,
    onChange(listener) {
      world.watched++;
      world.change = listener;
      return () => void world.watched--;
    },
  });
  const join = (name: string): (typeof created)[number] => {
    clanSwitch.setPlayer(name);
    return created[created.length - 1]!;
  };
  return {clanSwitch, $clan, world, created, join};
}

/** Stores forget their last listener a second later. */
function stopTime(t: TestContext): () => void {
  t.mock.timers.enable({apis: ['setTimeout']});
  return () => t.mock.timers.tick(1_000);
}

test('while nobody listens nobody is asked who plays, and nothing is looked up', () => {
  const {clanSwitch, $clan, world, join} = session();

  clanSwitch.wake();
  const rocket = join('Rocket');
  $clan.set('owls');
  clanSwitch.wake();

  assert.deepEqual([world.asked, rocket.calls], [0, ['clan']]);
});

test('with the first listener it is asked who plays, once', () => {
  const {clanSwitch, world} = session();

  clanSwitch.$state.listen(() => undefined);
  clanSwitch.$receipts.listen(() => undefined);

  assert.deepEqual([world.asked, world.watched], [1, 1]);
});

test('with a listener the player looks: once known, at another clan, at a wake-up, back on the page', () => {
  const {clanSwitch, $clan, world, join} = session();
  clanSwitch.$state.listen(() => undefined);

  // Back on the page, and nobody is known yet: asked again.
  world.change();
  const {calls} = join('Rocket');
  assert.deepEqual(calls.splice(0), ['wake']);
  $clan.set('owls');
  assert.deepEqual(calls.splice(0), ['clan', 'wake']);
  clanSwitch.wake();
  assert.deepEqual(calls.splice(0), ['wake']);
  world.change();
  assert.deepEqual(calls.splice(0), ['wake']);
  assert.equal(world.asked, 2);
});

test('a page that nobody can see asks for no player, whatever happens; once it is shown, it does', () => {
  const {clanSwitch, $clan, world} = session();
  world.isHidden = true;
  clanSwitch.$state.listen(() => undefined);
  clanSwitch.wake();
  $clan.set('owls');
  world.change();
  assert.equal(world.asked, 0);

  world.isHidden = false;
  world.change();

  assert.equal(world.asked, 1);
});

test('hiding the page wakes nobody, however often; back on the network meanwhile, it starts again once shown', () => {
  const {clanSwitch, world, join} = session();
  clanSwitch.$state.listen(() => undefined);
  const {calls} = join('Rocket');
  calls.splice(0);

  world.isHidden = true;
  for (let times = 0; times < 6; times++) world.change();
  world.change(true);
  assert.deepEqual(calls, []);
  world.isHidden = false;
  world.change();
  world.change();

  assert.deepEqual(calls, ['wake anew', 'wake']);
});

test('the page is watched until the last listener has gone, and nothing is looked up after that', t => {
  const pass = stopTime(t);
  const {clanSwitch, world, join} = session();
  const stops = [clanSwitch.$state, clanSwitch.$receipts].map(store => store.listen(() => undefined));
  const {calls} = join('Rocket');

  stops[0]!();
  pass();
  assert.equal(world.watched, 1);
  stops[1]!();
  pass();
  calls.splice(0);
  clanSwitch.wake();

  assert.deepEqual([world.watched, calls], [0, []]);
});

test('a player who is known is not asked for again to switch', async () => {
  const {clanSwitch, world, join} = session();
  const rocket = join('Rocket');

  void clanSwitch.switchClan();
  await setImmediate();

  assert.deepEqual([world.asked, rocket.ends.length], [0, 1]);
});

test('a player who cannot be told is a failure: signed out', async () => {
  const {clanSwitch} = session(() => Promise.reject(new Error('of the page')));

  assert.equal(await clanSwitch.switchClan(), 'not-sent');

  const state = clanSwitch.$state.get();
  assert.ok(state.status === 'failed');
  assert.deepEqual([state.error.code, state.error.message], ['auth-required', 'No player is signed in.']);
});

test('the end of one player’s switch leaves the next player’s alone', async () => {
  const {clanSwitch, join} = session();
  const rocket = join('Rocket');
  void clanSwitch.switchClan();
  await setImmediate();
  join('MrJoe');
  const second = clanSwitch.switchClan();

  rocket.ends[0]!.resolve('rewarded');
  await setImmediate();

  assert.equal(clanSwitch.switchClan(), second);
});

test('a player without a name is over once another comes', () => {
  const {clanSwitch, created, join} = session();
  const nameless = join('');

  join('Rocket');

  assert.deepEqual(nameless.calls, ['destroy']);
  clanSwitch.setPlayer('');
  assert.deepEqual(
    created.map(({name}) => name),
    ['', 'Rocket', ''],
  );
});

test('a player who left is not followed any more', () => {
  const {clanSwitch, join} = session();
  const {$state, $receipts} = join('Rocket');
  assert.deepEqual([$state.lc, $receipts.lc], [1, 1]);

  clanSwitch.setPlayer(undefined);

  assert.deepEqual([$state.lc, $receipts.lc], [0, 0]);
});

test('at the end of the session every player is, and nothing is followed or watched', () => {
  const {clanSwitch, world, join} = session();
  clanSwitch.$state.listen(() => undefined);
  const [rocket, joe] = [join('Rocket'), join('MrJoe')];

  clanSwitch.destroy();

  assert.deepEqual([rocket.calls.slice(-1), joe.calls.slice(-1)], [['destroy'], ['destroy']]);
  assert.deepEqual([joe.$state.lc, joe.$receipts.lc, world.watched], [0, 0, 0]);
});
