import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {codeReasonOf} from '../../../src/codes/refusals.js';
import {type CodeEnd, CodeWorld, type Fate, FATES} from './code-world.js';

const RUNS = Number(process.env['CODE_WORLDS'] ?? 200);
/** Where the runs are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['CODE_WORLDS_SEED'] ?? 19);

type Act = {readonly name: string; run(world: CodeWorld): unknown};

const act = (name: string, run: Act['run']): Act => ({name, run});
const code = fc.constantFrom('ONE', 'TWO', 'MANY');

const acts = fc.array(
  fc.oneof(
    {arbitrary: code.map(wanted => act(`redeem ${wanted}`, world => world.redeem(wanted))), weight: 6},
    {
      arbitrary: fc
        .array(fc.constantFrom<Fate>(...FATES), {minLength: 1, maxLength: 3})
        .map(fates => act(`redemptions: ${fates.join()}`, world => (world.fates = [...fates]))),
      weight: 5,
    },
    code.map(wanted => act(`somebody uses ${wanted}`, world => world.use(wanted))),
    fc.constant(act('somebody is faster', world => (world.rival = true))),
    fc.nat(2).map(count => act(`${count} checks fail`, world => (world.failingChecks = count))),
    fc.constant(act('a minute', world => world.passMinute())),
    fc.constant(act('a reload', world => world.reload())),
    fc.constant(act('all is acknowledged', world => world.acknowledge())),
  ),
  {maxLength: 12},
);

/** What a page is told of a redemption has to be true, whatever the network does. */
function checkEnd({end, requests, granted, isDisturbed}: CodeEnd): void {
  assert.ok(requests <= 1, 'a redemption is sent once');
  // The page was closed; its receipt is checked at the end.
  if (end !== 'redeemed' && end.code === 'aborted') return;
  if (end === 'redeemed') return assert.ok(granted > 0, 'what is called redeemed was given');
  if (end.code !== 'outcome-unknown') return assert.equal(granted, 0, `${end.code} means that nothing was given`);
  assert.equal(requests, 1, 'what was not sent has no unknown end');
  if (codeReasonOf(end) === 'probably-redeemed') assert.ok(granted > 0 || isDisturbed, 'what is probably given was');
}

/** Whatever was given has a receipt, also where the page was closed, and nothing is called redeemed that was not. */
function checkReceipts({receipts, carriedOut}: CodeWorld): void {
  for (const wanted of ['ONE', 'TWO', 'MANY']) {
    const own = receipts.filter(({code: of}) => of === wanted);
    const given = carriedOut.get(wanted) ?? 0;
    assert.ok(own.length >= given, `${given} gifts of ${wanted} have ${own.length} receipts`);
    assert.ok(own.filter(({end}) => end === 'redeemed').length <= given, 'what a receipt calls redeemed was given');
  }
}

test('whatever happens, no redemption is sent twice, and none is called what it is not', async () => {
  const seen = new Set<string>();
  const play = async (all: readonly Act[]): Promise<void> => {
    const world = new CodeWorld();
    try {
      for (const {run} of all) await run(world);
      for (const end of world.ends) {
        seen.add(end.end === 'redeemed' ? end.end : codeReasonOf(end.end));
        checkEnd(end);
      }
      await world.reload();
      checkReceipts(world);
      for (const {end} of world.receipts) seen.add(`receipt ${end}`);
    } finally {
      world.close();
    }
  };

  await fc.assert(fc.asyncProperty(acts, play), {numRuns: RUNS, seed: SEED, includeErrorInReport: true});

  // Runs that never met a lost answer would prove nothing.
  for (const end of ['redeemed', 'limit', 'no-answer', 'probably-redeemed', 'too-many', 'other'])
    assert.ok(seen.has(end), end);
  for (const end of ['redeemed', 'probably-redeemed', 'unknown']) assert.ok(seen.has(`receipt ${end}`), end);
});
