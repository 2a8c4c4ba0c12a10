import assert from 'node:assert/strict';
import {setImmediate} from 'node:timers/promises';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {waitUntil} from '../../support/wait-until.js';
import {later} from '../../support/deferred.js';
import {claiming, grant, tokensOf, UPDATE} from '../claims/claiming.js';

const refused = (): Response => json({statusCode: 401, errorCode: 1501}, 401);

test('a refused token is replaced once and the update sent once more', async () => {
  const {session, api, reasons} = claiming();
  api.on(UPDATE, ({headers}) => (headers.get('authorization') === 'Bearer token-2' ? grant() : refused()));

  assert.equal(await session.clanSwitch.switchClan(), 'rewarded');

  assert.deepEqual(tokensOf(api.requests, 'PUT'), ['Bearer token-1', 'Bearer token-2']);
  assert.deepEqual(reasons, ['start', 'rejected']);
  assert.equal(session.clanSwitch.$receipts.get().length, 1);
});

test('a switch that is refused twice asks for a sign-in and is not sent a third time', async () => {
  const {session, api, reasons} = claiming();
  api.on(UPDATE, refused);

  assert.equal(await session.clanSwitch.switchClan(), 'not-sent');

  const state = session.clanSwitch.$state.get();
  assert.equal(state.status === 'failed' && state.error.code, 'auth-required');
  assert.deepEqual([tokensOf(api.requests, 'PUT').length, reasons.length], [2, 2]);
  assert.deepEqual(session.clanSwitch.$receipts.get(), []);
});

test('a second update whose answer is lost is uncertain', async () => {
  const {session, api} = claiming();
  api.on(UPDATE, ({headers}) =>
    headers.get('authorization') === 'Bearer token-1' ? refused() : Promise.reject(new TypeError('Failed to fetch')),
  );

  assert.equal(await session.clanSwitch.switchClan(), 'uncertain');
  assert.equal(tokensOf(api.requests, 'PUT').length, 2);
});

test('a player who has no other token asks for a sign-in after one update', async () => {
  const getToken = ({reason}: {reason: string}): string => {
    if (reason === 'rejected') throw new Error('signed out');
    return 'token-1';
  };
  const {session, api} = claiming({getToken});
  api.on(UPDATE, refused);

  assert.equal(await session.clanSwitch.switchClan(), 'not-sent');

  const state = session.clanSwitch.$state.get();
  assert.equal(state.status === 'failed' && state.error.code, 'auth-required');
  assert.equal(tokensOf(api.requests, 'PUT').length, 1);
});

test('a player without any token sends nothing at all', async () => {
  const {session, sent} = claiming({getToken: () => ''});

  assert.equal(await session.clanSwitch.switchClan(), 'not-sent');
  assert.deepEqual(sent(), []);
});

test('a switch that is refused once the player has signed out is not sent with the next player’s token', async () => {
  const {session, api} = claiming();
  const answer = later<Response>();
  api.on(UPDATE, () => answer.promise);
  const done = session.clanSwitch.switchClan();
  await waitUntil(() => tokensOf(api.requests, 'PUT').length, 'the update');

  session.signOut();
  api.on(UPDATE, grant);
  answer.resolve(refused());
  await done;

  assert.deepEqual(tokensOf(api.requests, 'PUT'), ['Bearer token-1']);
});

test('a switch that is refused after its give-up is not sent again behind the player’s back', async () => {
  const {session, api, clock} = claiming();
  const answer = later<Response>();
  api.on(UPDATE, () => answer.promise);
  const done = session.clanSwitch.switchClan();
  await waitUntil(() => tokensOf(api.requests, 'PUT').length, 'the update');
  clock.pass(120_000);
  assert.equal(await done, 'uncertain');

  api.on(UPDATE, grant);
  answer.resolve(refused());
  for (let turn = 0; turn < 20; turn++) await setImmediate();

  assert.equal(tokensOf(api.requests, 'PUT').length, 1);
});
