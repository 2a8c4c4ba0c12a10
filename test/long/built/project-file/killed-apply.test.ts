import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {KilledApply} from '../../../built/package/killed-apply.js';
import {type Change, changes, someOfAll} from '../../../unit/project-file/draws.js';

const DRAWS = Number(process.env['KILLED_APPLIES'] ?? 5);
/** Where the changes are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['KILLED_APPLIES_SEED'] ?? 21);
const LONGEST_MS = 30 * 60_000;

describe('An apply whose process is killed at each request', () => {
  const apply = new KilledApply();
  before(async () => await apply.open());
  after(async () => await apply.close());

  async function check(change: Change): Promise<void> {
    const whole = await apply.whole(change);
    for (const index of whole.received.keys())
      for (const moment of ['before', 'after'] as const) await apply.check(change, {request: index + 1, moment}, whole);
  }

  it('ends in the same state when it is run again', {timeout: LONGEST_MS}, async () => await check(someOfAll));

  it('does so for drawn changes', {timeout: LONGEST_MS}, async () => {
    await fc.assert(fc.asyncProperty(changes, check), {numRuns: DRAWS, seed: SEED, includeErrorInReport: true});
  });
});
