import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {describe, it} from 'node:test';

import type {RewardChain} from '../../../src/model.js';
import {boxChain} from './parts.js';
import {lists, switchOver} from './make-switch.js';

const MINUTE_MS = 60_000;
const boardOf = (name: string): readonly RewardChain[] => [{...boxChain, topContributors: [{name, amount: 600}]}];
const [WOLVES, OWLS] = [boardOf('winner'), boardOf('strix')];

/** A device on which the wolves are on record, and whose player has moved to the owls on another device. */
async function behind(disk = new Map<string, string>()) {
  const home = switchOver({disk, readChains: async () => WOLVES});
  await setImmediate();
  home.clanSwitch.observe(WOLVES);
  await setImmediate();
  home.clanSwitch.destroy();
  const page = switchOver({clan: 'owls', disk, readChains: async () => OWLS, send: async () => lists()});
  await setImmediate();
  return {...page, disk};
}

/** A press whose answer lists nothing, and the minute after it. */
async function press({clanSwitch, clock}: ReturnType<typeof switchOver>): Promise<void> {
  await clanSwitch.switchClan();
  clock.pass(MINUTE_MS);
  await setImmediate();
  await setImmediate();
}

const claimable = async ({clanSwitch}: ReturnType<typeof switchOver>): Promise<number> =>
  (await clanSwitch.preview()).flatMap(chain => chain.claimable).length;

describe('a device that learns of a switch on another one', () => {
  it('offers the switch once; answered without an effect, it is no news on later visits', async () => {
    const page = await behind();
    assert.equal(page.status(), 'pending');

    await press(page);
    assert.deepEqual(page.clanSwitch.$state.get(), {status: 'pending', unchanged: true});
    const next = switchOver({clan: 'owls', disk: page.disk});
    await setImmediate();

    assert.equal(next.status(), 'settled');
  });

  it('takes another clan for news again', async () => {
    const page = await behind();
    await press(page);

    const next = switchOver({clan: 'ravens', disk: page.disk});
    await setImmediate();

    assert.equal(next.status(), 'pending');
  });

  it('keeps saying so on the page that has found it out, whatever wakes it', async () => {
    const page = await behind();
    await press(page);

    page.clanSwitch.wake();
    await setImmediate();

    assert.deepEqual(page.clanSwitch.$state.get(), {status: 'pending', unchanged: true});
  });

  it('does not show the new clan’s rewards as those that a switch would claim', async () => {
    assert.equal(await claimable(await behind()), 0);
  });

  it('shows them where the boards are still the old clan’s, or unknown', async () => {
    const disk = new Map<string, string>();
    await behind(disk);
    const old = switchOver({clan: 'owls', disk, readChains: async () => WOLVES});
    await setImmediate();
    assert.equal(await claimable(old), 1);

    const unknown = switchOver({clan: 'wolves', readChains: async () => OWLS});
    await setImmediate();
    unknown.$clan.set('owls');
    assert.equal(await claimable(unknown), 1);
  });

  it('does not take the new clan’s boards for the old one’s where the game is late', async () => {
    const disk = new Map<string, string>();
    await behind(disk);
    const late = switchOver({clan: 'wolves', disk});
    await setImmediate();
    late.clanSwitch.observe(OWLS);
    await setImmediate();

    const next = switchOver({clan: 'owls', disk, readChains: async () => OWLS});
    await setImmediate();

    assert.equal(await claimable(next), 0);
  });
});

describe('an acknowledgement', () => {
  for (const id of ['clan', 'undefined', 'nobody’s'])
    it(`of ${id} changes nothing on the disk`, async () => {
      const {clanSwitch, disk} = await behind();
      const before = [...disk];

      await clanSwitch.acknowledge(id);
      await clanSwitch.acknowledge(undefined as unknown as string);

      assert.deepEqual([...disk], before);
    });
});
