import {test} from 'node:test';

import fc from 'fast-check';

import {acts, playOrders} from './drawn-orders.js';

const RUNS = Number(process.env['ORDER_WORLDS'] ?? 40);
/** Where the runs are drawn from; a failure prints the path to its own. */
const SEED = Number(process.env['ORDER_WORLDS_SEED'] ?? 18);

test('whatever happens, there is no second order while one is open, and none that was paid is forgotten', async () => {
  await fc.assert(fc.asyncProperty(acts, playOrders), {numRuns: RUNS, seed: SEED, includeErrorInReport: true});
});
