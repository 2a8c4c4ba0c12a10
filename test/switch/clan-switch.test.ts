import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError} from '../../src/errors.js';
import type {Reading} from '../../src/switch/outcome.js';
import {chain, granted, reward, step} from './parts.js';
import {lists, switchOver} from './switch-over.js';

const LOST: Reading = {kind: 'unknown'};
const REFUSED: Reading = {kind: 'refused', error: new LiveOpsError('rate-limited', 'Too many.', {status: 429})};

/** Switches over an answer, and gives all that is left of it. */
async function switchWith(reading: Reading, plan: Parameters<typeof switchOver>[0] = {}) {
  const parts = switchOver({sendUpdate: async () => reading, ...plan});
  const outcome = await parts.clanSwitch.switchClan();
  const receipts = parts.clanSwitch.$receipts.get().map(({complete, rewards}) => ({
    complete,
    rewards: rewards.map(({sku, source}) => `${sku}: ${source}`),
  }));
  return {...parts, outcome, receipts};
}

test('rewards end in a receipt and the state settles', async () => {
  const {outcome, receipts, states, calls} = await switchWith(lists(granted('box')));

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receipts, [{complete: true, rewards: ['box: answer']}]);
  assert.deepEqual(states, [{status: 'settled'}, {status: 'switching', slow: false}, {status: 'settled'}]);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('nothing expected and nothing granted leaves no receipt', async () => {
  const {outcome, receipts, calls} = await switchWith(lists(), {readChains: async () => []});

  assert.deepEqual([outcome, receipts], ['nothing', []]);
  assert.deepEqual(calls, ['read', 'send', 'switched']);
});

test('an empty answer with something expected is never "nothing"', async () => {
  const {outcome, receipts} = await switchWith(lists());

  assert.deepEqual([outcome, receipts], ['uncertain', [{complete: false, rewards: ['box: expected']}]]);
});

test('a short answer keeps what came beside what was expected', async () => {
  const two = [chain(101, 9, step(1, 9, [reward('box')])), chain(102, 9, step(2, 9, [reward('box')]))];

  const {outcome, receipts} = await switchWith(lists(granted('box')), {readChains: async () => two});

  assert.equal(outcome, 'uncertain');
  assert.deepEqual(receipts, [{complete: false, rewards: ['box: answer', 'box: expected']}]);
});

test('a lost answer leaves a receipt of what was expected, and everything shown is asked for anew', async () => {
  const {outcome, receipts, calls} = await switchWith(LOST);

  assert.deepEqual([outcome, receipts], ['uncertain', [{complete: false, rewards: ['box: expected']}]]);
  assert.equal(calls[2], 'switched');
});

test('a lost answer with nothing expected is uncertain, too', async () => {
  const {outcome, receipts} = await switchWith(LOST, {readChains: async () => []});

  assert.deepEqual([outcome, receipts], ['uncertain', [{complete: false, rewards: []}]]);
});

test('an answer with an unreadable row is uncertain although nothing is missing', async () => {
  const reading: Reading = {kind: 'granted', rewards: [granted('box'), granted('')], whole: false};

  const {outcome, receipts} = await switchWith(reading);

  assert.deepEqual([outcome, receipts], ['uncertain', [{complete: false, rewards: ['box: answer', ': answer']}]]);
});

test('a refusal is a failure with its reason, and nothing is asked for anew', async () => {
  const {outcome, receipts, clanSwitch, calls} = await switchWith(REFUSED);

  assert.deepEqual([outcome, receipts], ['not-sent', []]);
  const state = clanSwitch.$state.get();
  assert.deepEqual(state.status === 'failed' && [state.error.code, state.error.status], ['rate-limited', 429]);
  assert.deepEqual(calls, ['read', 'send']);
});

test('where the chains cannot be read nothing is sent', async () => {
  const offline = new LiveOpsError('network', 'Offline.');

  const {outcome, clanSwitch, calls} = await switchWith(lists(), {readChains: () => Promise.reject(offline)});

  assert.equal(outcome, 'not-sent');
  assert.deepEqual(clanSwitch.$state.get(), {status: 'failed', error: offline});
  assert.deepEqual(calls, ['read']);
});

test('receipts of two switches stay apart until each is acknowledged', async () => {
  const {clanSwitch} = await switchWith(lists(granted('box')));
  await clanSwitch.switchClan();
  const [first, second] = clanSwitch.$receipts.get();

  await clanSwitch.acknowledge(first!.id);

  assert.deepEqual(clanSwitch.$receipts.get(), [second]);
});
