import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {Contributor, RewardChain} from '../../../src/model.js';
import {createBoards} from '../../../src/boards/boards.js';
import {createResource} from '../../../src/stores/resource.js';
import {rewardChain} from '../../support/fixtures/reward-chain.js';
import {FakeClock} from '../../support/fake-clock.js';
import {PendingLoads} from '../stores/pending-loads.js';
import {shownIn, statusOf} from '../stores/store-state.js';
import {promisesDone} from '../../support/promises-done.js';

function boardsOver() {
  const shared = {pollMs: 10_000, clock: new FakeClock()};
  const listLoads = new PendingLoads<readonly RewardChain[]>();
  const boardLoads = new PendingLoads<readonly Contributor[]>();
  const $rewardChains = createResource({...shared, load: listLoads.load});
  const boards = createBoards({
    $rewardChains,
    toRows: chain => chain.topContributors.map((row, index) => ({...row, rank: index + 1, own: false})),
    create: () => createResource({...shared, load: boardLoads.load}),
  });
  return {boards, $rewardChains, listLoads, boardLoads};
}

const chain = rewardChain({id: 101, topContributors: [{name: 'winner', amount: 555}]});
const rows: readonly Contributor[] = [{rank: 1, name: 'winner', amount: 555, own: false}];
const none = rewardChain({id: 101});

test('a chain has one board', () => {
  const {boards} = boardsOver();

  assert.equal(boards.of(101), boards.of(101));
  assert.notEqual(boards.of(101), boards.of(102));
  assert.deepEqual(boards.all(), [boards.of(101), boards.of(102)]);
});

test('the rows of the list show on the board of their chain only', () => {
  const {boards, boardLoads} = boardsOver();
  const [own, other] = [boards.of(101), boards.of(102)];

  boards.seed([chain]);

  assert.deepEqual(shownIn(own), rows);
  assert.equal(statusOf(other), 'idle');
  assert.equal(boardLoads.count, 0);
});

test('a list makes no boards', () => {
  const {boards} = boardsOver();

  boards.seed([chain]);

  assert.deepEqual(boards.all(), []);
});

test('a board made after the list came shows its rows', async () => {
  const {boards, $rewardChains, listLoads} = boardsOver();
  const asked = $rewardChains.reload();
  listLoads.last.succeed([chain]);
  await asked;

  assert.deepEqual(boards.of(101).value, {status: 'ready', value: rows, at: new FakeClock().today(), stale: false});
});

test('making a board does not ask for the list', () => {
  const {boards, listLoads} = boardsOver();

  boards.of(101);

  assert.equal(listLoads.count, 0);
});

test('a list without rows for a chain proves nothing about its board', async () => {
  const {boards, $rewardChains, listLoads} = boardsOver();
  const board = boards.of(101);
  boards.seed([none]);
  assert.equal(statusOf(board), 'idle');

  const asked = $rewardChains.reload();
  listLoads.last.succeed([rewardChain({id: 102})]);
  await asked;

  assert.equal(statusOf(boards.of(102)), 'idle');
});

test('rows of the list do not replace those of the board’s own request', async () => {
  const {boards, boardLoads} = boardsOver();
  const board = boards.of(101);
  const own: readonly Contributor[] = [{rank: 1, name: 'newer', amount: 600, own: false}];
  board.listen(() => undefined);
  boardLoads.last.succeed(own);
  await promisesDone();

  boards.seed([chain]);

  assert.deepEqual(shownIn(board), own);
});
