import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {waitUntil} from '../../support/wait-until.js';
import {errorIn, statusOf} from '../stores/store-state.js';
import {playing} from './session-with-rows.js';
import {boardCall, sessionOver} from './make-session.js';
import type {Session} from '../../../src/session/session.js';
import {promisesDone} from '../../support/promises-done.js';

test('signing out drops every value and asks nothing more', async () => {
  const {session, api, clock, board} = await playing();
  await session.$rewardChains.reload();
  const before = api.requests.length;

  session.signOut();
  clock.pass(3_600_000);

  for (const store of [board, session.$rewardChains]) {
    assert.equal(errorIn(store)?.code, 'auth-required');
  }
  assert.equal(api.requests.length, before);
});

for (const [what, storeOf] of Object.entries<(session: Session) => {listen(listener: () => void): () => void}>({
  'a board': session => session.contributors(101),
  'reward chains': session => session.$rewardChains,
  'daily chains': session => session.$dailyChains,
  'offer chains': session => session.$offerChains,
  orders: session => session.orders.$orders,
  'the clan switch': session => session.clanSwitch.$state,
}))
  test(`a page that shows ${what} asks nothing after a sign-out when the player comes back, or the network does`, async () => {
    const {session, api, clock, reasons} = sessionOver({clan: 'wolves', userKey: 'Rocket'});
    storeOf(session).listen(() => undefined);
    await waitUntil(() => reasons.length, 'the token');
    session.signOut();
    await promisesDone();
    const before = [api.requests.length, reasons.length];

    for (const happens of [
      () => clock.setHidden(true),
      () => clock.setHidden(false),
      () => clock.goOnline(),
      () => clock.pass(3_600_000),
    ]) {
      happens();
      await promisesDone();
    }

    assert.deepEqual([api.requests.length, reasons.length, session.$signedOut.value], [...before, true]);
    session.destroy();
  });

test('refresh() after signing out asks for a token and brings the watched stores back', async () => {
  const {session, board, reasons} = await playing();
  session.signOut();

  session.refresh();

  await waitUntil(() => statusOf(board) === 'ready', 'the rows');
  assert.equal(statusOf(session.$rewardChains), 'failed');
  assert.deepEqual(reasons, ['start', 'start']);
});

test('another clan does not sign the player in again', async () => {
  const {session, board, reasons} = await playing();
  session.signOut();

  session.setClan(null);

  assert.equal(statusOf(board), 'failed');
  assert.deepEqual(reasons, ['start']);
});

test('the end of a session gives up what is on its way, and nobody learns of it', async () => {
  const {session, api, clock, board} = await playing();
  const codes: string[] = [];
  session.onError(({code}) => void codes.push(code));
  api.on(boardCall(101), () => new Promise(() => undefined));
  void board.reload();
  await waitUntil(() => api.requests.length === 2, 'the second request');

  session.destroy();
  clock.pass(3_600_000);

  assert.equal(api.requests[1]!.signal.aborted, true);
  assert.equal(errorIn(board)?.code, 'aborted');
  assert.deepEqual([api.requests.length, clock.waits, clock.watchers, codes], [2, [], 0, []]);

  api.on(boardCall(101), () => json({}, 503));
  await board.reload();
  assert.deepEqual(codes, []);
});

test('whether the player is signed out follows the last attempt', async () => {
  const {session, api, board} = await playing();
  assert.equal(session.$signedOut.value, false);
  api.on(boardCall(101), () => json({}, 401));
  await board.reload();
  assert.equal(session.$signedOut.value, true);

  api.on(boardCall(101), () => json([]));
  session.signOut();
  await board.reload();

  assert.equal(session.$signedOut.value, false);
});

test('signing out is told once all is forgotten, so that a listener may sign in again', async () => {
  const {session, board, reasons} = await playing();
  const told: boolean[] = [];
  session.$signedOut.listen(signedOut => {
    told.push(signedOut);
    if (signedOut) session.refresh();
  });

  session.signOut();

  await waitUntil(() => statusOf(board) === 'ready', 'the rows');
  assert.deepEqual(told, [true, false]);
  assert.deepEqual(reasons, ['start', 'start']);
});

test('a listener that throws at the end of a sign-in stops no store', async t => {
  const later = globalThis.queueMicrotask;
  const thrown: unknown[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (task: () => void) => {
    later(() => {
      try {
        task();
      } catch (error) {
        thrown.push(error);
      }
    });
  });
  const {session, api, board} = await playing();
  session.$signedOut.listen(() => {
    throw new Error('a mistake of the page');
  });
  api.on(boardCall(101), () => json({}, 401));

  await assert.doesNotReject(board.reload());

  assert.equal(errorIn(board)?.code, 'auth-required');
  assert.match(String(thrown[0]), /a mistake of the page/);
});
