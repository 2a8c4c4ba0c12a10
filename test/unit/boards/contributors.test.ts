import assert from 'node:assert/strict';
import {test} from 'node:test';

import {toContributors} from '../../../src/boards/contributors.js';

function ownRows(names: readonly string[], ownName?: string): boolean[] {
  const rows = names.map((name, index) => ({name, amount: 100 - index}));
  return toContributors(rows, {ownName}).map(row => row.own);
}

test('rows are ranked, and their names made safe', () => {
  const rows = [
    {name: ' winner ', amount: 555},
    {name: 'Rocket', amount: 398},
    {name: 'Tied', amount: 398},
    {name: '', amount: null},
  ];

  assert.deepEqual(toContributors(rows, {ownName: 'Rocket'}), [
    {rank: 1, name: 'winner', amount: 555, own: false},
    {rank: 2, name: 'Rocket', amount: 398, own: true},
    {rank: 2, name: 'Tied', amount: 398, own: false},
    {rank: 4, name: '', amount: null, own: false},
  ]);
});

test('an amount too large for a number keeps its digits', () => {
  const digits = '9007199254740993';

  const [row] = toContributors([{name: 'Bo', amount: 9007199254740992, digits}], {});

  assert.deepEqual(row, {rank: 1, name: 'Bo', amount: 9007199254740992, digits, own: false});
});

test('names are compared as they are shown', () => {
  assert.deepEqual(ownRows([' Rocket '], 'Rocket'), [true]);
  assert.deepEqual(ownRows(['Rocket'], ' Rocket '), [true]);
  assert.deepEqual(ownRows(['rocket', 'Rocket2'], 'Rocket'), [false, false]);
});

test('names are compared without white space that nobody sees', () => {
  for (const [name, ownName] of [
    ['Rocket Man', 'Rocket  Man'],
    ['Rocket\u00a0Man', 'Rocket Man'],
    ['Rocket Man', '\n  Rocket\n  Man\n'],
    ['Ren\u00e9', 'Rene\u0301'],
  ] as const) {
    const [row] = toContributors([{name, amount: 1}], {ownName});
    assert.equal(row?.own, true, JSON.stringify([name, ownName]));
  }
  assert.deepEqual(ownRows(['RocketMan'], 'Rocket Man'), [false]);
});

test('players who share the name are all marked, since the answer tells them apart by nothing', () => {
  assert.deepEqual(ownRows(['Rocket', 'MrJoe', 'Rocket'], 'Rocket'), [true, false, true]);
});

test('without an own name no row is marked, not even one without a name', () => {
  assert.deepEqual(ownRows(['', ' '], undefined), [false, false]);
  assert.deepEqual(ownRows(['', ' '], ''), [false, false]);
  assert.deepEqual(ownRows(['', ' '], '  '), [false, false]);
});

/** The names in the order shown, of rows given as `name amount`, after a board that showed others. */
function orderOf(before: readonly string[], after: readonly string[]): string[] {
  const toRows = (texts: readonly string[]) =>
    texts.map(text => ({name: text.split(' ')[0]!, amount: text.endsWith('null') ? null : Number(text.split(' ')[1])}));
  const shown = toContributors(toRows(before), {});
  return toContributors(toRows(after), {}, shown).map(({name}) => name);
}

test('players with equal points keep their order, whatever the server’s new one', () => {
  assert.deepEqual(orderOf(['a 9', 'b 5', 'c 5', 'd 5'], ['a 9', 'd 5', 'b 5', 'c 5']), ['a', 'b', 'c', 'd']);
});

test('the server’s order decides everywhere else', () => {
  assert.deepEqual(orderOf(['a 9', 'b 5'], ['b 5', 'a 9']), ['b', 'a']);
  assert.deepEqual(orderOf(['a 5', 'b 5'], ['b 6', 'a 5']), ['b', 'a']);
  assert.deepEqual(orderOf(['a 5', 'b 5'], ['b null', 'a null']), ['b', 'a']);
  assert.deepEqual(orderOf(['a 5', 'x 6', 'b 5'], ['b 5', 'x 6', 'a 5']), ['b', 'x', 'a']);
});

test('newcomers stand behind those with as many points who were there, in the server’s order', () => {
  assert.deepEqual(orderOf(['b 5', 'a 5'], ['n 5', 'a 5', 'm 5', 'b 5']), ['b', 'a', 'n', 'm']);
});

test('names that repeat lose no row', () => {
  assert.deepEqual(orderOf(['a 5', 'a 5'], ['a 5', 'b 5', 'a 5']), ['a', 'a', 'b']);
});

test('a newcomer is above those with fewer points, whoever was first before', () => {
  assert.deepEqual(orderOf(['a 5', 'b 4'], ['n 6', 'a 5', 'b 4']), ['n', 'a', 'b']);
});
