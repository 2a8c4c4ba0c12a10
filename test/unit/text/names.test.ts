import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inspect} from 'node:util';

import {cleanName} from '../../../src/text/names.js';

/** What stands between `a` and `b` must go. */
const REMOVED: Record<string, string> = {
  'control characters': '\u0000\u0007\b\t\n\r\u001b\u007f\u0080\u0085\u009f',
  'direction marks': '\u061c\u200e\u200f',
  'direction overrides and embeddings': '\u202a\u202b\u202c\u202d\u202e',
  isolates: '\u2066\u2067\u2068\u2069',
  'line and paragraph separators': '\u2028\u2029',
  'spaces without width': '\u200b\u2060\ufeff',
  'invisible operators and deprecated controls': '\u2061\u2062\u2063\u2064\u206a\u206f',
  'annotation marks': '\ufff9\ufffa\ufffb',
};

for (const [kind, characters] of Object.entries(REMOVED)) {
  test(`${kind} are removed`, () => {
    for (const character of characters) assert.equal(cleanName(`a${character}b`), 'ab', inspect(character));
    assert.equal(cleanName(`a${characters}b`), 'ab');
  });
}

test('halves of a surrogate pair become replacement characters', () => {
  assert.equal(cleanName('a\ud83db\ude80'), 'a\ufffdb\ufffd');
});

for (const name of [
  'Rocket',
  'Ana María',
  'محمد العربي',
  'नमस्ते क्षत्रिय',
  'ที่นี่ผู้เล่น',
  'もとや・ガンダム',
  '김철수',
  '王小明',
  'Zoë Ångström',
  'שלום',
  'می‌خواهم',
  'क्‍ष',
  '👨‍👩‍👧‍👦 family',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 England',
  '❤️‍🔥 1️⃣',
  '🇩🇪🇺🇦',
]) {
  test(`${name} stays as it is`, () => assert.equal(cleanName(name), name.normalize('NFC')));
}

for (const name of [
  '<img src=x onerror=alert(1)>',
  '</bdi><script>',
  '${1}{{2}}',
  '&lt;b&gt;',
  '\'"`--',
  '<!--lit$1$-->',
]) {
  test(`${name} stays text`, () => assert.equal(cleanName(name), name));
}

test('letters that are composed in two ways become the same', () => {
  assert.equal(cleanName('Zoe\u0308'), cleanName('Zo\u00eb'));
});

test('no more than four marks stay on one letter', () => {
  assert.equal(cleanName(`x${'\u0338'.repeat(50)}y`), `x${'\u0338'.repeat(4)}y`);
});

test('marks that are parted by invisible characters count together', () => {
  for (const gap of ['\u200b', '\u200d', '\u200c']) {
    const tower = cleanName(`x${`${'\u0338'.repeat(4)}${gap}`.repeat(12)}`);
    assert.ok(tower.split('\u0338').length - 1 <= 4, inspect(gap));
  }
});

test('space around the name is removed', () => {
  assert.equal(cleanName('\u00a0\u3000 Rocket \u2003'), 'Rocket');
});

test('a name has at most 64 characters, none of them cut in half', () => {
  assert.equal(cleanName('x'.repeat(65)), 'x'.repeat(64));
  assert.equal(cleanName('🚀'.repeat(65)), '🚀'.repeat(64));
});

test('a name of which nothing can be seen is empty', () => {
  const blanks = ['', ' \u00a0\u3000', '\u200b\u202e\ufeff', '\u0000'];
  const ignorable = ['\u200d', '\u200c', '\u00ad', '\ufe0f', '\u034f', '\u115f\u1160', '\u3164', '\uffa0', '\u2800'];

  for (const name of [...blanks, ...ignorable]) assert.equal(cleanName(name), '', inspect(name));
});

test('a name of any length costs next to nothing', () => {
  const million = 1_000_000;
  const hostile = ['x'.repeat(million), `x${'\u0301'.repeat(million)}`, '👨‍👩‍👧‍👦'.repeat(100_000), '\u202e'.repeat(million)];

  for (const name of [...hostile, ' '.repeat(million), '\ud800'.repeat(million), '\ufdfa'.repeat(million)]) {
    // The best of a few, since a busy machine may stop for as long as it likes.
    const times = Array.from({length: 5}, () => {
      const start = performance.now();
      cleanName(name);
      return performance.now() - start;
    });
    assert.ok(Math.min(...times) < 20, `${Math.min(...times)} ms`);
    assert.ok([...cleanName(name)].length <= 64);
  }
});
