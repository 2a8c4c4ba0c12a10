import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SIDE_BY_SIDE, useWorlds} from './fair.js';
import type {Visit} from './players.js';

/** A step of each family: how a page shows the list, claims the step, and sees that it is claimed. */
const FAMILIES = [
  {
    name: 'a reward step',
    watch: ({page}: Visit) => page.evaluate(() => void player.session.$rewardChains.subscribe(() => undefined)),
    claim: ({page}: Visit) => page.evaluate(() => player.session.claimStep(101, 1002)),
    showsClaim: ({page}: Visit) =>
      page.waitForFunction(() => {
        const state = player.session.$rewardChains.value;
        const chains = state.status === 'ready' ? state.value : [];
        return chains.find(({id}) => id === 101)?.steps.find(({id}) => id === 1002)?.claimed;
      }),
  },
  {
    name: 'a day',
    watch: ({page}: Visit) => page.evaluate(() => void player.session.$dailyChains.subscribe(() => undefined)),
    claim: ({page}: Visit) => page.evaluate(() => player.session.claimDay(201, 3)),
    showsClaim: ({page}: Visit) =>
      page.waitForFunction(() => {
        const state = player.session.$dailyChains.value;
        const chains = state.status === 'ready' ? state.value : [];
        return chains.find(({id}) => id === 201)?.steps.find(({number}) => number === 3)?.status === 'claimed';
      }),
  },
];

describe('Two tabs of one player', SIDE_BY_SIDE, () => {
  const open = useWorlds();

  for (const {name, watch, claim, showsClaim} of FAMILIES) {
    it(`that claim ${name} at once get it once, and both show it`, async t => {
      const world = await open(t);
      const tabs = [await world.visit(), await world.visit()];
      await Promise.all(tabs.map(watch));

      await Promise.all(tabs.map(claim));

      await Promise.all(tabs.map(showsClaim));
      const granted = (await world.sandbox.readLog()).filter(({method, status}) => method === 'POST' && status === 204);
      assert.equal(granted.length, 1);
    });

    it(`show ${name} as claimed in both, though one alone has claimed it and neither polls`, async t => {
      const world = await open(t);
      const tabs = [await world.visit(), await world.visit()];
      await Promise.all(tabs.map(watch));

      await claim(tabs[0]!);

      await Promise.all(tabs.map(showsClaim));
      assert.deepEqual(
        tabs.flatMap(({errors}) => errors),
        [],
      );
    });
  }
});
