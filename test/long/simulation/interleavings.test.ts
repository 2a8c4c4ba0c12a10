import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {interleaving, playInterleaving} from './two-tabs.js';
import type {Finding} from './witness.js';

const RUNS = Number(process.env['INTERLEAVINGS'] ?? 100);
/** Where the orders are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['INTERLEAVINGS_SEED'] ?? 4);

test(`two tabs and two players keep every promise in ${RUNS} orders of events`, async () => {
  await checkOrders(true, []);
});

/*
 * Tabs that cannot see each other's locks take up one and the same open switch, both send for it, and the one that closes
 * it takes the other's receipt with it. `docs/internals/clan-switch.md` says so.
 */
test('without locks they still make nothing up, mix no players and come to rest', async () => {
  await checkOrders(false, ['lost silently', 'shown again', 'two updates at once']);
});

async function checkOrders(hasLocks: boolean, allowed: readonly Finding['kind'][]): Promise<void> {
  const unhandled: unknown[] = [];
  const onUnhandled = (error: unknown): void => void unhandled.push(error);
  process.on('unhandledRejection', onUnhandled);
  const property = fc.asyncProperty(interleaving, fc.scheduler(), async (chosen, scheduler) => {
    const findings = await playInterleaving(scheduler, {...chosen, hasLocks});
    const forbidden = findings.filter(({kind}) => !allowed.includes(kind));
    assert.deepEqual([...forbidden, ...unhandled], []);
  });
  await fc.assert(property, {numRuns: RUNS, seed: SEED, includeErrorInReport: true});
  process.off('unhandledRejection', onUnhandled);
}
