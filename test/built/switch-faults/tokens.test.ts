import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {refusedWith, vendorsWord} from './fates.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import type {Fate} from './gate.js';
import {JUMPING_CLOCK} from './init-scripts.js';
import {as, isShownOnce, type World} from './players.js';

const TEN_YEARS = 10 * 365 * 24 * 3_600_000;

/** Hands out what is next in the list, and the player's token after it; the result notes why it was asked. */
function tokensOf(world: World, ...given: (() => string | Promise<string>)[]): string[] {
  const reasons: string[] = [];
  world.giveToken = reason => {
    reasons.push(reason);
    return (given.shift() ?? (() => world.sandbox.token()))();
  };
  return reasons;
}

describe('A token', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const refusal of [vendorsWord(401, 1501), {status: 401}])
    it(`S17: refused once${refusal.text ? '' : ' without a word'}, is replaced, and the same update goes again`, async t => {
      const world = await open(t);
      world.gate.fates = [refusedWith(refusal)];
      const reasons = tokensOf(world);
      const visit = await world.visit();
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'rewarded');

      assert.deepEqual([reasons, world.gate.updates.length], [['start', 'rejected'], 2]);
      await isShownOnce(visit, as('answer'), true);
    });

  it('S18: refused twice, ends it without a loop, and nothing is lost', async t => {
    const world = await open(t);
    world.gate.fates = [refusedWith(vendorsWord(401)), refusedWith(vendorsWord(401))];
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'not-sent');
    assert.equal(await visit.failure(), 'auth-required');
    await visit.load('ravens');
    await visit.until('pending');
    assert.equal(world.gate.updates.length, 2);

    assert.equal(await visit.switchClan(), 'rewarded');
    await isShownOnce(visit, as('answer'), true);
  });

  for (const [name, answer, failure] of [
    ['hangs', () => new Promise<string>(() => undefined), 'timeout'],
    ['fails', () => Promise.reject(new Error('no')), 'auth-required'],
  ] as const)
    it(`S19: whose provider ${name} when it is to be replaced, ends it`, async t => {
      const world = await open(t);
      world.gate.fates = [refusedWith(vendorsWord(401))];
      tokensOf(world, () => world.sandbox.token(), answer);
      // Long enough for the first token on a busy machine, too.
      const visit = await world.visit({internals: {tokenTimeoutMs: 8_000}});
      await visit.move('ravens');

      assert.equal(await visit.switchClan(), 'not-sent');
      assert.equal(await visit.failure(), failure);
      assert.equal(world.gate.updates.length, 1);

      assert.equal(await visit.switchClan(), 'rewarded');
      await isShownOnce(visit, as('answer'), true);
    });

  it('S19: given again after a refusal, is sent again all the same', async t => {
    const world = await open(t);
    world.gate.fates = [refusedWith(vendorsWord(401))];
    const token = await world.sandbox.token();
    tokensOf(
      world,
      () => token,
      () => token,
    );
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'rewarded');

    const sent = world.gate.updates.map(({request}) => request.headers.authorization);
    assert.deepEqual(sent, [`Bearer ${token}`, `Bearer ${token}`]);
    await isShownOnce(visit, as('answer'), true);
  });

  it('S19: of another player in place of a refused one, is not sent', async t => {
    const world = await open(t);
    world.gate.fates = [refusedWith(vendorsWord(401))];
    tokensOf(
      world,
      () => world.sandbox.token(),
      () => world.sandbox.token('winner'),
    );
    const visit = await world.visit();
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'not-sent');

    assert.equal(world.gate.updates.length, 1);
    assert.deepEqual(await visit.receipts(), []);
  });

  it('S20: past its end by the local clock, is sent, since the server decides', async t => {
    const world = await open(t);
    const visit = await world.visit({init: `${JUMPING_CLOCK} jump(${TEN_YEARS});`});
    await visit.move('ravens');

    assert.equal(await visit.switchClan(), 'rewarded');

    await isShownOnce(visit, as('answer'), true);
    assert.equal(world.gate.updates.length, 1);
  });

  const held: Fate = () => undefined;
  for (const [name, end, source] of [
    ['whole', async update => update.answer(await update.apply()), 'answer'],
    ['lost', async update => (await update.apply(), update.close()), 'recovered'],
  ] as const satisfies readonly (readonly [string, Fate, string])[])
    it(`I5: of another player during the update shows nothing of the first one, whose answer is ${name}`, async t => {
      const world = await open(t);
      world.gate.keepAlive = false;
      world.gate.fates = [held];
      const visit = await world.visit();
      await visit.move('ravens');
      await visit.startSwitch();
      const update = await world.gate.arrived();

      tokensOf(world, () => world.sandbox.token('winner'));
      await visit.page.evaluate(() => {
        player.session.signOut();
        player.session.refresh();
      });
      await visit.until('settled');
      await end(update);
      // What this player asks for, the server has answered; what the first one sent, it has carried out.
      await visit.page.evaluate(() => player.session.clanSwitch.preview());
      assert.deepEqual([await visit.receipts(), world.gate.updates.length], [[], 1]);

      await visit.page.evaluate(() => {
        player.session.signOut();
        player.session.refresh();
      });
      await isShownOnce(visit, as(source), true);
    });
});
