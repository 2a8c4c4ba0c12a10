import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc, {type AsyncCommand} from 'fast-check';

import {FATES, type Fate, SwitchWorld} from './switch-world.js';

type Model = {isSignedOut: boolean; isHidden: boolean};
type Command = AsyncCommand<Model, SwitchWorld>;

const RUNS = Number(process.env['SWITCH_EXITS'] ?? 10);
const HOUR_MS = 3_600_000;

/** A command that can always be drawn; `after` changes what the test knows. */
function command(name: string, run: (world: SwitchWorld) => unknown, after: Partial<Model> = {}): Command {
  return {
    check: () => true,
    async run(model, world) {
      run(world);
      await world.settle();
      Object.assign(model, after);
    },
    toString: () => name,
  };
}

/** Time passes. A page that is hidden or whose player has signed out asks for nothing meanwhile. */
function pass(seconds: number): Command {
  return {
    check: () => true,
    async run({isSignedOut, isHidden}, world) {
      const before = [world.requests, world.page.reasons.length];
      world.pass(seconds * 1_000);
      await world.settle();
      if (isSignedOut) assert.deepEqual([world.requests, world.page.reasons.length], before);
      if (isHidden) assert.equal(world.requests, before[0]);
    },
    toString: () => `pass ${seconds} s`,
  };
}

const commands = [
  fc.constant(command('press', ({session}) => void session.clanSwitch.switchClan(), {isSignedOut: false})),
  fc
    .constantFrom('wolves', 'owls', 'ravens')
    .map(clan => command(`move to ${clan}`, world => world.session.setClan((world.attribute = clan)))),
  fc.constantFrom('owls', 'ravens').map(clan => command(`word ${clan}`, ({session}) => session.setClan(clan))),
  fc.constantFrom<Fate>(...FATES).map(fate => command(`updates: ${fate}`, world => (world.fate = fate))),
  fc.boolean().map(isListed => command(`list: ${isListed}`, world => (world.isListed = isListed))),
  fc.constantFrom(1, 20, 60, 600).map(pass),
  fc.constant(command('online', ({page}) => page.clock.goOnline())),
  fc.constant(command('press on another page', world => world.pressElsewhere())),
  fc.constant(command('hide', ({page}) => page.clock.setHidden(true), {isHidden: true})),
  fc.constant(command('show', ({page}) => page.clock.setHidden(false), {isHidden: false})),
  fc.constant(
    command('acknowledge', ({session, receipts}) => {
      const [receipt] = receipts;
      if (receipt) void session.clanSwitch.acknowledge(receipt.id);
    }),
  ),
  fc.constant(command('sign out', ({session}) => session.signOut(), {isSignedOut: true})),
  fc.constant(command('sign in', ({session}) => session.refresh(), {isSignedOut: false})),
  fc.constant(command('reload', world => world.reopen(), {isSignedOut: false, isHidden: false})),
];

/** All is well from now on, and the player does what the page offers. */
async function leave(world: SwitchWorld): Promise<void> {
  world.fate = 'ok';
  world.isListed = true;
  world.page.clock.setHidden(false);
  world.session.refresh();
  await world.settle();
  for (let round = 0; round < 6; round++) {
    if (world.status === 'failed') void world.session.clanSwitch.switchClan();
    await world.settle();
    // Two checks with a minute between them need timers that are set by one another.
    for (let timer = 0; timer < 4; timer++) {
      world.pass(HOUR_MS / 4);
      await world.settle();
    }
    for (const {id} of world.receipts) void world.session.clanSwitch.acknowledge(id);
    await world.settle();
  }
}

describe('the clan switch of a session', () => {
  it('leaves every state by time, by the network, by another page, or by a press, and loses nothing on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, {maxCommands: 18}), async drawn => {
        const world = new SwitchWorld();
        await fc.asyncModelRun(() => ({model: {isSignedOut: false, isHidden: false}, real: world}), drawn);

        await leave(world);

        assert.ok(['settled', 'pending'].includes(world.status), world.status);
        assert.deepEqual(world.receipts, []);
        assert.ok(world.shown.size >= world.granted.length, 'each grant was on a receipt');
        world.end();
      }),
      {numRuns: RUNS, seed: 14, includeErrorInReport: true},
    );
  });

  it('goes on by itself within two hours after five updates of a page had no answer', async () => {
    const world = new SwitchWorld();
    world.fate = 'lost';
    for (const act of [
      () => void world.session.clanSwitch.switchClan(),
      () => void world.session.clanSwitch.switchClan(),
      () => world.page.clock.setHidden(false),
    ]) {
      act();
      await world.settle();
    }
    assert.equal(world.status, 'recovering');
    assert.equal(world.page.api.requests.filter(({method}) => method === 'PUT').length, 5);

    world.fate = 'ok';
    for (let timer = 0; timer < 8; timer++) {
      world.pass(HOUR_MS / 4);
      await world.settle();
    }

    assert.notEqual(world.status, 'recovering');
    world.end();
  });

  it('is told of the player again once a page that began offline is back on the network', async () => {
    const world = new SwitchWorld();
    await world.settle();
    world.session.destroy();
    let isOnline = false;
    const {sessionOver} = await import('./make-session.js');
    let asked = 0;
    const {session, clock} = sessionOver({
      userKey: 'Rocket',
      getToken: () => (asked++, isOnline ? 'token' : Promise.reject(new TypeError('Failed to fetch'))),
    });
    session.clanSwitch.$state.listen(() => undefined);
    await world.settle();
    assert.equal(asked, 1);

    isOnline = true;
    clock.goOnline();
    await world.settle();

    assert.equal(asked, 2);
    session.destroy();
  });

  for (const [what, end] of [
    ['a sign-out', (world: SwitchWorld) => world.session.signOut()],
    ['the end of the session', (world: SwitchWorld) => world.session.destroy()],
  ] as const) {
    it(`sends, asks and keeps nothing after ${what} while the chains were being read`, async () => {
      const world = new SwitchWorld();
      await world.settle();
      world.session.setClan((world.attribute = 'owls'));
      const done = world.session.clanSwitch.switchClan();
      for (let turn = 0; !world.requests; turn++) {
        assert.ok(turn < 10_000, `nothing is read; the state is ${world.status}`);
        await Promise.resolve();
      }

      const asked = world.page.reasons.length;
      end(world);
      await world.settle();

      const sent = world.page.api.requests.map(({method}) => method);
      assert.equal(await done, 'not-sent');
      assert.deepEqual([sent.includes('PUT'), world.page.reasons.length, world.granted], [false, asked, []]);
    });
  }
});
