import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import {
  BROKEN_DATABASE,
  BROKEN_LOCAL_STORAGE,
  failingWrite,
  NO_SECOND_COPY,
  slowDatabase,
  WRITES,
} from './init-scripts.js';
import {as, isShownOnce, type Visit} from './players.js';

/** Nothing is sent and the reason is told; with consent all goes well, for as long as the page lives. */
async function needsConsent(visit: Visit): Promise<void> {
  const {gate} = visit.world;
  assert.equal(await visit.switchClan(), 'not-sent');
  assert.equal(await visit.failure(), 'storage-unavailable');
  assert.equal(gate.updates.length, 0);

  assert.equal(await visit.switchClan({allowVolatile: true}), 'rewarded');
  const [receipt] = await visit.receipts();
  assert.deepEqual(receipt, {id: receipt!.id, rewards: as('answer'), complete: true, durable: false});
  assert.equal(gate.updates.length, 1);
  await visit.acknowledge(receipt!.id);
  assert.deepEqual(await visit.receipts(), []);
}

describe('A store that fails', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const [name, init] of Object.entries(BROKEN_LOCAL_STORAGE))
    it(`S42: a localStorage ${name} does no harm next to the database`, async t => {
      const world = await open(t);
      const visit = await world.visit({init});
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');

      await isShownOnce(visit, as('answer'), true);
    });

  for (const [name, init] of Object.entries(BROKEN_DATABASE)) {
    it(`S43: a database ${name} lets nothing be sent without consent`, async t => {
      const world = await open(t);
      const visit = await world.visit({init});
      await visit.move('ravens');

      await needsConsent(visit);
    });

    it(`S43: a database ${name} does no harm next to the game’s own store`, async t => {
      const world = await open(t);
      const visit = await world.visit({init, hostKeeps: true});
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');

      const [receipt] = await visit.receipts();
      assert.deepEqual(receipt, {id: receipt!.id, rewards: as('answer'), complete: true, durable: false});
    });
  }

  it('a database that opens after two seconds is not taken for an empty one: the switch stays pending', async t => {
    const world = await open(t);
    const first = await world.visit();
    await first.until('settled');
    await first.page.evaluate(
      () =>
        new Promise<void>(resolve => {
          const look = (): void => {
            const request = indexedDB.open('liveops-elements', 1);
            request.onupgradeneeded = () => request.transaction?.abort();
            request.onerror = () => setTimeout(look, 50);
            request.onsuccess = () => {
              const texts = request.result.transaction('texts').objectStore('texts').getAll();
              texts.onsuccess = () => {
                request.result.close();
                if (texts.result.some(text => String(text).includes('"state":"clan"'))) resolve();
                else setTimeout(look, 50);
              };
            };
          };
          look();
        }),
    );
    await first.page.close();

    const late = await world.visit({init: slowDatabase(2_000), options: {clan: 'ravens'}});
    await late.until('pending');
    await late.page.close();

    const next = await world.comeBack();
    assert.equal((await next.until('pending')).status, 'pending');
  });

  it('a receipt is durable from the visit on that finds what an earlier one left', async t => {
    const world = await open(t);
    const first = await world.visit();
    await first.move('ravens');
    assert.equal(await first.switchClan(), 'rewarded');
    assert.equal((await first.untilReceipts(1))[0]?.durable, false);
    await first.load('ravens');
    assert.equal((await first.untilReceipts(1))[0]?.durable, false, 'a reload is the same visit');
    const beside = await world.comeBack();
    assert.equal((await beside.untilReceipts(1))[0]?.durable, false, 'so is a tab beside it');
    await Promise.all([first.page.close(), beside.page.close()]);

    const next = await world.visitAgain();
    assert.equal((await next.untilReceipts(1))[0]?.durable, true);
  });

  it('S43: a database that is well again after a failure is used again', async t => {
    const world = await open(t);
    const visit = await world.visit({init: failingWrite(WRITES.note)});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'not-sent');
    await visit.page.evaluate(() => void Object.assign(globalThis, {failing: false}));
    assert.equal(await visit.switchClan(), 'rewarded');

    await isShownOnce(visit, as('answer'), true);
    assert.equal(world.gate.updates.length, 1);
  });

  for (const [name, write] of [
    ['the answer', WRITES.raw],
    ['the receipt', WRITES.received],
  ] as const)
    it(`S43: a database that dies at ${name} has it back at the next visit`, async t => {
      const world = await open(t);
      const visit = await world.visit({init: failingWrite(write) + NO_SECOND_COPY});
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');
      const [shown] = await visit.receipts();
      assert.deepEqual(shown?.rewards, as('answer'));
      assert.equal(shown.durable, false);
      await visit.page.close();

      const again = await world.visitAgain();
      const [receipt] = await again.untilReceipts(1);
      assert.deepEqual(receipt, {...shown, durable: true});
      await isShownOnce(again, as('answer'), true);
      assert.equal(world.gate.updates.length, 1);
    });

  it('S44: nothing durable at all, as in a sandboxed frame, lets nothing be sent without consent', async t => {
    const world = await open(t, {path: 'sandboxed'});
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.page.evaluate(() => origin), 'null');
    await needsConsent(visit);
  });
});
