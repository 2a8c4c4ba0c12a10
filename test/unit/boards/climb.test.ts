import assert from 'node:assert/strict';
import {test} from 'node:test';

import {climbOf, rankBy, type Ranking} from '../../../src/boards/ranking.js';

/** What the row with the amount in `own` needs. */
function climb(amounts: readonly (number | null)[], ownIndex: number, ranking: Ranking = 'competition') {
  const rows = amounts.map((amount, index) => ({name: `player ${index}`, amount, own: index === ownIndex}));
  return climbOf(rankBy(ranking, rows));
}

test('the next player is passed with one point more than the gap', () => {
  assert.deepEqual(climb([555, 398, 201, 1], 1), {rank: 1, pointsNeeded: 158});
  assert.deepEqual(climb([555, 398, 201, 1], 3), {rank: 3, pointsNeeded: 201});
});

test('nobody is above the top', () => {
  assert.equal(climb([555, 398], 0), undefined);
});

test('a board without an own row has nothing to climb', () => {
  assert.equal(climb([555, 398], -1), undefined);
  assert.equal(climb([], -1), undefined);
});

test('players with the same amount are passed over', () => {
  assert.deepEqual(climb([500, 400, 400, 400], 3), {rank: 1, pointsNeeded: 101});
});

test('a tie at the top has nobody above', () => {
  assert.equal(climb([400, 400], 1), undefined);
});

for (const ranking of ['competition', 'dense', 'ordinal'] as const) {
  test(`players who tie above are all passed at once under ${ranking}`, () => {
    assert.deepEqual(climb([500, 400, 400, 398], 3, ranking), {rank: 2, pointsNeeded: 3});
  });
}

test('unreadable amounts above are passed over', () => {
  assert.deepEqual(climb([500, null, 398], 2), {rank: 1, pointsNeeded: 103});
  assert.equal(climb([null, 398], 1), undefined);
});

test('an own amount that is unreadable cannot climb', () => {
  assert.equal(climb([500, null], 1), undefined);
});

test('players further up with less than the own amount are no aim', () => {
  assert.equal(climb([10, 398], 1), undefined);
});

test('points are whole and pass the next player', () => {
  assert.equal(climb([10.5, 10], 1)?.pointsNeeded, 1);
  assert.equal(climb([11.75, 10], 1)?.pointsNeeded, 2);
});
