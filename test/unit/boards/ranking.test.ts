import assert from 'node:assert/strict';
import {test} from 'node:test';

import {RANKINGS, rankBy, type Ranking} from '../../../src/boards/ranking.js';

function ranks(ranking: Ranking, amounts: readonly (number | null)[]): number[] {
  return rankBy(
    ranking,
    amounts.map(amount => ({amount})),
  ).map(row => row.rank);
}

const cases: readonly {title: string; amounts: readonly (number | null)[]; ranks: Record<Ranking, number[]>}[] = [
  {title: 'nobody', amounts: [], ranks: {competition: [], dense: [], ordinal: []}},
  {
    title: 'different amounts',
    amounts: [555, 398, 201, 1],
    ranks: {competition: [1, 2, 3, 4], dense: [1, 2, 3, 4], ordinal: [1, 2, 3, 4]},
  },
  {
    title: 'a tie in the middle',
    amounts: [9, 5, 5, 1],
    ranks: {competition: [1, 2, 2, 4], dense: [1, 2, 2, 3], ordinal: [1, 2, 3, 4]},
  },
  {
    title: 'a tie at the top and three at the end',
    amounts: [9, 9, 1, 1, 1],
    ranks: {competition: [1, 1, 3, 3, 3], dense: [1, 1, 2, 2, 2], ordinal: [1, 2, 3, 4, 5]},
  },
  {
    title: 'unreadable amounts, which tie with nothing',
    amounts: [null, null, 5, null, 5],
    ranks: {competition: [1, 2, 3, 4, 5], dense: [1, 2, 3, 4, 5], ordinal: [1, 2, 3, 4, 5]},
  },
  {
    title: 'amounts out of order, whose order is kept',
    amounts: [1, 9, 1],
    ranks: {competition: [1, 2, 3], dense: [1, 2, 3], ordinal: [1, 2, 3]},
  },
  {
    title: 'amounts of zero, which tie',
    amounts: [0, 0],
    ranks: {competition: [1, 1], dense: [1, 1], ordinal: [1, 2]},
  },
];

for (const {title, amounts, ranks: expected} of cases) {
  for (const ranking of ['competition', 'dense', 'ordinal'] as const) {
    test(`${ranking} ranks ${title}`, () => {
      assert.deepEqual(ranks(ranking, amounts), expected[ranking]);
    });
  }
}

test('a page chooses among all of them', () => {
  assert.deepEqual(RANKINGS, ['competition', 'dense', 'ordinal']);
});

test('a row keeps its other fields, and the given rows stay as they were', () => {
  const rows = [Object.freeze({amount: 5, name: 'Rocket', rank: 99})];

  assert.deepEqual(rankBy('competition', rows), [{amount: 5, name: 'Rocket', rank: 1}]);
  assert.equal(rows[0]!.rank, 99);
});
