import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {ClaimWorld, type Fate, FATES, type Look, LOOKS, STEPS, WORLDS} from './claim-world.js';

type Act = {readonly name: string; run(world: ClaimWorld): unknown};

const RUNS = Number(process.env['CLAIM_WORLDS'] ?? 15);

const act = (name: string, run: Act['run']): Act => ({name, run});
const press = fc.constantFrom(...STEPS).map(step => act(`press ${step}`, world => void world.press(step)));

const acts = fc.oneof(
  {arbitrary: press, weight: 4},
  fc
    .array(fc.constantFrom<Fate>(...FATES), {minLength: 1, maxLength: 3})
    .map(fates => act(`claims: ${fates.join()}`, world => (world.fates = [...fates]))),
  fc
    .array(fc.constantFrom<Look>(...LOOKS), {minLength: 1, maxLength: 3})
    .map(looks => act(`looks: ${looks.join()}`, world => (world.looks = [...looks]))),
  fc.constant(act('time', world => world.settle())),
  fc.constant(act('answers', world => world.release())),
  fc.constant(act('sign out', world => world.signOut())),
  fc
    .constantFrom('ana' as const, 'ben' as const)
    .map(player => act(`${player} signs in`, world => world.signIn(player))),
  fc.constant(act('reload', world => world.reload())),
);

/** Whether each press was told the truth, and by when. */
function assertTold(world: ClaimWorld): void {
  assert.deepEqual(world.faults, []);
  for (const press of world.presses) {
    assert.ok(press.result, `a press on step ${press.step} has no end`);
    const isTold = ['claimed', 'not-enough-points', 'not-available'].includes(press.result);
    if (isTold) assert.ok(press.isRight, press.result);
    const codes = ['claimed', 'outcome-unknown', 'rate-limited', 'auth-required', 'aborted', ...world.family.codes];
    assert.ok(codes.includes(press.result), press.result);
    assert.equal(press.result === 'aborted', press.hasLeft === true);
  }
}

for (const family of WORLDS)
  test(`whatever becomes of ${family.name}, players and pages, each press is told the truth, and nobody claims for another`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, {minLength: 3, maxLength: 14}), async drawn => {
        const world = new ClaimWorld(family);
        for (const {run} of drawn) await run(world);
        for (let round = 0; round < 4; round++) {
          await world.settle();
          world.release();
        }
        await world.settle();
        assertTold(world);

        // Calm: what the player presses now is claimed.
        [world.fates, world.looks] = [[], []];
        await Promise.all([world.press(1), world.press(1), world.press(2)]);
        assert.deepEqual(
          world.presses.slice(-3).map(({result, isRight}) => [result, isRight]),
          Array.from({length: 3}, () => ['claimed', true]),
        );
        assertTold(world);
        world.reload();
      }),
      {numRuns: RUNS, includeErrorInReport: true},
    );
  });
