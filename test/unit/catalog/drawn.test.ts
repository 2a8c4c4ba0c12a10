import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {fakeLocks, putGlobal} from '../../support/fake-locks.js';
import {type Fate, FATES, InstantWorld, type Player, type Way} from './instant-world.js';

const RUNS = Number(process.env['INSTANT_WORLDS'] ?? 100);
/** Where the runs are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['INSTANT_WORLDS_SEED'] ?? 20);

type Act = {readonly name: string; run(world: InstantWorld): unknown};

const act = (name: string, run: Act['run']): Act => ({name, run});
const ways = fc.constantFrom<Way>('free', 'gems');

const acts = fc.array(
  fc.oneof(
    {arbitrary: ways.map(way => act(`press ${way}`, world => world.press(way))), weight: 5},
    {arbitrary: fc.constant(act('time', world => world.settle())), weight: 3},
    {arbitrary: fc.constant(act('answers', world => world.release())), weight: 2},
    {
      arbitrary: fc
        .array(fc.constantFrom<Fate>(...FATES), {minLength: 1, maxLength: 3})
        .map(fates => act(`orders: ${fates.join()}`, world => (world.fates = [...fates]))),
      weight: 4,
    },
    fc.constantFrom(1, 20_000, 80_000).map(ms => act(`${ms} ms`, world => world.clock.pass(ms))),
    fc
      .constantFrom<Player>('ana', 'ben')
      .map(player => act(`${player} signs in`, world => world.player === player || world.signIn(player))),
    fc.constant(act('reload', world => world.reload())),
    fc.constant(act('another tab', world => world.tabs.length > 2 || world.openTab())),
    fc.constant(act('close the tab', world => world.tabs.length > 1 && world.closeTab())),
  ),
  {minLength: 3, maxLength: 20},
);

const ENDS = ['done', 'outcome-unknown', 'aborted', 'not-available', 'auth-required'];

/** Nothing is sent without a press, each press is sent once, and none is called what it was not. */
function checkPresses({presses, attempts}: InstantWorld): void {
  for (const attempt of attempts) assert.ok(attempt.press, 'an order without a press');
  for (const press of presses) {
    assert.ok(press.end !== undefined && ENDS.includes(press.end), `${press.end} is no end`);
    const own = attempts.filter(one => one.press === press && one.fate !== 'token refused');
    assert.ok(own.length <= 1, 'a press is sent once');
    const [sent] = own;
    if (press.end === 'not-available') assert.ok(!sent?.isGranted, 'what is refused was not carried out');
    if (press.end === 'done' && sent) assert.ok(sent.isGranted, 'what is done was carried out');
  }
}

/** What was sent last without an answer is shown to its player as that, in the next page too, and nothing else is. */
async function checkShown(world: InstantWorld, player: Player, seen: Set<string>): Promise<void> {
  await world.signIn(player);
  await world.reload();
  for (const [way, name] of [
    ['free', 'gift'],
    ['gems', 'potion for gem'],
  ] as const) {
    const mine = world.attempts.filter(one => one.player === player && one.way === way);
    const last = mine[mine.length - 1];
    const isShown = world.shown().includes(name);
    // A press that the player has left before it was sent says that the player knew of the one before.
    const later = world.presses.slice(last?.press ? world.presses.indexOf(last.press) + 1 : 0);
    const isSeen = later.some(press => press.player === player && press.way === way && press.end === 'aborted');
    if (last && !last.isAnswered && !isSeen) assert.ok(isShown, `${name} of ${player} is forgotten`);
    const isSure = !last || (last.isAnswered && last.press?.end !== 'aborted');
    if (isSure) assert.ok(!isShown, `${name} of ${player} has an end`);
    seen.add(isShown ? 'shown' : 'not shown');
  }
}

test('whatever happens, no order is sent twice, and none without an answer is forgotten', async () => {
  const seen = new Set<string>();
  const play = async (all: readonly Act[]): Promise<void> => {
    const restore = putGlobal('navigator', {locks: fakeLocks()});
    const world = new InstantWorld();
    try {
      for (const {run} of all) await run(world);
      world.fates = [];
      for (let round = 0; round < 3; round++) await world.release();
      for (const {end} of world.presses) seen.add(end ?? 'no end');
      checkPresses(world);
      await checkShown(world, 'ana', seen);
      await checkShown(world, 'ben', seen);
    } finally {
      world.close();
      restore();
    }
  };

  await fc.assert(fc.asyncProperty(acts, play), {numRuns: RUNS, seed: SEED, includeErrorInReport: true});

  // Runs that never met a lost answer would prove nothing.
  for (const end of [...ENDS, 'shown', 'not shown']) assert.ok(seen.has(end), end);
});
