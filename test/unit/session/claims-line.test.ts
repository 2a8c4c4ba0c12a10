import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {later} from '../../support/deferred.js';
import {CLAIM, claiming, grant, list, UPDATE} from '../claims/claiming.js';
import {LIST} from './make-session.js';

const done = (): Response => new Response(null, {status: 204});

/** Waits for a request to go out, without any timer. */
async function untilSent(sent: () => readonly string[], request: string): Promise<void> {
  while (!sent().includes(request)) await setImmediate();
}

/** Time for everything that needs no answer. */
async function pause(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}

test('a switch waits until a claim under way is answered', async () => {
  const {session, api, sent} = claiming();
  const answer = later<Response>();
  api.on(CLAIM, () => answer.promise).on(UPDATE, grant);
  const claimed = session.claimStep(101, 1002);
  await untilSent(sent, 'POST claim');

  const switched = session.clanSwitch.switchClan();
  await pause();
  assert.deepEqual(sent(), ['POST claim']);
  answer.resolve(done());
  await Promise.all([claimed, switched]);

  assert.deepEqual(sent(), ['POST claim', 'GET reward_chain', 'PUT update']);
});

test('a claim waits until a switch under way is answered', async () => {
  const {session, api, sent} = claiming();
  const answer = later<Response>();
  api.on(CLAIM, done).on(UPDATE, () => answer.promise);
  const switched = session.clanSwitch.switchClan();
  await untilSent(sent, 'PUT update');

  const claimed = session.claimStep(101, 1002);
  await pause();
  assert.deepEqual(sent(), ['GET reward_chain', 'PUT update']);
  answer.resolve(grant());

  assert.equal(await switched, 'rewarded');
  await claimed;
  assert.equal(sent()[2], 'POST claim');
});

test('two claims are sent one after the other', async () => {
  const {session, api, sent} = claiming();
  const answer = later<Response>();
  api.on(CLAIM, () => answer.promise);
  const first = session.claimStep(101, 1002);
  await untilSent(sent, 'POST claim');

  api.on(CLAIM.replace('1002', '1003'), () => json({errorCode: 9912}, 422));
  const second = session.claimStep(101, 1003);
  await pause();
  assert.equal(sent().length, 1);
  answer.resolve(done());

  await Promise.all([first, second]);
  assert.deepEqual(sent(), ['POST claim', 'POST claim']);
});

test('a claim that fails lets the switch behind it through', async () => {
  const {session, api} = claiming();
  api.on(CLAIM, () => json({errorCode: 9913}, 422)).on(UPDATE, grant);

  const claimed = session.claimStep(101, 1002);
  const switched = session.clanSwitch.switchClan();

  await assert.rejects(claimed, {code: 'not-enough-points'});
  assert.equal(await switched, 'rewarded');
});

test('a claim that hangs gives way after 30 seconds and is looked up', async t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const {session, api, sent} = claiming();
  api.on(CLAIM, () => new Promise(() => undefined)).on(LIST, () => list(true));
  api.on(UPDATE, () => json({reward: []}));
  const claimed = session.claimStep(101, 1002);
  await untilSent(sent, 'POST claim');
  const switched = session.clanSwitch.switchClan();
  // The journal is read before time goes by.
  await pause();

  t.mock.timers.tick(30_000);
  await claimed;

  assert.equal(await switched, 'nothing');
  assert.deepEqual(sent(), ['POST claim', 'GET reward_chain', 'GET reward_chain', 'PUT update']);
});

test('a switch that is given up lets the claim behind it through', async () => {
  const {session, api, clock, sent} = claiming();
  api.on(UPDATE, () => new Promise(() => undefined)).on(CLAIM, done);
  const switched = session.clanSwitch.switchClan();
  await untilSent(sent, 'PUT update');
  const claimed = session.claimStep(101, 1002);

  clock.pass(120_000);

  assert.equal(await switched, 'uncertain');
  await claimed;
});
