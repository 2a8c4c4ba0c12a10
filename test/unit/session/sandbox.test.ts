import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';

import {createSession, type Session, type SessionOptions} from '../../../src/index.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {errorIn, shownIn} from '../stores/store-state.js';

let sandbox: SandboxControl;
const sessions: Session[] = [];
before(async () => void (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterEach(() => sessions.splice(0).forEach(session => session.destroy()));
after(() => sandbox.close());

function signIn(options: Partial<SessionOptions> = {}): Session {
  const {apiBase} = sandbox;
  const session = createSession({projectId: 44056, apiBase, getToken: () => sandbox.token(), ...options});
  sessions.push(session);
  return session;
}

async function boardOf(session: Session, chainId = 101) {
  const board = session.contributors(chainId);
  await board.reload();
  return board;
}

test('Rocket sees the clan’s board with the own row', async () => {
  const board = await boardOf(signIn({playerName: 'Rocket'}));

  assert.deepEqual(shownIn(board), [
    {rank: 1, name: 'winner', amount: 555, own: false},
    {rank: 2, name: 'Rocket', amount: 398, own: true},
    {rank: 3, name: 'MrJoe', amount: 201, own: false},
    {rank: 4, name: 'beginner', amount: 1, own: false},
  ]);
});

test('a contribution shows at the next look', async () => {
  const session = signIn();
  await boardOf(session);

  await sandbox.contribute('Rocket', 101, 200);
  const board = await boardOf(session);

  assert.deepEqual(
    shownIn(board)
      .slice(0, 2)
      .map(({name, amount}) => [name, amount]),
    [
      ['Rocket', 598],
      ['winner', 555],
    ],
  );
});

test('a player without a clan sees nobody', async () => {
  const board = await boardOf(signIn({getToken: () => sandbox.token('stranger')}));

  assert.deepEqual(shownIn(board), []);
});

test('all chains come with steps, points, texts and their first rows', async () => {
  const session = signIn();
  await session.$rewardChains.reload();

  const chains = shownIn(session.$rewardChains);
  assert.deepEqual(
    chains.map(({id, clanType, valuePoint}) => [id, clanType, valuePoint.amount, valuePoint.isClan]),
    [
      [101, 'clan', 1_155, true],
      [102, 'guild', 120, true],
      [103, null, 0, true],
      [10, null, 130, false],
    ],
  );
  const [quest] = chains;
  assert.deepEqual(
    quest?.steps.map(({id, price, claimed, rewards}) => [id, price, claimed, rewards[0]?.sku]),
    [
      [1001, 100, true, 'com.xsolla.potion_2'],
      [1002, 500, false, 'com.xsolla.box_1'],
      [1003, 1000, false, 'com.xsolla.potion_1'],
      [1004, 2000, false, 'com.xsolla.gem_1'],
    ],
  );
  assert.equal(quest?.topContributors[0]?.name, 'winner');
  assert.ok(quest?.howToJoin?.header['cn'] && quest.reset);
});

test('a balance has the points of the clan, or of the player', async () => {
  const session = signIn();

  assert.equal((await session.balance(101)).amount, 1_155);
  assert.deepEqual(await session.balance(10).then(({amount, isClan}) => [amount, isClan]), [130, false]);
});

test('a chain that the project does not have is not found', async () => {
  const board = await boardOf(signIn(), 999);

  assert.equal(errorIn(board)?.code, 'not-found');
});

for (const [fault, code] of [
  [{fault: 'status', status: 503}, 'server'],
  [{fault: 'status', status: 502, body: '<h1>Bad gateway</h1>'}, 'server'],
  [{fault: 'drop-answer'}, 'network'],
  [{fault: 'truncate', bytes: 20}, 'network'],
  [{fault: 'body', contentType: 'text/html', body: '<h1>Hello</h1>'}, 'bad-answer'],
  [{fault: 'body', contentType: 'application/json', body: '{"half":'}, 'bad-answer'],
] as const) {
  test(`${JSON.stringify(fault)} keeps the rows and says ${code}`, async () => {
    const session = signIn();
    await boardOf(session);
    await sandbox.setFaults([{method: 'GET', path: '/api', ...fault}]);

    const board = await boardOf(session);

    assert.equal(shownIn(board).length, 4);
    assert.equal(errorIn(board)?.code, code);
  });
}
