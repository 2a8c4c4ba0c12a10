import assert from 'node:assert/strict';
import {test} from 'node:test';
import {movesOf} from '../../../components/clan-contributors/row-animation.js';
import type {Contributor} from '../../../src/model.js';

const rows = (names: readonly string[]): Contributor[] =>
  names.map((name, index) => ({rank: index + 1, name, amount: names.length - index, own: false}));

const moves = (before: string, after: string): string =>
  movesOf(rows([...before]), rows([...after]))
    .map(({from, to}) => `${after[to]} ${from}-${to}`)
    .join(', ');

test('players who changed places moved, and nobody else', () => {
  assert.equal(moves('abcd', 'abcd'), '');
  assert.equal(moves('abcd', 'acbd'), 'c 2-1, b 1-2');
});

test('players who come move nothing but those below them, and those who go nobody', () => {
  assert.equal(moves('ab', 'xab'), 'a 0-1, b 1-2');
  assert.equal(moves('abc', 'ab'), '');
  assert.equal(moves('', 'ab'), '');
});

test('players of one name don’t move, since nobody knows which one did', () => {
  assert.equal(moves('aba', 'baa'), 'b 1-0');
  assert.equal(moves('abc', 'bac'), 'b 1-0, a 0-1');
  assert.equal(moves('abc', 'baa'), 'b 1-0');
});

test('each name is read once, however many rows there are', () => {
  for (const count of [10, 1_000]) {
    let reads = 0;
    const counted = rows(Array.from({length: count}, (_, index) => `p${index}`)).map(row =>
      Object.defineProperty({...row}, 'name', {get: () => (reads++, row.name)}),
    );

    assert.equal(movesOf(counted, [...counted].reverse()).length, count - (count % 2));
    assert.equal(reads, 2 * count);
  }
});
