import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {silent} from './fates.js';
import {applied} from './gate.js';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import {as, isShownOnce, type Visit, type World} from './players.js';

/** Two pages of one player, both of which know that the clan has changed. */
async function twoTabs(world: World): Promise<readonly [Visit, Visit]> {
  const tabs = [await world.visit(), await world.visit()] as const;
  await Promise.all(tabs.map(tab => tab.until('settled')));
  await Promise.all(tabs.map(tab => tab.move('ravens')));
  return tabs;
}

/**
 * Clicks in both at the same moment, which a busy wait meets better than a timer. On a slow machine one tab may still be
 * late, so no answer comes before the other tab waits for its turn.
 */
function clickAtOnce({gate}: World, tabs: readonly Visit[]): Promise<string[]> {
  const [{page: anyPage}] = tabs as [Visit];
  const isOneWaiting = async (): Promise<boolean> => (await navigator.locks.query()).pending!.length > 0;
  gate.fates = [async update => void (await anyPage.waitForFunction(isOneWaiting), await applied(update))];
  const moment = Date.now() + 300;
  const click = ({page}: Visit): Promise<string> =>
    page.evaluate(at => {
      while (Date.now() < at);
      return player.session.clanSwitch.switchClan();
    }, moment);
  return Promise.all(tabs.map(click));
}

describe('Two tabs of one player', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  it('S38: that click at once send one update, show one receipt, and one acknowledgement clears both', async t => {
    const world = await open(t);
    const tabs = await twoTabs(world);

    assert.deepEqual(await clickAtOnce(world, tabs), ['rewarded', 'rewarded']);

    assert.equal(world.gate.updates.length, 1);
    const [one, other] = await Promise.all(tabs.map(tab => tab.untilReceipts(1)));
    assert.deepEqual(one, other);
    assert.deepEqual(one![0]!.rewards, as('answer'));
    await tabs[0].acknowledge(one![0]!.id);
    assert.deepEqual(await tabs[1].untilReceipts(0), []);
  });

  it('S38: of which one switches, show the receipt in both', async t => {
    const world = await open(t);
    const tabs = await twoTabs(world);

    await tabs[0].switchClan();

    assert.deepEqual(await tabs[1].untilReceipts(1), await tabs[0].receipts());
    await isShownOnce(tabs[1], as('answer'), true);
    assert.deepEqual(await tabs[0].receipts(), []);
  });

  it('S38: that click at once where nothing is left behind, send one update', async t => {
    const world = await open(t);
    const first = await world.visit();
    await first.page.evaluate(() => player.session.claimStep(101, 1002));
    await first.page.evaluate(() => player.session.claimStep(101, 1003));
    const tabs = [first, await world.visit()];
    await Promise.all(tabs.map(tab => tab.move('ravens')));

    assert.deepEqual(await clickAtOnce(world, tabs), ['nothing', 'nothing']);

    assert.equal(world.gate.updates.length, 1);
    assert.deepEqual(await Promise.all(tabs.map(tab => tab.state())), [{status: 'settled'}, {status: 'settled'}]);
  });

  it('S39: of which one crashes with the lock, go on in the other, which recovers what was sent', async t => {
    const world = await open(t);
    const [one, other] = await twoTabs(world);
    world.gate.fates = [silent];
    await one.startSwitch();
    await (await world.gate.arrived()).apply();
    const outcome = other.switchClan();
    await other.until('switching');

    await one.crash();

    assert.equal(await outcome, 'rewarded');
    await isShownOnce(other, as('recovered'), true);
    assert.equal(world.gate.updates.length, 1);
  });
});
