import assert from 'node:assert/strict';
import {test} from 'node:test';

import {clanNoun} from '../../../src/text/clan-nouns.js';

const NOUNS =
  'clan guild faction community team squad alliance association coalition union group dynasty order league ' +
  'brotherhood kingdom organization house empire tribe cartel';

test('each of the vendor’s nouns is shown', () => {
  assert.deepEqual(NOUNS.split(' ').map(clanNoun), NOUNS.split(' '));
});

test('the one noun that is a plural becomes singular', () => {
  assert.equal(clanNoun('civilizations'), 'civilization');
});

test('a noun that is new is shown', () => {
  assert.equal(clanNoun('horde'), 'horde');
});

test('what is no English word is a clan', () => {
  for (const word of [
    null,
    '',
    ' ',
    'x',
    'Guild',
    'war band',
    '__proto__',
    '<b>',
    'guild\n',
    'ギルド',
    'x'.repeat(21),
  ]) {
    assert.equal(clanNoun(word), 'clan', String(word));
  }
});
