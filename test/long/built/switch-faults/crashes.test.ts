import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SIDE_BY_SIDE, useWorlds} from '../../../built/switch-faults/fair.js';
import {NO_SECOND_COPY, stopAt, WRITES} from '../../../built/switch-faults/init-scripts.js';
import {as, isShownOnce} from '../../../built/switch-faults/players.js';

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

      await isShownOnce(await world.comeBack(), rewards, true);
      assert.equal(world.gate.updates.length, 1);
    });

  it('S35: between display and acknowledgement, shows it again with the same id', async t => {
    const world = await open(t);
    const visit = await world.visit();
    await visit.move('ravens');
    await visit.switchClan();
    const shown = await visit.receipts();
    await visit.crash();

    const again = await world.comeBack();
    // That it outlived a visit is known by now.
    assert.deepEqual(await again.untilReceipts(1), [{...shown[0], durable: true}]);
    await isShownOnce(again, as('answer'), true);
  });
});
