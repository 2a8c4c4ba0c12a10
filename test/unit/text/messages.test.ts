import assert from 'node:assert/strict';
import {test} from 'node:test';

import {fill} from '../../../src/text/messages.js';

test('placeholders are filled, each as often as it is there', () => {
  assert.equal(fill('{a} and {b} and {a}', {a: '1', b: '2'}), '1 and 2 and 1');
});

test('a value is put in as it is', () => {
  const values = {a: '$& $1 {b} <b>', b: 'never'};

  assert.equal(fill('[{a}]', values), '[$& $1 {b} <b>]');
});

test('a placeholder without a value is empty', () => {
  assert.equal(fill('a{missing}b', {}), 'ab');
});

test('a message without placeholders stays as it is', () => {
  assert.equal(fill('{ } {a-b} $&', {a: '1'}), '{ } {a-b} $&');
});
