import assert from 'node:assert/strict';
import {test} from 'node:test';

import ar from '../../../src/languages/ar.js';
import ja from '../../../src/languages/ja.js';
import {joined} from '../../../src/text/joined.js';

test('texts in a row have the comma of their language between them', () => {
  const texts = ['a', 'b', 'c'];

  assert.equal(joined(texts), 'a, b, c');
  assert.equal(joined(texts, ar.comma), 'a، b، c');
  assert.equal(joined(texts, ja.comma), 'a、b、c');
  assert.equal(joined(['a']), 'a');
  assert.equal(joined([]), '');
});
