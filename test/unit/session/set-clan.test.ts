import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {waitUntil} from '../../support/wait-until.js';
import {shownIn, statusOf} from '../stores/store-state.js';
import {playing} from './session-with-rows.js';
import {boardCall, sessionOver} from './make-session.js';

test('another clan drops the rows of the old one and asks for its own', async () => {
  const {session, api, board} = await playing();
  api.on(boardCall(101), () => json([{name: 'corvid', contributed_amount: 20}]));

  session.setClan('ravens');

  assert.equal(session.$clan.value, 'ravens');
  assert.equal(statusOf(board), 'loading');
  await waitUntil(() => statusOf(board) === 'ready', 'the rows of the new clan');
  assert.deepEqual(
    shownIn(board).map(row => row.name),
    ['corvid'],
  );
});

test('rows of the old clan that come late are dropped', async () => {
  const {session, api, board} = await playing();
  let answer: (response: Response) => void = () => undefined;
  api.on(boardCall(101), () => new Promise(resolve => (answer = resolve)));
  const late = board.reload();
  await waitUntil(() => api.requests.length === 2, 'the second request');
  api.on(boardCall(101), () => json([{name: 'corvid', contributed_amount: 20}]));

  session.setClan('ravens');
  answer(json([{name: 'of the old clan', contributed_amount: 1}]));
  await late;
  await waitUntil(() => statusOf(board) === 'ready', 'the rows of the new clan');

  assert.deepEqual(
    shownIn(board).map(row => row.name),
    ['corvid'],
  );
});

test('the same clan again changes nothing', async () => {
  const {session, api, board} = await playing();

  session.setClan('wolves');

  assert.equal(statusOf(board), 'ready');
  assert.equal(api.requests.length, 1);
});

test('a clan that is no string is refused by its name, since 42 would pass for another clan than "42"', async () => {
  const {session, api, board} = await playing();
  session.setClan('42');
  await waitUntil(() => statusOf(board) === 'ready', 'the rows of the clan');
  const asked = api.requests.length;

  for (const clan of [42, 0, true, {}, ['42']])
    assert.throws(() => session.setClan(clan as never), {code: 'config', message: /`clan`/});

  assert.deepEqual([session.$clan.value, api.requests.length], ['42', asked]);
});

test('no clan and an empty one are the same, an unknown one is another', () => {
  const {session} = sessionOver({clan: ''});
  const seen: unknown[] = [];
  session.$clan.listen(clan => void seen.push(clan));

  for (const clan of [null, '', undefined, undefined, '', 'wolves']) session.setClan(clan);

  assert.deepEqual(seen, [undefined, null, 'wolves']);
});

test('another clan asks for another opaque token, and keeps a JWT', async () => {
  const opaque = await playing();
  opaque.session.setClan('ravens');
  await waitUntil(() => statusOf(opaque.board) === 'ready', 'the new rows');
  assert.deepEqual(opaque.reasons, ['start', 'clan-changed']);

  let asked = 0;
  const named = await playing({getToken: () => jwt({username: `Rocket ${++asked}`})});
  named.session.setClan('ravens');
  await waitUntil(() => statusOf(named.board) === 'ready', 'the new rows');
  assert.equal(asked, 1);
});
