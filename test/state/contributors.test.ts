import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toContributors} from '../../src/state/contributors.js';

const cleanName = (raw: string): string => raw.trim();

function ownRows(names: readonly string[], ownName?: string): boolean[] {
  const rows = names.map((name, index) => ({name, amount: 100 - index}));
  return toContributors(rows, {cleanName, ownName}).map(row => row.own);
}

test('rows are ranked, and their names made safe', () => {
  const rows = [
    {name: ' winner ', amount: 555},
    {name: 'Rocket', amount: 398},
    {name: 'Tied', amount: 398},
    {name: '', amount: null},
  ];

  assert.deepEqual(toContributors(rows, {cleanName, ownName: 'Rocket'}), [
    {rank: 1, name: 'winner', amount: 555, own: false},
    {rank: 2, name: 'Rocket', amount: 398, own: true},
    {rank: 2, name: 'Tied', amount: 398, own: false},
    {rank: 4, name: '', amount: null, own: false},
  ]);
});

test('names are compared as they are shown', () => {
  assert.deepEqual(ownRows([' Rocket '], 'Rocket'), [true]);
  assert.deepEqual(ownRows(['Rocket'], ' Rocket '), [true]);
  assert.deepEqual(ownRows(['rocket', 'Rocket2'], 'Rocket'), [false, false]);
});

test('players who share the name are all marked, since the answer tells them apart by nothing', () => {
  assert.deepEqual(ownRows(['Rocket', 'MrJoe', 'Rocket'], 'Rocket'), [true, false, true]);
});

test('without an own name no row is marked, not even one without a name', () => {
  assert.deepEqual(ownRows(['', ' '], undefined), [false, false]);
  assert.deepEqual(ownRows(['', ' '], ''), [false, false]);
  assert.deepEqual(ownRows(['', ' '], '  '), [false, false]);
});
