import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../../src/errors.js';
import {waitUntil} from '../../support/wait-until.js';
import {chain, granted, reward, step} from './parts.js';
import {lists, refuses, switchOver} from './make-switch.js';

/** Switches, and gives all that is left of it. */
async function switchWith(plan: Parameters<typeof switchOver>[0]) {
  const parts = switchOver(plan);
  const outcome = await parts.clanSwitch.switchClan();
  return {...parts, outcome};
}

const lost = async () => undefined;

test('rewards end in a receipt and the state settles', async () => {
  const {outcome, receipts, states, calls} = await switchWith({send: async () => lists(granted('box'))});

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receipts(), [{complete: true, rewards: ['box: answer']}]);
  assert.deepEqual(states, [{status: 'settled'}, {status: 'switching', slow: false}, {status: 'settled'}]);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('nothing expected and nothing granted leaves no receipt', async () => {
  const {outcome, receipts, calls} = await switchWith({readChains: async () => []});

  assert.deepEqual([outcome, receipts()], ['nothing', []]);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('an empty answer with something expected is looked up, and never "nothing"', async () => {
  const {outcome, receipts, calls} = await switchWith({});

  assert.deepEqual([outcome, receipts()], ['uncertain', [{complete: false, rewards: ['box: expected']}]]);
  assert.deepEqual(calls, ['read', 'send', 'read', 'switched']);
});

test('a short answer keeps its rewards next to the expected ones', async () => {
  const two = [chain(101, 9, step(1, 9, [reward('box')])), chain(102, 9, step(2, 9, [reward('box')]))];

  const {outcome, receipts} = await switchWith({
    send: async () => lists(granted('box')),
    readChains: async () => two,
  });

  assert.equal(outcome, 'uncertain');
  assert.deepEqual(receipts(), [{complete: false, rewards: ['box: answer', 'box: expected']}]);
});

test('a lost answer is looked up, and what cannot be told is in a receipt of what was expected', async () => {
  const {outcome, receipts, calls} = await switchWith({send: lost});

  assert.deepEqual([outcome, receipts()], ['uncertain', [{complete: false, rewards: ['box: expected']}]]);
  assert.deepEqual(calls, ['read', 'send', 'read', 'switched']);
});

test('a lost answer with nothing expected is sent once more, and then waits to be looked up', async () => {
  const {outcome, receipts, calls, clanSwitch} = await switchWith({send: lost, readChains: async () => []});

  assert.deepEqual([outcome, receipts()], ['uncertain', []]);
  assert.deepEqual(calls, ['read', 'send', 'read', 'send']);
  assert.deepEqual(clanSwitch.$state.get(), {status: 'recovering', expected: []});
});

test('an answer with an unreadable row is uncertain although nothing is missing', async () => {
  const {outcome, receipts} = await switchWith({send: async () => lists(granted('box'), granted(''))});

  assert.deepEqual([outcome, receipts()], ['uncertain', [{complete: false, rewards: ['box: answer', ': answer']}]]);
});

test('a refusal is a failure with its reason, and nothing is asked for again', async () => {
  const {outcome, receipts, clanSwitch, calls} = await switchWith({send: async () => refuses(422)});

  assert.deepEqual([outcome, receipts()], ['not-sent', []]);
  const state = clanSwitch.$state.get();
  assert.deepEqual(state.status === 'failed' && [state.error.code, state.error.status], ['invalid', 422]);
  assert.deepEqual(calls, ['read', 'send']);
});

test('where the chains cannot be read nothing is sent', async () => {
  const offline = new LiveOpsError('network', 'Offline.');

  const {outcome, clanSwitch, calls} = await switchWith({readChains: () => Promise.reject(offline)});

  assert.equal(outcome, 'not-sent');
  assert.deepEqual(clanSwitch.$state.get(), {status: 'failed', error: offline});
  assert.deepEqual(calls, ['read']);
});

test('where nothing outlives the page nothing is sent, unless that is accepted', async () => {
  const {outcome, clanSwitch, calls} = await switchWith({durable: false, send: async () => lists(granted('box'))});
  const state = clanSwitch.$state.get();
  assert.deepEqual(
    [outcome, state.status === 'failed' && state.error.code, calls],
    ['not-sent', 'storage-unavailable', ['read']],
  );

  assert.equal(await clanSwitch.switchClan({allowVolatile: true}), 'rewarded');

  assert.equal(clanSwitch.$receipts.get()[0]?.durable, false);
});

test('receipts of two switches stay apart until each is acknowledged', async () => {
  const {clanSwitch} = await switchWith({send: async () => lists(granted('box'))});
  await clanSwitch.switchClan();
  const [first, second] = clanSwitch.$receipts.get();
  assert.ok(second);

  await clanSwitch.acknowledge(first!.id);

  assert.deepEqual(clanSwitch.$receipts.get(), [second]);
});

test('receipts outlive the session, and acknowledged ones do not come back', async () => {
  const {clanSwitch, disk} = await switchWith({send: async () => lists(granted('box'))});
  await clanSwitch.switchClan();
  const [first, second] = clanSwitch.$receipts.get();
  await clanSwitch.acknowledge(first!.id);

  const next = switchOver({disk});
  next.clanSwitch.$receipts.listen(() => undefined);
  await waitUntil(() => next.clanSwitch.$receipts.get().length, 'the receipt of the earlier visit');

  assert.deepEqual(next.clanSwitch.$receipts.get(), [second]);
});
