import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Confirmation, ProjectAdmin} from '../../../src/admin/index.js';
import {assertRefusedHere, backEnd} from './back-end.js';

/** Every call that resets something of all players. */
const CALLS: Record<string, (admin: ProjectAdmin, confirmation: Confirmation) => Promise<void>> = {
  'bonuses.userLimits.resetForEveryone': ({bonuses}, given) => bonuses.userLimits.resetForEveryone(1, given),
  'discounts.userLimits.resetForEveryone': ({discounts}, given) => discounts.userLimits.resetForEveryone(1, given),
  'rewardChains.reset': ({rewardChains}, given) => rewardChains.reset(101, given),
  'dailyChains.reset': ({dailyChains}, given) => dailyChains.reset(202, given),
};

describe('A reset for all players', () => {
  const at = backEnd();

  for (const [name, call] of Object.entries(CALLS))
    it(`is not sent unless the call says so: ${name}`, async () => {
      for (const [confirmation, path] of [
        [undefined, 'confirmation'],
        [true, 'confirmation'],
        [{}, 'confirmation.confirm'],
        [{confirm: 'yes'}, 'confirmation.confirm'],
        [{confirm: 'all players', sure: true}, 'confirmation.sure'],
      ] as const)
        await assertRefusedHere(call(at.admin, confirmation as never), path);

      assert.deepEqual(await at.sandbox.readLog(), []);
    });
});
