import assert from 'node:assert/strict';
import {test} from 'node:test';

import {LiveOpsError, type LiveOpsErrorCode} from '../../src/errors.js';
import type {RewardChain} from '../../src/model.js';
import {claimStep} from '../../src/switch/step-claim.js';
import {createTurns} from '../../src/switch/turns.js';
import {chain, step} from './parts.js';

const STEP = {chainId: 101, stepId: 1002};
const refusal = (code: LiveOpsErrorCode) => () => Promise.reject(new LiveOpsError(code, 'Any words.'));
const lost = refusal('outcome-unknown');

/** Claims step 1002 of chain 101; `calls` tells what was used. */
function claim(send: () => Promise<void>, chains: () => Promise<readonly RewardChain[]> = () => assert.fail()) {
  const calls: string[] = [];
  const done = claimStep(STEP, {
    turns: createTurns(),
    send: () => (calls.push('send'), send()),
    readChains: () => (calls.push('read'), chains()),
  });
  return {done, calls};
}

function shows(claimed: boolean) {
  return async () => [chain(101, 900, step(1001, 1, [], !claimed), step(1002, 500, [], claimed)), chain(102, 0)];
}

test('a claim that is carried out is sent once, and nothing is looked up', async () => {
  const {done, calls} = claim(async () => undefined);

  await done;

  assert.deepEqual(calls, ['send']);
});

test('a step that the server calls claimed already is a success', async () => {
  const {done, calls} = claim(refusal('already-claimed'));

  await done;

  assert.deepEqual(calls, ['send']);
});

for (const code of ['not-enough-points', 'not-found', 'auth-required', 'invalid', 'rate-limited'] as const) {
  test(`a claim that is refused as ${code} rejects so and is not looked up`, async () => {
    const {done, calls} = claim(refusal(code));

    await assert.rejects(done, {code});
    assert.deepEqual(calls, ['send']);
  });
}

test('a lost answer is a success where the chain shows the step as claimed, and is sent once', async () => {
  const {done, calls} = claim(lost, shows(true));

  await done;

  assert.deepEqual(calls, ['send', 'read']);
});

test('a lost answer stays unknown where the chain shows the step as not claimed, and is sent once', async () => {
  const {done, calls} = claim(lost, shows(false));

  await assert.rejects(done, {code: 'outcome-unknown'});
  assert.deepEqual(calls, ['send', 'read']);
});

test('a step of the same number on another chain proves nothing', async () => {
  const {done} = claim(lost, async () => [chain(102, 900, step(1002, 500, [], true))]);

  await assert.rejects(done, {code: 'outcome-unknown'});
});

test('a lost answer stays unknown where step or chain is gone', async () => {
  for (const chains of [[], [chain(101, 900)]]) {
    await assert.rejects(claim(lost, async () => chains).done, {code: 'outcome-unknown'});
  }
});

test('where the chain cannot be read either, the error is that of the reading', async () => {
  await assert.rejects(claim(lost, refusal('network')).done, {code: 'network'});
});

test('a claim that fails lets the next one through', async () => {
  const turns = createTurns();
  const readChains = () => assert.fail();

  const failed = claimStep(STEP, {turns, readChains, send: refusal('not-enough-points')});
  const next = claimStep(STEP, {turns, readChains, send: async () => undefined});

  await assert.rejects(failed);
  await next;
});
