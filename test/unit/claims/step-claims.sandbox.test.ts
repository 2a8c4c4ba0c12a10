import assert from 'node:assert/strict';
import {test} from 'node:test';

import {waitUntil} from '../../support/wait-until.js';
import {LEFT_BEHIND, receiptsOf, useRocket} from '../clan-switch/rocket.js';

const rocket = useRocket();
const LIST = '/api/v2/project/44056/user/reward_chain';
const CLAIM = '/api/v2/project/44056/user/reward_chain/101/step/1002/claim';

async function claims() {
  return (await rocket.sandbox.readLog()).filter(({method}) => method === 'POST').map(({applied}) => applied);
}

test('a step is claimed once, and claimed again is a success, too', async () => {
  const session = rocket.signIn();

  await session.claimStep(101, 1002);
  await session.claimStep(101, 1002);

  assert.deepEqual(await claims(), [true, false]);
});

test('a step out of reach, and one that is none, say so', async () => {
  const session = rocket.signIn();

  await assert.rejects(session.claimStep(101, 1004), {code: 'not-enough-points', vendorCode: 9913});
  await assert.rejects(session.claimStep(101, 9), {code: 'not-found', vendorCode: 9911});
});

for (const fault of [
  {fault: 'drop-answer'},
  {fault: 'status-after', status: 502},
  {fault: 'status-after', status: 403, body: '<h1>Blocked</h1>'},
]) {
  test(`${JSON.stringify(fault)} on a claim is looked up, and the claim is sent once`, async () => {
    const session = rocket.signIn();
    await rocket.sandbox.setFaults([{method: 'POST', path: CLAIM, ...fault}]);

    await session.claimStep(101, 1002);

    assert.deepEqual(await claims(), [true]);
  });
}

for (const fault of [{fault: 'drop-request'}, {fault: 'status', status: 503}]) {
  test(`${JSON.stringify(fault)} on both claims leaves their end unknown, and no third is sent`, async () => {
    const session = rocket.signIn();
    await rocket.sandbox.setFaults([{method: 'POST', path: CLAIM, ...fault}]);

    await assert.rejects(session.claimStep(101, 1002), {code: 'outcome-unknown'});

    assert.deepEqual(await claims(), [false, false]);
  });

  test(`${JSON.stringify(fault)} on a claim is followed by a second one, which is carried out`, async () => {
    const session = rocket.signIn();
    await rocket.sandbox.setFaults([{method: 'POST', path: CLAIM, ...fault, times: 1}]);

    await session.claimStep(101, 1002);

    assert.deepEqual(await claims(), [false, true]);
  });
}

test('a claim and a switch at once share what there is, and nothing is listed twice', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');

  const [, outcome] = await Promise.all([session.claimStep(101, 1002), session.clanSwitch.switchClan()]);

  assert.equal(outcome, 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND.slice(1)]);
});

test('a claim behind a switch is refused by the new clan, and the receipt is whole', async () => {
  const session = rocket.signIn();
  await rocket.move(session, 'ravens');

  const switched = session.clanSwitch.switchClan();
  const lists = async () =>
    (await rocket.sandbox.readLog()).filter(({method, path}) => method === 'GET' && path === LIST);
  await waitUntil(async () => (await lists()).length, 'the look at the chains');
  await assert.rejects(session.claimStep(101, 1002), {code: 'not-enough-points'});

  assert.equal(await switched, 'rewarded');
  assert.deepEqual(receiptsOf(session), [LEFT_BEHIND]);
});
