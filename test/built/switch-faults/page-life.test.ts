import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {closed, silent} from './fates.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import type {Fate} from './gate.js';
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

      await isShownOnce(await world.comeBack(), as('recovered'), true);
      assert.equal(world.gate.updates.length, 1);
    });

  it('S32: is closed before the server did anything, has the update sent once more', async t => {
    const world = await open(t);
    const visit = await switchUnderway(world, held);
    await visit.page.close();

    await isShownOnce(await world.comeBack(), as('answer'), true);
    assert.equal(world.gate.updates.length, 2);
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
