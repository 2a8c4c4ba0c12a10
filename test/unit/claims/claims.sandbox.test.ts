import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';

import type {Session} from '../../../src/index.js';
import {waitUntil} from '../../support/wait-until.js';
import {LEFT_BEHIND, receiptsOf, useRocket} from '../clan-switch/rocket.js';

const rocket = useRocket();
const PROJECT = '/api/v2/project/44056/user';
const LIST = `${PROJECT}/reward_chain`;

/** A step of each family that Rocket can claim, out of the box. */
const FAMILIES = [
  {
    name: 'a reward step',
    path: `${PROJECT}/reward_chain/101/step/1002/claim`,
    claim: (session: Session, step = 1002) => session.claimStep(101, step),
    outOfReach: {step: 1004, error: {code: 'not-enough-points', vendorCode: 9913}},
    none: {step: 9, error: {code: 'not-found', vendorCode: 9911}},
    again: [true, false],
  },
  {
    name: 'a day',
    path: `${PROJECT}/daily_chain/201/step/number/3/claim`,
    claim: (session: Session, step = 3) => session.claimDay(201, step),
    outOfReach: {step: 4, error: {code: 'not-available'}},
    none: {step: 9, error: {code: 'not-found'}},
    // What the server shows as claimed is not sent.
    again: [true],
  },
  {
    name: 'a free step of an offer chain',
    path: `${PROJECT}/offer_chain/302/step/number/1/claim`,
    claim: (session: Session, step = 1) => session.claimOffer(302, step),
    outOfReach: {step: 3, error: {code: 'not-available'}},
    none: {step: 9, error: {code: 'not-found'}},
    again: [true],
  },
];

async function claims() {
  return (await rocket.sandbox.readLog()).filter(({method}) => method === 'POST').map(({applied}) => applied);
}

for (const {name, path, claim, outOfReach, none, again} of FAMILIES)
  describe(`The claim of ${name} over a real server`, () => {
    it('is carried out once, and again is a success, too', async () => {
      const session = rocket.signIn();

      await claim(session);
      await claim(session);

      assert.deepEqual(await claims(), again);
    });

    it('says so where the step is out of reach, or is none', async () => {
      const session = rocket.signIn();

      await assert.rejects(claim(session, outOfReach.step), outOfReach.error);
      await assert.rejects(claim(session, none.step), none.error);
    });

    for (const fault of [
      {fault: 'drop-answer'},
      {fault: 'status-after', status: 502},
      {fault: 'status-after', status: 403, body: '<h1>Blocked</h1>'},
      {fault: 'status-after', status: 200, body: '<h1>Sign in to Wi-Fi</h1>'},
      {fault: 'status-after', status: 422, body: '{"statusCode": 422, "errorCode": 1102}'},
    ]) {
      it(`with ${JSON.stringify(fault)} is looked up, and sent once`, async () => {
        const session = rocket.signIn();
        await rocket.sandbox.setFaults([{method: 'POST', path, ...fault}]);

        await claim(session);

        assert.deepEqual(await claims(), [true]);
      });
    }

    for (const fault of [{fault: 'drop-request'}, {fault: 'status', status: 503}]) {
      it(`with ${JSON.stringify(fault)} twice has an unknown end, and no third is sent`, async () => {
        const session = rocket.signIn();
        await rocket.sandbox.setFaults([{method: 'POST', path, ...fault}]);

        await assert.rejects(claim(session), {code: 'outcome-unknown'});

        assert.deepEqual(await claims(), [false, false]);
      });

      it(`with ${JSON.stringify(fault)} is followed by a second one, which is carried out`, async () => {
        const session = rocket.signIn();
        await rocket.sandbox.setFaults([{method: 'POST', path, ...fault, times: 1}]);

        await claim(session);

        assert.deepEqual(await claims(), [false, true]);
      });
    }

    it('whose page was closed before the answer is a success on the next page, and carried out once', async () => {
      const session = rocket.signIn();
      await rocket.sandbox.setFaults([{method: 'POST', path, fault: 'drop-answer', times: 1}]);
      const left = claim(session).catch((error: {code: string}) => error.code);
      await waitUntil(async () => (await claims()).length, 'the claim');
      session.destroy();
      await left;

      await claim(rocket.signIn());

      assert.deepEqual((await claims()).filter(Boolean), [true]);
    });

    it('by two pages at once is carried out once, and both learn of success', async () => {
      const pages = [rocket.signIn(), rocket.signIn()];

      await Promise.all(pages.map(page => claim(page)));

      assert.deepEqual((await claims()).filter(Boolean), [true]);
    });
  });

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
