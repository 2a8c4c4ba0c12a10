import assert from 'node:assert/strict';
import {test} from 'node:test';

import {localize} from '../../src/text/localized.js';

const texts = {de: 'Deutsch', en: 'English', pt: 'Português', cn: '简体', tw: '繁體', ph: 'Filipino'};

for (const [locale, text] of [
  ['de', 'Deutsch'],
  ['de-AT', 'Deutsch'],
  ['DE-at', 'Deutsch'],
  ['pt-BR', 'Português'],
  ['zh', '简体'],
  ['zh-CN', '简体'],
  ['zh-SG', '简体'],
  ['zh-Hans', '简体'],
  ['zh-Hans-CN', '简体'],
  ['zh-Hans-HK', '简体'],
  ['zh-Hans-TW', '简体'],
  ['zh-TW', '繁體'],
  ['zh-HK', '繁體'],
  ['zh-MO', '繁體'],
  ['zh-Hant', '繁體'],
  ['zh-Hant-TW', '繁體'],
  ['ZH-hant-hk', '繁體'],
  ['fil', 'Filipino'],
  ['fil-PH', 'Filipino'],
  ['fi', 'English'],
  ['ja', 'English'],
  ['', 'English'],
  ['nonsense!', 'English'],
] as const) {
  test(`${locale || 'no locale'} reads ${text}`, () => assert.equal(localize(texts, locale), text));
}

test('without the language and without English the first text there is counts', () => {
  assert.equal(localize({ja: '日本語', ko: '한국어'}, 'de'), '日本語');
});

test('a Chinese text under the usual key is found where the vendor’s is missing', () => {
  assert.equal(localize({en: 'English', zh: '中文'}, 'zh-CN'), '中文');
});

test('without any text there is none', () => {
  assert.equal(localize({}, 'en'), undefined);
});
