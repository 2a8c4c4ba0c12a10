import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {LiveOpsError} from '../../src/errors.js';
import type {Reading} from '../../src/switch/outcome.js';
import {waitUntil} from '../helpers/wait-until.js';
import {later} from './later.js';
import {granted} from './parts.js';
import {lists, switchOver} from './switch-over.js';

/** A switch whose update is on its way. */
async function underWay(plan: Parameters<typeof switchOver>[0] = {}) {
  const answer = later<Reading>();
  const parts = switchOver({sendUpdate: () => answer.promise, ...plan});
  const done = parts.clanSwitch.switchClan();
  await waitUntil(() => parts.calls.includes('send'), 'the update');
  return {...parts, answer, done};
}

test('after 15 seconds it is told that the switch takes long', async () => {
  const {clanSwitch, clock} = await underWay();

  clock.pass(14_999);
  assert.deepEqual(clanSwitch.$state.get(), {status: 'switching', slow: false});
  clock.pass(1);

  assert.deepEqual(clanSwitch.$state.get(), {status: 'switching', slow: true});
});

test('an answer after 15 seconds counts like any other', async () => {
  const {clanSwitch, clock, answer, done} = await underWay();
  clock.pass(119_999);

  answer.resolve(lists(granted('box')));

  assert.equal(await done, 'rewarded');
  assert.equal(clanSwitch.$receipts.get()[0]?.complete, true);
});

test('after 120 seconds the answer is given up, with a receipt of what was expected', async () => {
  const {clanSwitch, clock, done, status} = await underWay();

  clock.pass(120_000);

  assert.equal(await done, 'uncertain');
  assert.equal(status(), 'settled');
  const [receipt] = clanSwitch.$receipts.get();
  assert.deepEqual(
    receipt?.rewards.map(({sku, source}) => [sku, source]),
    [['box', 'expected']],
  );
  assert.equal(receipt.complete, false);
});

for (const [kind, settle] of [
  ['that grants', ({resolve}) => resolve(lists(granted('box')))],
  ['that refuses', ({resolve}) => resolve({kind: 'refused', error: new LiveOpsError('forbidden', 'No.')})],
  ['that breaks off', ({reject}) => reject(new Error('gone'))],
] as [string, (answer: ReturnType<typeof later<Reading>>) => void][]) {
  test(`an answer ${kind} after the give-up changes neither state nor receipts`, async () => {
    const {clanSwitch, clock, answer, done, states} = await underWay();
    clock.pass(120_000);
    await done;
    const before = clanSwitch.$receipts.get();
    const seen = states.length;

    settle(answer);
    await setImmediate();

    assert.equal(clanSwitch.$receipts.get(), before);
    assert.equal(states.length, seen);
  });
}

test('no timer outlives an answer', async () => {
  const {clock, answer, done} = await underWay();
  assert.deepEqual(clock.waits, [15_000, 120_000]);

  answer.resolve(lists(granted('box')));
  await done;
  await setImmediate();

  assert.deepEqual(clock.waits, []);
});

test('the time for the look at the chains does not count', async () => {
  const {clanSwitch, clock} = switchOver({readChains: () => new Promise(() => undefined)});
  void clanSwitch.switchClan();
  await setImmediate();

  assert.deepEqual(clock.waits, []);
});

test('after the give-up the next switch is possible', async () => {
  const {clanSwitch, clock, calls, done} = await underWay();
  clock.pass(120_000);
  await done;

  void clanSwitch.switchClan();

  await waitUntil(() => calls.filter(call => call === 'send').length === 2, 'the second update');
});
