import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import type {RawAnswer} from '../../../src/clan-switch/update.js';
import {LiveOpsError} from '../../../src/errors.js';
import {waitUntil} from '../../support/wait-until.js';
import {later} from '../../support/deferred.js';
import {boxChain, granted} from './parts.js';
import {lists, refuses, switchOver} from './make-switch.js';

/** A switch whose update is on its way. */
async function underWay(plan: Parameters<typeof switchOver>[0] = {}) {
  const answer = later<RawAnswer>();
  const parts = switchOver({send: () => answer.promise, ...plan});
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

test('after 120 seconds the answer is given up and looked up', async () => {
  const {clock, calls, done, status, receipts} = await underWay();

  clock.pass(120_000);

  assert.equal(await done, 'uncertain');
  assert.equal(status(), 'settled');
  assert.deepEqual(receipts(), [{complete: false, rewards: ['box: expected']}]);
  assert.deepEqual(calls, ['read', 'send', 'read', 'switched']);
});

test('where the look fails, too, the end is still to be found', async () => {
  let reads = 0;
  const readChains = async () => (reads++ ? Promise.reject(new LiveOpsError('network', 'Offline.')) : [boxChain]);
  const {clanSwitch, clock, done, receipts} = await underWay({readChains});

  clock.pass(120_000);

  assert.equal(await done, 'uncertain');
  assert.deepEqual(receipts(), []);
  const state = clanSwitch.$state.get();
  assert.deepEqual(state.status === 'recovering' && state.expected.map(({sku}) => sku), ['box']);
});

for (const [kind, settle] of [
  ['that lists nothing', ({resolve}) => resolve(lists())],
  ['that refuses', ({resolve}) => resolve(refuses(403))],
  ['that breaks off', ({reject}) => reject(new Error('gone'))],
] as [string, (answer: ReturnType<typeof later<RawAnswer>>) => void][]) {
  test(`an answer ${kind} after the give-up changes neither state nor receipts`, async () => {
    const {clanSwitch, clock, answer, done, states} = await underWay();
    clock.pass(120_000);
    await done;
    const before = clanSwitch.$receipts.get();
    const seen = states.length;

    settle(answer);
    await setImmediate();

    assert.deepEqual(clanSwitch.$receipts.get(), before);
    assert.equal(states.length, seen);
  });
}

test('an answer after the give-up puts what it lists on the receipt that was made without it', async () => {
  const {clanSwitch, clock, answer, calls, done, receipts} = await underWay();
  clock.pass(120_000);
  await done;
  const {id} = clanSwitch.$receipts.get()[0]!;

  answer.resolve(lists(granted('box'), granted('gem')));
  await setImmediate();

  assert.deepEqual(receipts(), [{complete: true, rewards: ['box: answer', 'gem: answer']}]);
  assert.equal(clanSwitch.$receipts.get()[0]?.id, id);
  assert.equal(calls.filter(call => call === 'send').length, 1);
});

test('what such an answer does not list stays on the receipt as it was', async () => {
  const {clock, answer, done, receipts} = await underWay();
  clock.pass(120_000);
  await done;

  answer.resolve(lists(granted('gem')));
  await setImmediate();

  assert.deepEqual(receipts(), [{complete: false, rewards: ['gem: answer', 'box: expected']}]);
});

test('such an answer ends a switch that could not be looked up either, and is on the disk', async () => {
  let reads = 0;
  const readChains = async () => (reads++ ? Promise.reject(new LiveOpsError('network', 'Offline.')) : [boxChain]);
  const {clock, answer, calls, disk, done, receipts, status} = await underWay({readChains});
  clock.pass(120_000);
  await done;
  assert.equal(status(), 'recovering');

  answer.resolve(lists(granted('box')));
  await setImmediate();

  const rewards = [{complete: true, rewards: ['box: answer']}];
  assert.deepEqual([receipts(), status()], [rewards, 'settled']);
  assert.equal(calls.filter(call => call === 'send').length, 1);
  const next = switchOver({disk});
  await waitUntil(() => next.receipts().length, 'the receipt on the next page');
  assert.deepEqual(next.receipts(), rewards);
});

test('such an answer that refuses ends a switch that could not be looked up, and nothing more is sent', async () => {
  let reads = 0;
  const readChains = async () => (reads++ ? Promise.reject(new LiveOpsError('network', 'Offline.')) : [boxChain]);
  const {clanSwitch, clock, answer, calls, done} = await underWay({readChains});
  clock.pass(120_000);
  await done;

  answer.resolve(refuses(403));
  await setImmediate();

  const state = clanSwitch.$state.get();
  assert.equal(state.status === 'failed' && state.error.code, 'forbidden');
  assert.equal(calls.filter(call => call === 'send').length, 1);
});

test('such an answer shows nothing again that was acknowledged meanwhile, here or on the next page', async () => {
  const {clanSwitch, clock, answer, disk, done, receipts} = await underWay();
  clock.pass(120_000);
  await done;
  await clanSwitch.acknowledge(clanSwitch.$receipts.get()[0]!.id);

  answer.resolve(lists(granted('box')));
  await setImmediate();

  assert.deepEqual(receipts(), []);
  const next = switchOver({disk});
  await setImmediate();
  assert.deepEqual(next.receipts(), []);
});

test('such an answer is told where nothing seemed to have come of the switch', async () => {
  const first = later<RawAnswer>();
  const board = [{name: 'winner', amount: 555}];
  const answers = [first.promise, Promise.resolve(lists())];
  const readChains = async () => [{...boxChain, topContributors: board}];
  const {clanSwitch, clock, calls, receipts} = switchOver({readChains, send: () => answers.shift()!});
  const done = clanSwitch.switchClan();
  await waitUntil(() => calls.includes('send'), 'the update');
  clock.pass(120_000);
  assert.equal(await done, 'uncertain');
  assert.deepEqual([receipts(), calls.filter(call => call === 'send').length], [[], 2]);

  first.resolve(lists(granted('box')));
  await setImmediate();

  assert.deepEqual(receipts(), [{complete: true, rewards: ['box: answer']}]);
});

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
