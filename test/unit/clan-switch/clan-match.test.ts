import assert from 'node:assert/strict';
import {describe, it, test} from 'node:test';

import type {ContributorRow, RewardChain} from '../../../src/model.js';
import {compareClans} from '../../../src/clan-switch/clan-match.js';
import {takeSnapshot} from '../../../src/clan-switch/snapshot.js';
import {chain} from './parts.js';

type Board = Record<string, number | null>;

const rows = (board: Board): ContributorRow[] => Object.entries(board).map(([name, amount]) => ({name, amount}));
const chains = (boards: readonly Board[]): RewardChain[] =>
  boards.map((board, index) => ({...chain(101 + index, 0), topContributors: rows(board)}));
const full = (amount: number, names = 'abcdefghij'): Board =>
  Object.fromEntries([...names].map(name => [name, amount]));

/** What two looks at the boards of some chains say of the clans, for Rocket. */
function compare(before: readonly Board[], after: readonly Board[], ownName: string | undefined = 'Rocket') {
  return compareClans(takeSnapshot(chains(before), 0), chains(after), ownName);
}

for (const [people, what, before, after] of [
  ['same', 'everybody is still there', {winner: 5, Rocket: 3}, {winner: 5, Rocket: 3}],
  ['grown', 'everybody is there with more, and others besides', {winner: 5}, {strix: 9, winner: 6}],
  ['grown', 'amounts that cannot be read count as none', {winner: null}, {winner: 0}],
  ['grown', 'a full board has pushed somebody off to whom all others are ahead', {a: 5, late: 1}, full(5)],
  ['other', 'nobody is there any more', {winner: 5, MrJoe: 2}, {strix: 9}],
  ['other', 'only the player was there, and is not there any more', {Rocket: 3}, {strix: 9}],
  ['other', 'only the player went along', {winner: 5, Rocket: 3}, {strix: 9, Rocket: 1}],
  ['unclear', 'only the player was there, and is there among others', {Rocket: 3}, {strix: 9, Rocket: 3}],
  ['unclear', 'somebody is there with less', {winner: 5}, {winner: 4}],
  ['unclear', 'one of two has gone', {winner: 5, MrJoe: 2}, {winner: 5}],
  ['unclear', 'a full board has pushed off somebody who was ahead', {a: 5, late: 9}, full(5)],
  ['unclear', 'a board that is not full has lost somebody', {a: 5, late: 1}, full(5, 'abcdefghi')],
  ['unclear', 'nobody is there now', {winner: 5}, {}],
  ['unclear', 'only the player is there now', {winner: 5}, {Rocket: 1}],
  ['unclear', 'nobody was there before', {}, {strix: 9}],
  ['unclear', 'nobody was there, nor is', {}, {}],
  ['unclear', 'a full board where all have more could be any clan’s', {winner: 5, MrJoe: 2}, full(900)],
  ['unclear', 'a full board has pushed off the player, who was alone', {Rocket: 3}, full(900)],
  ['other', 'a full board where somebody has less pushed nobody off', {winner: 5}, {...full(900, 'abcdefghi'), j: 4}],
  ['unclear', 'everybody is there and the player is not', {winner: 5, Rocket: 3}, {winner: 5}],
  ['unclear', 'only the player was there, and is there with less', {Rocket: 3}, {strix: 9, Rocket: 1}],
] as [string, string, Board, Board][]) {
  test(`${people}: ${what}`, () => assert.equal(compare([before], [after]), people));
}

for (const [people, what, before, after] of [
  ['unclear', 'a single row could be the player’s own', {someone: 5}, {someone: 5}],
  ['same', 'two rows cannot both be the player’s', {someone: 5, other: 2}, {someone: 5, other: 2}],
  ['unclear', 'beside the one that is there, which could be the own, all are pushed off', {a: 5, late: 1}, full(5)],
  ['other', 'nobody went along, not even the player', {someone: 5}, {strix: 9}],
] as [string, string, Board, Board][]) {
  test(`without the own name, ${people}: ${what}`, () => {
    assert.equal(compareClans(takeSnapshot(chains([before]), 0), chains([after]), undefined), people);
  });
}

test('boards of several chains add up, and boards that contradict each other prove nothing', () => {
  const [wolves, owls] = [{winner: 5}, {strix: 9}];

  assert.equal(compare([wolves, {}], [wolves, {}]), 'same');
  assert.equal(compare([{}, wolves], [{}, owls]), 'other');
  assert.equal(compare([wolves, wolves], [wolves, owls]), 'unclear');
  assert.equal(compare([{}, {}], [{}, {}]), 'unclear');
});

test('a chain that is gone, and one that is new, say nothing', () => {
  assert.equal(compare([{winner: 5}, {MrJoe: 1}], [{winner: 5}]), 'same');
  assert.equal(compare([{winner: 5}], []), 'unclear');
  assert.equal(compare([], [{winner: 5}]), 'unclear');
});

test('chains are compared by their id, in whatever order they come', () => {
  const before = takeSnapshot(chains([{winner: 5}, {MrJoe: 1}]), 0);
  const after = chains([{winner: 5}, {MrJoe: 1}]).reverse();

  assert.equal(compareClans(before, after, 'Rocket'), 'same');
});

test('grown: a full board has pushed somebody off to whom the last of it is level', () => {
  assert.equal(compare([{a: 900, late: 5}], [{...full(900, 'abcdefghi'), j: 5}]), 'grown');
});

describe('a board with the old rows and other points', () => {
  const chainsOf = (points: number, board: Board): RewardChain[] => [
    {...chain(101, points), topContributors: rows(board)},
  ];
  const match = (points: number, board: Board) =>
    compareClans(takeSnapshot(chainsOf(600, board), 0), chainsOf(points, board), 'Rocket');

  it('contradicts itself where there is room for more rows', () => {
    assert.equal(match(601, {winner: 600}), 'mixed');
    assert.equal(match(599, {winner: 600}), 'mixed');
    assert.equal(match(600, {winner: 600}), 'same');
  });

  it('is the same clan’s where others below the tenth may have given more', () => {
    assert.equal(match(700, full(60)), 'same');
  });
});

describe('names', () => {
  it('are compared as they read', () => {
    for (const [own, onBoard] of [
      ['Zoe\u0308', 'Zo\u00eb'],
      ['Rocket  Man', 'Rocket Man'],
      [' Rocket ', 'Rocket'],
      ['Rocket\u00a0Man', 'Rocket Man'],
      ['Rock\u200bet', 'Rocket'],
    ] as const) {
      assert.equal(compare([{[onBoard]: 3}], [{[onBoard]: 3}], own), 'unclear', own);
      assert.equal(compare([{[own]: 3, winner: 5}], [{[onBoard]: 3, winner: 5}], 'nobody'), 'same', own);
    }
  });
});
