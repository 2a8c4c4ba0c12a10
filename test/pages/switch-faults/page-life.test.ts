import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {closed, silent} from './fates.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import type {Fate} from './gate.js';
import {NO_SECOND_COPY, stopAt, WRITES} from './init-scripts.js';
import {as, isShownOnce, type Visit, type World} from './players.js';

const held: Fate = () => undefined;

/** Starts a switch to the ravens that stands still after the server has carried it out. */
async function switchUnderway(world: World, fate: Fate = silent): Promise<Visit> {
  let done: Promise<unknown> | undefined;
  // A used connection would have the browser itself send again.
  world.gate.keepAlive = false;
  world.gate.fates = [update => (done = Promise.resolve(fate(update)))];
  const visit = await world.visit();
  await visit.move('ravens');
  await visit.startSwitch();
  await world.gate.arrived();
  await done;
  return visit;
}

/** The player comes back on another page. */
const comeBack = (world: World): Promise<Visit> => world.visit({options: {clan: 'ravens'}});

describe('A player without a network', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S30: before the click, has nothing sent, also later without another click', async t => {
    const world = await open(t);
    const visit = await world.visit();
    await visit.move('ravens');
    await world.context.setOffline(true);

    assert.equal(await visit.switchClan(), 'not-sent');
    assert.equal(await visit.failure(), 'network');
    await world.context.setOffline(false);
    await visit.load('ravens');
    await visit.until('pending');
    assert.equal(world.gate.updates.length, 0);

    assert.equal(await visit.switchClan(), 'rewarded');
    await isShownOnce(visit, as('answer'), true);
  });

  it('S31: after the update was sent, has it looked up when the network is back', async t => {
    const world = await open(t);
    const visit = await switchUnderway(world);

    await world.context.setOffline(true);
    world.gate.updates[0]!.close();
    await visit.until('recovering');
    assert.deepEqual(await visit.receipts(), []);
    await world.context.setOffline(false);

    await isShownOnce(visit, as('recovered'), true);
    assert.equal(world.gate.updates.length, 1);
  });
});

describe('A page that ends during the update', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const [name, leave] of [
    ['is loaded again', async ({page}) => void (await page.reload())],
    ['goes elsewhere', async ({page, world}) => void (await page.goto(`${world.pageUrl}other`))],
    ['is closed', ({page}) => page.close()],
    ['crashes', visit => visit.crash()],
  ] as const satisfies readonly (readonly [string, (visit: Visit) => Promise<void>])[])
    it(`S32: ${name}, has it recovered without another update`, async t => {
      const world = await open(t);
      await leave(await switchUnderway(world));

      await isShownOnce(await comeBack(world), as('recovered'), true);
      assert.equal(world.gate.updates.length, 1);
    });

  it('S32: is closed before the server did anything, has the update sent once more', async t => {
    const world = await open(t);
    const visit = await switchUnderway(world, held);
    await visit.page.close();

    await isShownOnce(await comeBack(world), as('answer'), true);
    assert.equal(world.gate.updates.length, 2);
  });
});

describe('A page that crashes', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const [name, moment, write, rewards] of [
    ['S33: before the answer is kept', 'before', WRITES.raw, as('recovered')],
    ['S33: before the answer is read', 'after', WRITES.raw, as('answer')],
    ['S33: before the receipt is kept', 'before', WRITES.received, as('answer')],
    ['S34: before the receipt is shown', 'after', WRITES.received, as('answer')],
    ['S35: while an acknowledgement is written', 'before', WRITES.acked, as('answer')],
  ] as const)
    it(`${name}, shows it at the next visit`, async t => {
      const world = await open(t);
      const {url, reached} = open.server.stop();
      // Without its second copy, which outlives a page's process though not the browser's.
      const visit = await world.visit({init: NO_SECOND_COPY + stopAt(moment, write, url)});
      await visit.move('ravens');
      await visit.startSwitch();
      if (write === WRITES.acked) {
        const [receipt] = await visit.untilReceipts(1);
        void visit.acknowledge(receipt!.id).catch(() => undefined);
      }
      await reached;
      await visit.crash();

      await isShownOnce(await comeBack(world), rewards, true);
      assert.equal(world.gate.updates.length, 1);
    });

  it('S35: between display and acknowledgement, shows it again with the same id', async t => {
    const world = await open(t);
    const visit = await world.visit();
    await visit.move('ravens');
    await visit.switchClan();
    const shown = await visit.receipts();
    await visit.crash();

    const again = await comeBack(world);
    assert.deepEqual(await again.untilReceipts(1), shown);
    await isShownOnce(again, as('answer'), true);
  });
});

describe('A page that is suspended during the update', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S37: and loses the answer meanwhile, has it recovered when it goes on', async t => {
    const world = await open(t);
    world.gate.keepAlive = false;
    world.gate.fates = [held];
    const visit = await world.visit();
    await visit.move('ravens');
    await visit.startSwitch();
    const update = await world.gate.arrived();

    await visit.devtools.send('Page.setWebLifecycleState', {state: 'frozen'});
    await closed(update);
    await visit.devtools.send('Page.setWebLifecycleState', {state: 'active'});

    await isShownOnce(visit, as('recovered'), true);
    assert.equal(world.gate.updates.length, 1);
  });
});
