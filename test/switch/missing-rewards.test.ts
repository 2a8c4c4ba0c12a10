import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {Reward} from '../../src/model.js';
import {missingRewards} from '../../src/switch/snapshot.js';
import {granted, reward} from './parts.js';

function missing(expected: readonly Reward[], answer: readonly Reward[]): readonly string[] {
  return missingRewards(expected, answer).map(({sku, quantity}) => (quantity ? `${sku} ×${quantity}` : sku));
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
