import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {closed, goneAway, refusedStream, reset, unread} from './fates.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import {as, isShownOnce} from './players.js';

/** Where Rocket goes, and what can be known there without the answer. */
const CLANS = [
  {clan: 'ravens', rewards: as('recovered'), complete: true, outcome: 'rewarded'},
  {clan: 'owls', rewards: as('expected'), complete: false, outcome: 'uncertain'},
] as const;

describe('An answer that is lost on the way', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const {clan, rewards, complete, outcome} of CLANS) {
    it(`S1: on a fresh connection, costs no second update, to ${clan}`, async t => {
      const world = await open(t);
      world.gate.keepAlive = false;
      world.gate.fates = [closed];
      const visit = await world.visit();
      await visit.move(clan);

      assert.equal(await visit.switchClan(), outcome);

      assert.equal((await world.gate.arrived()).isOnUsedConnection, false);
      assert.equal(world.gate.updates.length, 1);
      await isShownOnce(visit, rewards, complete);
    });

    for (const {name, fate, isHttp2} of [
      {name: 'S2: closed', fate: closed, isHttp2: false},
      {name: 'S3: reset', fate: reset, isHttp2: false},
      {name: 'S4: HTTP/2 session closed', fate: goneAway, isHttp2: true},
      {name: 'S4: HTTP/2 stream refused', fate: refusedStream, isHttp2: true},
    ])
      it(`${name}, on a used connection, is never "nothing" although the browser sends again, to ${clan}`, async t => {
        const world = await open(t, {isHttp2});
        world.gate.fates = [fate];
        const visit = await world.visit();
        await visit.move(clan);

        assert.equal(await visit.switchClan(), outcome);

        assert.equal(world.gate.updates[0]!.isOnUsedConnection, true);
        assert.deepEqual([await visit.sent(), world.gate.updates.length], [1, 2]);
        await isShownOnce(visit, rewards, complete);
      });
  }

  for (const [clan, outcome] of [
    ['wolves', 'uncertain'],
    ['ravens', 'rewarded'],
  ] as const)
    it(`S5: of an update that no server read, sends one more, to ${clan}`, async t => {
      const world = await open(t);
      world.gate.keepAlive = false;
      world.gate.fates = [unread];
      const visit = await world.visit({options: {clan: 'ravens'}, hurry: 200});
      await world.sandbox.setAttributes('Rocket', {clan});

      assert.equal(await visit.switchClan(), outcome);

      assert.deepEqual([await visit.sent(), world.gate.updates.length], [2, 2]);
      if (outcome === 'rewarded') return isShownOnce(visit, as('answer'), true);
      // A list may lag, so that it is checked once more a minute later.
      await visit.until('settled');
      assert.deepEqual([await visit.receipts(), await visit.state()], [[], {status: 'settled', unchanged: true}]);
    });

  it('S1: where the clan is the same after all, grants nothing and says so', async t => {
    const world = await open(t);
    world.gate.keepAlive = false;
    world.gate.fates = [closed];
    const visit = await world.visit({hurry: 200});

    assert.equal(await visit.switchClan(), 'uncertain');

    await visit.until('settled');
    assert.deepEqual([await visit.receipts(), await visit.state()], [[], {status: 'settled', unchanged: true}]);
    assert.equal(world.gate.updates.length, 2);
  });
});
