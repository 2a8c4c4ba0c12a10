import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

async function claimed(visitor: Visitor, chainId = 101): Promise<number[]> {
  const {steps} = await visitor.chain(chainId);
  return steps.filter(({is_claimed}) => is_claimed).map(({step_id}) => step_id);
}

async function move(visitor: Visitor, clan: string | null): Promise<string[]> {
  await visitor.setClan(clan);
  return await visitor.updateClan();
}

test('a reached step is claimed with 204 and no body', async () => {
  const answer = await rocket.claim(101, 1002);

  assert.deepEqual([answer.status, await answer.text()], [204, '']);
  assert.deepEqual(await claimed(rocket), [1001, 1002]);
});

test('a claim costs no points', async () => {
  await rocket.claim(101, 1003);

  assert.equal((await rocket.balance(101)).amount, 1155);
});

test('a claim is the member’s own', async () => {
  const winner = await Visitor.signIn(sandbox, 'winner');

  await rocket.claim(101, 1002);

  assert.deepEqual(await claimed(winner), []);
  assert.equal((await winner.claim(101, 1002)).status, 204);
});

test('a step is claimed once', async () => {
  await rocket.claim(101, 1002);

  await assertRefused(await rocket.claim(101, 1002), 422, 9912, /already claimed/);
});

test('of many claims at once one succeeds', async () => {
  const answers = await Promise.all(Array.from({length: 20}, () => rocket.claim(101, 1002)));

  assert.equal(answers.filter(({status}) => status === 204).length, 1);
  assert.equal(answers.filter(({status}) => status === 422).length, 19);
});

test('a step out of reach is not claimed', async () => {
  await assertRefused(await rocket.claim(101, 1004), 422, 9913, /Not enough value points/);
  assert.deepEqual(await claimed(rocket), [1001]);
});

test('a step is reached at exactly its price', async () => {
  await rocket.contribute(101, 844);
  assert.equal((await rocket.claim(101, 1004)).status, 422);

  await rocket.contribute(101, 1);
  assert.equal((await rocket.claim(101, 1004)).status, 204);
});

test('a step of an individual chain is reached by the player’s own points', async () => {
  assert.equal((await rocket.claim(10, 12)).status, 422);

  await rocket.contribute(10, 70);

  assert.equal((await rocket.claim(10, 12)).status, 204);
  assert.deepEqual(await claimed(rocket, 10), [11, 12]);
});

test('a step, also one of another chain or of no chain, is not found', async () => {
  for (const [chainId, stepId] of [
    [101, 9999],
    [101, 11],
    [999, 1002],
  ] as const) {
    await assertRefused(await rocket.claim(chainId, stepId), 404, 9911, /step not found/);
  }
});

test('a player without a clan has not enough points for a clan chain', async () => {
  const loner = await Visitor.signIn(sandbox, 'loner');

  await assertRefused(await loner.claim(101, 1001), 422, 9913);
});

test('by default a step claimed in one clan is there again in the next', async () => {
  await move(rocket, 'owls');

  assert.deepEqual(await claimed(rocket), []);
  assert.equal((await rocket.claim(101, 1002)).status, 204);
});

test('by default a player who returns finds the claims of the old clan', async () => {
  await move(rocket, 'ravens');
  assert.deepEqual(await move(rocket, 'wolves'), []);

  assert.deepEqual(await claimed(rocket), [1001, 1002, 1003]);
});

test('per chain, a step claimed in one clan stays claimed in every other', async () => {
  await controlled(sandbox, 'PUT', '/options', {claims: 'per-chain'});

  await move(rocket, 'owls');

  assert.deepEqual(await claimed(rocket), [1001, 1002, 1003]);
  await assertRefused(await rocket.claim(101, 1002), 422, 9912);
});

test('per chain, a claim outlasts leaving the clan', async () => {
  await controlled(sandbox, 'PUT', '/options', {claims: 'per-chain'});

  await move(rocket, null);

  assert.deepEqual(await claimed(rocket), [1001, 1002, 1003]);
});

test('claims of an individual chain stay through a change of clan, by either rule', async () => {
  for (const claims of ['per-clan', 'per-chain']) {
    await controlled(sandbox, 'PUT', '/options', {claims});
    await move(rocket, claims === 'per-clan' ? 'owls' : 'ravens');

    assert.deepEqual(await claimed(rocket, 10), [11]);
  }
});
