import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fetchBalance, sendStepClaim} from '../../../src/reward-chains/calls.js';
import {FakeApi, json} from '../../support/fake-api.js';
import {httpOver} from '../http/fake-http.js';

const chain = {projectId: 44056, chainId: 101};
const BALANCE = 'GET v2/project/44056/user/reward_chain/101/balance';
const CLAIM = 'POST v2/project/44056/user/reward_chain/101/step/1002/claim';

function balanceOf(answer: () => Response) {
  return fetchBalance(httpOver(new FakeApi().on(BALANCE, answer).fetch), chain);
}

/** Claims step 1002 of an API that answers so; fails the test when the claim is not sent exactly once. */
async function claim(answer: () => Response | Promise<Response>): Promise<void> {
  const api = new FakeApi().on(CLAIM, answer);
  try {
    await sendStepClaim(httpOver(api.fetch), {...chain, stepId: 1002}, 'token-1');
  } finally {
    assert.equal(api.requests.length, 1);
  }
}

test('a balance is a value point', async () => {
  const balance = await balanceOf(() =>
    json({sku: 'points', name: 'Points', image_url: null, amount: 5, is_clan: false}),
  );

  assert.deepEqual(balance, {sku: 'points', name: 'Points', amount: 5, isClan: false});
});

test('a balance whose fields are rubbish is still a balance', async () => {
  assert.deepEqual(await balanceOf(() => json({amount: 'many', is_clan: 'yes'})), {sku: '', name: '', amount: null});
});

test('a balance that is no object is a bad answer', async () => {
  for (const body of [null, [], 'x', 1]) {
    await assert.rejects(
      balanceOf(() => json(body)),
      {code: 'bad-answer'},
      JSON.stringify(body),
    );
  }
});

test('a balance above 64 KiB is a bad answer', async () => {
  await assert.rejects(
    balanceOf(() => json({name: 'x'.repeat(64 * 1024)})),
    {code: 'bad-answer'},
  );
});

test('a claim that is carried out is answered without a body', async () => {
  await claim(() => new Response(null, {status: 204}));
});

for (const [status, errorCode, code] of [
  [401, 1501, 'auth-required'],
  [404, 9911, 'not-found'],
  [422, 9912, 'already-claimed'],
  [422, 9913, 'not-enough-points'],
  [422, 1102, 'invalid'],
] as const) {
  test(`a claim refused by ${status} and ${errorCode} is ${code} and sent once`, async () => {
    await assert.rejects(
      claim(() => json({statusCode: status, errorCode}, status)),
      {code, status, vendorCode: errorCode},
    );
  });
}

test('a claim without an answer has an unknown outcome and is sent once', async () => {
  await assert.rejects(
    claim(() => Promise.reject(new TypeError('Failed to fetch'))),
    {code: 'outcome-unknown', message: 'The claim got no readable answer, so it may or may not have worked.'},
  );
});
