import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {waitUntil} from '../../support/wait-until.js';
import {statusOf} from '../stores/store-state.js';
import {CLAIM, claiming, list} from '../claims/claiming.js';
import {LIST} from './make-session.js';

test('a claim that is carried out is one request', async () => {
  const {session, api, sent} = claiming();
  api.on(CLAIM, () => new Response(null, {status: 204}));

  await session.claimStep(101, 1002);

  assert.deepEqual(sent(), ['POST claim']);
});

test('a step that is claimed already is a success', async () => {
  const {session, api, sent} = claiming();
  api.on(CLAIM, () => json({statusCode: 422, errorCode: 9912}, 422));

  await session.claimStep(101, 1002);

  assert.deepEqual(sent(), ['POST claim']);
});

test('a step out of reach rejects with the vendor’s reason', async () => {
  const {session, api, sent} = claiming();
  api.on(CLAIM, () => json({statusCode: 422, errorCode: 9913}, 422));

  await assert.rejects(session.claimStep(101, 1002), {code: 'not-enough-points', status: 422, vendorCode: 9913});
  assert.deepEqual(sent(), ['POST claim']);
});

for (const [what, answer] of [
  ['lost', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['one of a failing server', () => json({}, 502)],
  ['one of a firewall', () => new Response('<h1>Blocked</h1>', {status: 403})],
] as [string, () => Response | Promise<Response>][]) {
  test(`an answer that is ${what} is looked up: claimed now is a success`, async () => {
    const {session, api, sent} = claiming();
    api.on(CLAIM, answer).on(LIST, () => list(true));

    await session.claimStep(101, 1002);

    assert.deepEqual(sent(), ['POST claim', 'GET reward_chain']);
  });

  test(`an answer that is ${what} is looked up and sent once more: not claimed stays unknown`, async () => {
    const {session, api, sent} = claiming();
    api.on(CLAIM, answer);

    await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown'});
    assert.deepEqual(sent(), ['POST claim', 'GET reward_chain', 'POST claim', 'GET reward_chain']);
  });
}

test('after a claim the chains are asked for anew', async () => {
  const {session, api} = claiming();
  api.on(CLAIM, () => new Response(null, {status: 204}));
  session.$rewardChains.listen(() => undefined);
  await waitUntil(() => statusOf(session.$rewardChains) === 'ready', 'the chains');
  api.on(LIST, () => list(true));

  await session.claimStep(101, 1002);

  await waitUntil(() => {
    const state = session.$rewardChains.get();
    return state.status === 'ready' && state.value[0]?.steps[0]?.claimed;
  }, 'the claimed step');
});

test('an id that is none is refused without a request', async () => {
  const {session, sent} = claiming();

  for (const id of [0, -1, 1.5, NaN, '101', '1/../2'] as number[]) {
    await assert.rejects(session.claimStep(id, 1), {code: 'config', message: /`chainId`/}, String(id));
    await assert.rejects(session.claimStep(1, id), {code: 'config', message: /`stepId`/}, String(id));
  }
  assert.deepEqual(sent(), []);
});
