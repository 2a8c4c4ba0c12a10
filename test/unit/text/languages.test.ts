import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {toLanguageTag} from '../../../src/text/languages.js';
import {localize} from '../../../src/text/localized.js';
import {formatNumber} from '../../../src/text/numbers.js';

describe('A language', () => {
  for (const [written, tag] of [
    ['de', 'de'],
    ['de_DE', 'de-DE'],
    ['pt_BR', 'pt-BR'],
    ['PT_br', 'pt-BR'],
    ['ja_JP', 'ja-JP'],
    ['zh_TW', 'zh-TW'],
    ['zh-Hant_HK', 'zh-Hant-HK'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['zh-CHT', 'zh-Hant'],
    ['iw', 'he'],
    ['iw_IL', 'he-IL'],
    ['in_ID', 'id-ID'],
    ['tl', 'fil'],
    ['no', 'nb'],
    ['no_NO_NY', 'nb-NO'],
    ['de_DE.UTF-8', 'de-DE'],
    ['sr_RS@latin', 'sr-RS'],
    ['zh_TW_#Hant', 'zh-TW'],
    [' fr-CA ', 'fr-CA'],
  ] as const)
    it(`is read from ${written}`, () => assert.equal(toLanguageTag(written), tag));

  for (const written of ['', ' ', 'C', 'POSIX', 'und', 'German', 'schinese', '_', '-', '42', 'x-klingon', '🐺'])
    it(`is not read from "${written}"`, () => assert.equal(toLanguageTag(written), undefined));
});

describe('A text of the project', () => {
  it('is found under an old code and under the new one', () => {
    assert.equal(localize({en: 'English', iw: 'עברית'}, 'he-IL'), 'עברית');
    assert.equal(localize({en: 'English', he: 'עברית'}, 'iw_IL'), 'עברית');
    assert.equal(localize({en: 'English', no: 'Norsk'}, 'nb-NO'), 'Norsk');
    assert.equal(localize({en: 'English', tw: '繁體'}, 'zh_TW'), '繁體');
  });

  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    it(`is never something that every object inherits: ${name}`, () => {
      assert.equal(localize({}, name), undefined);
      assert.equal(localize({en: 'English'}, name), 'English');
    });
});

it('numbers are written in a language as an engine spells it', () => {
  assert.equal(formatNumber(1_234.5, 'de_DE'), '1.234,5');
  assert.equal(formatNumber(1_234, 'constructor'), formatNumber(1_234, ''));
});
