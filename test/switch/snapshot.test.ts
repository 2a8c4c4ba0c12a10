import assert from 'node:assert/strict';
import {test} from 'node:test';

import {expectedRewards, takeSnapshot} from '../../src/switch/snapshot.js';
import {chain, reward, step} from './parts.js';

function claimableIn(...steps: Parameters<typeof step>[]): readonly number[] {
  const snapshot = takeSnapshot([chain(101, 500, ...steps.map(values => step(...values)))]);
  return snapshot.flatMap(({claimable}) => claimable.map(({stepId}) => stepId));
}

test('a snapshot has the steps that are reached and not claimed', () => {
  assert.deepEqual(claimableIn([1, 100, [], true], [2, 300, []], [3, 500, []], [4, 501, []]), [2, 3]);
});

test('a step that is claimed already is not expected again, however many points there are', () => {
  assert.deepEqual(claimableIn([1, 0, [], true], [2, 500, [], true]), []);
});

test('a step with an unreadable price is not expected', () => {
  assert.deepEqual(claimableIn([1, null, []], [2, 0, []]), [2]);
});

test('nothing is expected of a chain with unreadable points', () => {
  const [only] = takeSnapshot([chain(101, null, step(1, 0, [reward('box')]))]);

  assert.deepEqual(only, {id: 101, name: 'Quest 101', points: null, claimable: []});
});

test('a chain without anything to claim stays in the snapshot, with its points', () => {
  assert.deepEqual(takeSnapshot([chain(102, 40)]), [{id: 102, name: 'Quest 102', points: 40, claimable: []}]);
});

test('chains and steps keep the order in which they came', () => {
  const snapshot = takeSnapshot([
    chain(103, 9, step(7, 5, [reward('c'), reward('a')]), step(3, 1, [reward('b')])),
    chain(101, 9, step(1, 1, [reward('a')])),
  ]);

  assert.deepEqual(
    snapshot.map(({id, claimable}) => [id, claimable.map(({stepId}) => stepId)]),
    [
      [103, [7, 3]],
      [101, [1]],
    ],
  );
  assert.deepEqual(
    expectedRewards(snapshot).map(({sku}) => sku),
    ['c', 'a', 'b', 'a'],
  );
});

test('no chain at all is an empty snapshot', () => {
  assert.deepEqual(expectedRewards(takeSnapshot([])), []);
});

test('expected rewards are the ones of the chain list, marked as expected', () => {
  const box = reward('box', {quantity: 2, imageUrl: 'https://images.example.com/box.png'});

  assert.deepEqual(expectedRewards(takeSnapshot([chain(101, 5, step(1, 5, [box]))])), [box]);
});
