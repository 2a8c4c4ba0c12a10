import assert from 'node:assert/strict';
import {once} from 'node:events';
import {describe, it} from 'node:test';
import {closed, silent, stalled} from '../../../built/switch-faults/fates.js';
import {SIDE_BY_SIDE, useWorlds} from '../../../built/switch-faults/fair.js';
import {applied, type Fate} from '../../../built/switch-faults/gate.js';
import {JUMPING_CLOCK, SHORT_IDLE_LIMIT} from '../../../built/switch-faults/init-scripts.js';
import {as, isShownOnce, type Visit} from '../../../built/switch-faults/players.js';

declare const jump: (ms: number) => void;

const HOUR = 3_600_000;
const TEN_YEARS = 10 * 365 * 24 * HOUR;

const held: Fate = () => undefined;

/** The browser gives a lock back a moment after the page has. */
async function untilNoLock({page}: Visit): Promise<void> {
  await page.waitForFunction(async () => !(await navigator.locks.query()).held?.length);
}

describe('An answer that takes its time', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S6: is told of, not given up, and read when it comes', async t => {
    const world = await open(t);
    world.gate.fates = [held];
    const visit = await world.visit({internals: {slowMs: 20}});
    await visit.move('ravens');

    const outcome = visit.switchClan();
    const update = await world.gate.arrived();
    await visit.until('slow');
    update.answer(await update.apply());

    assert.equal(await outcome, 'rewarded');
    assert.equal(world.gate.updates.length, 1);
    await isShownOnce(visit, as('answer'), true);
  });

  it('S7: that never comes is given up after a while, and recovered without another update', async t => {
    const world = await open(t);
    world.gate.fates = [silent];
    const visit = await world.visit({internals: {giveUpMs: 500}});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'rewarded');

    await untilNoLock(visit);
    assert.equal(world.gate.updates.length, 1);
    await isShownOnce(visit, as('recovered'), true);
  });

  it('S8: whose body stalls is given up on the wire long before, and recovered as well', async t => {
    const world = await open(t);
    world.gate.fates = [stalled];
    const visit = await world.visit({init: SHORT_IDLE_LIMIT, internals: {tokenTimeoutMs: 60_000}});
    await visit.move('ravens');

    const outcome = visit.switchClan();
    await once((await world.gate.arrived()).response, 'close');

    assert.equal(await outcome, 'rewarded');
    await untilNoLock(visit);
    assert.equal(world.gate.updates.length, 1);
    await isShownOnce(visit, as('recovered'), true);
  });

  it('S7: where nothing was done either, is looked up when the page is seen again', async t => {
    const world = await open(t);
    world.gate.otherwise = held;
    const visit = await world.visit({internals: {giveUpMs: 1_000}});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'uncertain');
    await untilNoLock(visit);
    assert.equal(world.gate.updates.length, 2);
    assert.equal((await visit.state()).status, 'recovering');
    world.gate.otherwise = applied;
    await visit.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    await isShownOnce(visit, as('answer'), true);
    assert.equal(world.gate.updates.length, 3);
  });

  it('S1: while the chains cannot be read either, is looked up by itself until they can', async t => {
    const world = await open(t);
    world.gate.keepAlive = false;
    world.gate.fates = [
      async update => {
        world.gate.reads = 503;
        await closed(update);
      },
    ];
    const visit = await world.visit({hurry: 10});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'uncertain');
    assert.deepEqual(await visit.receipts(), []);
    world.gate.reads = 0;

    await isShownOnce(visit, as('recovered'), true);
    assert.equal(world.gate.updates.length, 1);
  });
});

describe('A clock that jumps during the update', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const ms of [HOUR, -HOUR, TEN_YEARS, -TEN_YEARS]) {
    it(`S21: by ${ms / HOUR} hours, changes nothing of an answer`, async t => {
      const world = await open(t);
      world.gate.fates = [held];
      const visit = await world.visit({init: JUMPING_CLOCK});
      await visit.move('ravens');

      const outcome = visit.switchClan();
      const update = await world.gate.arrived();
      await visit.page.evaluate(by => jump(by), ms);
      update.answer(await update.apply());

      assert.equal(await outcome, 'rewarded');
      await isShownOnce(visit, as('answer'), true);
    });

    it(`S21: by ${ms / HOUR} hours, loses nothing of a lost answer`, async t => {
      const world = await open(t);
      world.gate.keepAlive = false;
      world.gate.fates = [held];
      const visit = await world.visit({init: JUMPING_CLOCK});
      await visit.move('ravens');

      const outcome = visit.switchClan();
      const update = await world.gate.arrived();
      await visit.page.evaluate(by => jump(by), ms);
      await closed(update);

      // The server's clock says what still runs, so that no chain has ended meanwhile.
      assert.equal(await outcome, 'rewarded');
      await isShownOnce(visit, as('recovered'), true);
      assert.equal(world.gate.updates.length, 1);
    });
  }

  it('S21: leaves the receipts in the order in which they came', async t => {
    const world = await open(t);
    const visit = await world.visit({init: JUMPING_CLOCK});
    await visit.move('ravens');
    await visit.switchClan();
    const [first] = await visit.receipts();
    await world.sandbox.contribute('corvid', 101, 600);
    await visit.move('owls');
    await visit.page.evaluate(by => jump(by), -TEN_YEARS);

    assert.equal(await visit.switchClan(), 'rewarded');
    const both = await visit.untilReceipts(2);
    assert.equal(both[0]!.id, first!.id);

    await visit.load('another');
    assert.deepEqual(await visit.untilReceipts(2), both);
  });
});
