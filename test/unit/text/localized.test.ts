import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';

import {localize} from '../../../src/text/localized.js';

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
  ['en-x-zh', 'English'],
  ['en-x-zh-tw', 'English'],
  ['en-x-fil', 'English'],
  ['ja', 'English'],
  ['nonsense!', 'English'],
] as const) {
  test(`${locale || 'no locale'} reads ${text}`, () => assert.equal(localize(texts, locale), text));
}

const browser = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

afterEach(() => {
  if (browser) Object.defineProperty(globalThis, 'navigator', browser);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

/** Puts this in the place of the browser; `undefined` as on a server. */
function setBrowser(navigator: {languages?: readonly string[]} | undefined): void {
  Object.defineProperty(globalThis, 'navigator', {value: navigator, configurable: true});
}

for (const [languages, text] of [
  [['de-AT', 'en'], 'Deutsch'],
  [['ja-JP', 'pt-BR', 'de'], 'Português'],
  [['zh-TW'], '繁體'],
  [['en-GB', 'de'], 'English'],
  [['ja'], 'English'],
  [[], 'English'],
] as const) {
  test(`no locale in a browser of ${languages.join() || 'no language'} reads ${text}`, () => {
    setBrowser({languages});

    assert.equal(localize(texts, ''), text);
  });
}

test('a locale is not passed over for a language of the browser', () => {
  setBrowser({languages: ['de']});

  assert.equal(localize(texts, 'ja'), 'English');
});

test('no locale reads English where there is no browser, or one that shows no languages', () => {
  for (const navigator of [undefined, {}]) {
    setBrowser(navigator);

    assert.equal(localize(texts, ''), 'English');
  }
});

test('without the language and without English the first text there is counts', () => {
  assert.equal(localize({ja: '日本語', ko: '한국어'}, 'de'), '日本語');
});

test('a Chinese text under the usual key is found where the vendor’s is missing', () => {
  assert.equal(localize({en: 'English', zh: '中文'}, 'zh-CN'), '中文');
});

test('without any text there is none', () => {
  assert.equal(localize({}, 'en'), undefined);
});
