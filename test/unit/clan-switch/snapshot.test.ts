import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {Reward} from '../../../src/model.js';
import {hasEnded, notCoveredBy, pendingRewards, takeSnapshot} from '../../../src/clan-switch/snapshot.js';
import {chain, granted, reward, step} from './parts.js';

const NOON = Date.UTC(2025, 0, 1, 12);

function claimableIn(...steps: Parameters<typeof step>[]): readonly number[] {
  const snapshot = takeSnapshot([chain(101, 500, ...steps.map(values => step(...values)))], NOON);
  return snapshot.flatMap(({claimable}) => claimable.map(({stepId}) => stepId));
}

const owed = (...rewards: Reward[]) => pendingRewards(takeSnapshot([chain(101, 5, step(1, 5, rewards))], NOON));

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
  const [only] = takeSnapshot([chain(101, null, step(1, 0, [reward('box')]))], NOON);

  assert.deepEqual(only, {id: 101, name: 'Quest 101', points: null, claimable: [], contributors: [], ended: false});
});

test('a chain without anything to claim stays in the snapshot, with what tells its clan and period', () => {
  const topContributors = [{name: 'winner', amount: 40}];
  const quest = {...chain(102, 40), topContributors, reset: {interval: 'weekly', at: NOON + 1}, endsAt: NOON};

  assert.deepEqual(takeSnapshot([quest], NOON), [
    {
      id: 102,
      name: 'Quest 102',
      points: 40,
      claimable: [],
      contributors: topContributors,
      resetAt: NOON + 1,
      ended: true,
    },
  ]);
});

test('a chain has ended from its end on; one without an end never has', () => {
  const at = (endsAt: number) => hasEnded({...chain(101, 0), endsAt}, NOON);

  assert.deepEqual([at(NOON - 1), at(NOON), at(NOON + 1), hasEnded(chain(101, 0), NOON)], [true, true, false, false]);
});

test('chains and steps keep the order in which they came', () => {
  const snapshot = takeSnapshot(
    [
      chain(103, 9, step(7, 5, [reward('c'), reward('a')]), step(3, 1, [reward('b')])),
      chain(101, 9, step(1, 1, [reward('a')])),
    ],
    NOON,
  );

  assert.deepEqual(
    snapshot.map(({id, claimable}) => [id, claimable.map(({stepId, price}) => [stepId, price])]),
    [
      [
        103,
        [
          [7, 5],
          [3, 1],
        ],
      ],
      [101, [[1, 1]]],
    ],
  );
  assert.deepEqual(
    pendingRewards(snapshot).map(({reward: {sku}, stepId, price, chain: {id}}) => [sku, stepId, price, id]),
    [
      ['c', 7, 5, 103],
      ['a', 7, 5, 103],
      ['b', 3, 1, 103],
      ['a', 1, 1, 101],
    ],
  );
});

test('no chain at all is an empty snapshot', () => {
  assert.deepEqual(pendingRewards(takeSnapshot([], NOON)), []);
});

test('expected rewards are the ones of the chain list, marked as expected', () => {
  const box = reward('box', {quantity: 2, imageUrl: 'https://images.example.com/box.png'});

  assert.deepEqual(
    owed(box).map(one => one.reward),
    [box],
  );
});

function missing(expected: readonly Reward[], answer: readonly Reward[]): readonly string[] {
  return notCoveredBy(answer, owed(...expected)).map(({reward: {sku, quantity}}) =>
    quantity ? `${sku} ×${quantity}` : sku,
  );
}

test('an answer that lists all that was expected misses nothing, in any order', () => {
  assert.deepEqual(missing([reward('box'), reward('gem')], [granted('gem'), granted('box')]), []);
});

test('an answer that lists more than was expected misses nothing', () => {
  assert.deepEqual(missing([reward('box')], [granted('gem'), granted('box'), granted('box')]), []);
});

test('an empty answer misses everything, in the order of the chains', () => {
  assert.deepEqual(missing([reward('b'), reward('a'), reward('c')], []), ['b', 'a', 'c']);
});

test('the same item of two chains has to be there twice', () => {
  const twice = [reward('gem'), reward('gem')];

  assert.deepEqual(missing(twice, [granted('gem')]), ['gem']);
  assert.deepEqual(missing(twice, [granted('gem'), granted('gem')]), []);
});

test('the same item three times is missing as often as it is not covered', () => {
  assert.deepEqual(missing([reward('gem'), reward('gem'), reward('gem')], [granted('gem')]), ['gem', 'gem']);
});

test('another quantity of the same item does not cover it', () => {
  const fifty = reward('gem', {quantity: 50});

  assert.deepEqual(missing([fifty], [granted('gem', {quantity: 10})]), ['gem ×50']);
  assert.deepEqual(missing([fifty], [granted('gem', {quantity: 50})]), []);
});

test('quantities are never added up: two times five is not ten', () => {
  const fives = [granted('gem', {quantity: 5}), granted('gem', {quantity: 5})];

  assert.deepEqual(missing([reward('gem', {quantity: 10})], fives), ['gem ×10']);
});

test('no quantity is a quantity of one', () => {
  assert.deepEqual(missing([reward('box')], [granted('box', {quantity: 1})]), []);
  assert.deepEqual(missing([reward('box', {quantity: 1})], [granted('box')]), []);
});

test('an item is known by its sku, whatever the answer calls it', () => {
  assert.deepEqual(missing([reward('box')], [granted('box', {name: 'Boîte', type: 'bundle'})]), []);
});

test('a sku that looks like a quantity covers nothing else', () => {
  assert.deepEqual(missing([reward('2 box')], [granted('box', {quantity: 2})]), ['2 box']);
});

test('a row without a quantity covers any quantity that nothing else covers, once', () => {
  const five = reward('box', {quantity: 5});

  assert.deepEqual(notCoveredBy([granted('box')], owed(five)), []);
  assert.equal(notCoveredBy([granted('box')], owed(five, five)).length, 1);
  assert.equal(notCoveredBy([granted('gem')], owed(five)).length, 1);
});
