import assert from 'node:assert/strict';
import {test} from 'node:test';

import {json} from '../../support/fake-api.js';
import {chainAnswer, chainPage} from '../../support/wire.js';
import type {SessionOptions} from '../../../src/session/options.js';
import type {Session} from '../../../src/session/session.js';
import {promisesDone} from '../../support/promises-done.js';
import {waitUntil} from '../../support/wait-until.js';
import {shownIn, statusOf} from '../stores/store-state.js';
import {boardCall, LIST, sessionOver} from './make-session.js';

const BOARD = [
  {name: 'winner', contributed_amount: 555},
  {name: 'Rocket', contributed_amount: 398},
];

test('a chain has one store, and another chain another', () => {
  const {session} = sessionOver();

  assert.equal(session.contributors(101), session.contributors(101));
  assert.notEqual(session.contributors(101), session.contributors(102));
});

test('a chain id that is none is refused without a request', async () => {
  const {session, api} = sessionOver();

  for (const id of [0, -1, 1.5, NaN, undefined, null, '101', '1/../2', 2 ** 53]) {
    const refusal = {code: 'config', message: /`chainId`/};
    assert.throws(() => session.contributors(id as never), refusal, String(id));
    await assert.rejects(session.balance(id as never), refusal, String(id));
  }
  assert.equal(api.requests.length, 0);
});

test('a board is ranked, made safe, and marks the own row', async () => {
  const {session, api} = sessionOver({playerName: 'Rocket'});
  api.on(boardCall(101), () => json([...BOARD, {name: 'ev\u202eil', contributed_amount: 398}]));

  await session.contributors(101).reload();

  assert.deepEqual(shownIn(session.contributors(101)), [
    {rank: 1, name: 'winner', amount: 555, own: false},
    {rank: 2, name: 'Rocket', amount: 398, own: true},
    {rank: 2, name: 'evil', amount: 398, own: false},
  ]);
});

test('no name that a session masks is in any of its values', async () => {
  const {session, api} = sessionOver({playerName: 'Rocket', maskNames: true});
  api.on(boardCall(101), () => json(BOARD));
  api.on(LIST, () => json(chainPage([chainAnswer({top_contributors: BOARD})])));
  const board = session.contributors(101);

  await session.$rewardChains.reload();
  assert.doesNotMatch(JSON.stringify(session.$rewardChains.value), /winner/);
  assert.deepEqual(shownIn(board), [
    {rank: 1, name: 'w•••', amount: 555, own: false},
    {rank: 2, name: 'Rocket', amount: 398, own: true},
  ]);
  await board.reload();

  assert.deepEqual(
    shownIn(board)?.map(({name, own}) => [name, own]),
    [
      ['w•••', false],
      ['Rocket', true],
    ],
  );
});

test('the page’s names are on the board whichever answer it comes from', async () => {
  const displayName: SessionOptions['displayName'] = ({name, own}) => (own ? 'Me' : `Player ${name.length}`);
  const {session, api} = sessionOver({playerName: 'Rocket', displayName});
  api.on(boardCall(101), () => json(BOARD));
  api.on(LIST, () => json(chainPage([chainAnswer({top_contributors: BOARD})])));
  const board = session.contributors(101);
  const named = () => shownIn(board)?.map(({name, own}) => `${name} ${own}`);

  await session.$rewardChains.reload();
  assert.deepEqual(named(), ['Player 6 false', 'Me true']);
  await board.reload();

  assert.deepEqual(named(), ['Player 6 false', 'Me true']);
});

test('less motion is a setting that a session follows', () => {
  const {session} = sessionOver({reduceMotion: true});
  const settings = [session.$reducedMotion.value];

  session.setReducedMotion(false);
  settings.push(session.$reducedMotion.value);

  assert.deepEqual(settings, [true, false]);
  assert.throws(() => session.setReducedMotion('yes' as never), {code: 'config', message: /`isReduced`/});
});

test('fifty listeners on three chains cost three requests and one token', async () => {
  const {session, api, reasons} = sessionOver();
  const chains = [101, 102, 103];
  for (const chain of chains) api.on(boardCall(chain), () => json(BOARD));

  for (let index = 0; index < 50; index++) session.contributors(101 + (index % 3)).listen(() => undefined);
  await waitUntil(() => chains.every(chain => statusOf(session.contributors(chain)) === 'ready'), 'three boards');

  assert.equal(api.requests.length, 3);
  assert.deepEqual(reasons, ['start']);
});

test('a board is asked again at the interval of the session', async () => {
  const {session, api, clock} = sessionOver({pollSeconds: 10});
  api.on(boardCall(101), () => json(BOARD));
  session.contributors(101).listen(() => undefined);
  await waitUntil(() => statusOf(session.contributors(101)) === 'ready' && clock.waits.length, 'a first answer');
  assert.deepEqual(clock.waits, [10_000]);

  clock.pass(10_000);

  await waitUntil(() => api.requests.length === 2, 'a second request');
});

test('the rows of the chain list paint the board until its own come', async () => {
  const {session, api} = sessionOver({playerName: 'winner'});
  api.on(LIST, () => json(chainPage([chainAnswer()])));
  const board = session.contributors(101);

  await session.$rewardChains.reload();

  assert.deepEqual(shownIn(board), [{rank: 1, name: 'winner', amount: 555, own: true}]);
  assert.equal(api.requests.length, 1);
});

test('a list that is loaded paints a board that is asked for later', async () => {
  const {session, api} = sessionOver();
  api.on(LIST, () => json(chainPage([chainAnswer()])));

  await session.$rewardChains.reload();

  assert.equal(statusOf(session.contributors(101)), 'ready');
});

test('players with equal points do not change places from one answer to the next', async () => {
  const {session, api} = sessionOver();
  const row = (name: string) => ({name, contributed_amount: 7});
  const board = session.contributors(101);
  api.on(boardCall(101), () => json([row('ann'), row('ben')]));
  await board.reload();

  api.on(boardCall(101), () => json([row('ben'), row('ann')]));
  await board.reload();

  assert.deepEqual(
    shownIn(board).map(({name}) => name),
    ['ann', 'ben'],
  );
});

test('a balance is asked for by hand', async () => {
  const {session, api} = sessionOver();
  api.on('GET v2/project/44056/user/reward_chain/101/balance', () => json({sku: 'points', name: 'Points', amount: 5}));

  assert.deepEqual(await session.balance(101), {sku: 'points', name: 'Points', amount: 5});
});

test('a balance that fails rejects with the reason', async () => {
  const {session, api} = sessionOver();
  api.on('GET v2/project/44056/user/reward_chain/101/balance', () => json({}, 404));

  await assert.rejects(session.balance(101), {code: 'not-found'});
});

test('every failure is told until the listener leaves', async () => {
  const {session, api} = sessionOver();
  api.on(boardCall(101), () => json({}, 503));
  const codes: string[] = [];
  const stop = session.onError(({code}) => void codes.push(code));
  await session.contributors(101).reload();
  assert.deepEqual(codes, ['server']);

  stop();
  await session.contributors(101).reload();

  assert.deepEqual(codes, ['server']);
});

for (const [what, end] of [
  ['the end of the session', (session: Session) => session.destroy()],
  ['its listener has left', (_: Session, unlisten: () => void) => unlisten()],
] as const)
  test(`a failure is shown to nobody after ${what}, also in the same turn`, async () => {
    const {session, api} = sessionOver();
    const told: string[] = [];
    const unlisten = session.onError(({code}) => void told.push(code));
    api.on(boardCall(101), () => json({}, 404));
    const board = session.contributors(101);
    const stop = board.listen(({status}) => {
      if (status !== 'failed') return;
      stop();
      // In the turn in which the failure is reported, before its listeners get it.
      queueMicrotask(() => end(session, unlisten));
    });

    await board.reload();
    await promisesDone();

    assert.deepEqual(told, []);
  });
