import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {waitUntil} from '../../support/wait-until.js';
import {errorIn, statusOf} from '../stores/store-state.js';
import {playing} from './session-with-rows.js';
import {boardCall, sessionOver} from './make-session.js';
import {promisesDone} from '../../support/promises-done.js';

test('fifty boards whose tokens are all refused ask for one token more and come to rest', async () => {
  const {session, api, clock, reasons} = sessionOver();
  const boards = Array.from({length: 50}, (_, index) => session.contributors(index + 1));
  for (let chain = 1; chain <= 50; chain++) api.on(boardCall(chain), () => json({errorCode: 1501}, 401));
  boards.forEach(board => board.listen(() => undefined));
  await waitUntil(() => boards.every(board => statusOf(board) === 'failed'), 'fifty refusals');

  clock.pass(3_600_000);
  await promisesDone(30);

  assert.deepEqual(reasons, ['start', 'rejected']);
  assert.equal(api.requests.length, 100);
});

test('a page that refreshes whenever it learns of a missing sign-in does not storm the server', async () => {
  const {session, api, reasons} = sessionOver();
  api.on(boardCall(101), () => json({errorCode: 1501}, 401));
  session.onError(() => setImmediate(() => session.refresh()));
  session.contributors(101).listen(() => undefined);

  await promisesDone(30);
  await promisesDone(30);

  assert.equal(reasons.length, 5);
  assert.ok(api.requests.length <= 10, `${api.requests.length} requests`);
  session.destroy();
});

test('a token of another player ends in being signed out, with the rows gone and nothing sent', async () => {
  const tokens = [jwt({sub: 'ann'}), jwt({sub: 'ben'})];
  const {session, api, board} = await playing({getToken: () => tokens.shift()!});
  await session.$rewardChains.reload();
  const codes: string[] = [];
  session.onError(({code}) => void codes.push(code));
  api.on(boardCall(101), () => json({errorCode: 1501}, 401));

  await board.reload();
  await promisesDone(30);

  assert.deepEqual([errorIn(board)?.code, errorIn(session.$rewardChains)?.code], ['auth-required', 'auth-required']);
  assert.deepEqual([statusOf(board), session.$signedOut.value, codes], ['failed', true, ['auth-required']]);
  const sent = api.requests.map(({headers}) => headers.get('authorization'));
  assert.deepEqual([...new Set(sent)], [`Bearer ${jwt({sub: 'ann'})}`]);
});

test('signing out gives up a balance that is on its way', async () => {
  const {session, api} = sessionOver();
  api.on('GET v2/project/44056/user/reward_chain/101/balance', () => new Promise(() => undefined));
  const failed = assert.rejects(session.balance(101), {code: 'aborted'});
  await waitUntil(() => api.requests.length, 'the request');

  session.signOut();

  await failed;
  assert.equal(api.requests[0]!.signal.aborted, true);
});
