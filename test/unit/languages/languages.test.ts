import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';

import {english, type MessageKey} from '../../../src/text/messages.js';
import {SAME_AS_ENGLISH} from './same-as-english.js';

/** The vendor's languages but English. */
const LANGUAGES = 'ar bg cs de es fil fr he id it ja km ko lo my ne pl pt ro ru th tr vi zh-Hans zh-Hant'.split(' ');

/** The scripts that a text must have at least one letter of. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  bg: 'Cyrillic',
  he: 'Hebrew',
  ja: 'Hiragana}\\p{sc=Katakana}\\p{sc=Han',
  km: 'Khmer',
  ko: 'Hangul',
  lo: 'Lao',
  my: 'Myanmar',
  ne: 'Devanagari',
  ru: 'Cyrillic',
  th: 'Thai',
  'zh-Hans': 'Han',
  'zh-Hant': 'Han',
};

const keys = Object.keys(english) as MessageKey[];
const placeholdersIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[}:]/g)].map(([, name]) => name!))].sort();
/** The categories of each plural form in a text. */
const formsIn = (text: string): string[][] =>
  [...text.matchAll(/\{\w+:([^}]*)\}/g)].map(([, forms]) =>
    forms!
      .split('|')
      .map(form => form.split('=')[0]!)
      .sort(),
  );
const wordsIn = (text: string): string => text.replace(/\{[^}]*\}/g, '');

it('There is a file for each of the vendor’s languages', () => {
  assert.deepEqual(readdirSync('src/languages').sort(), LANGUAGES.map(code => `${code}.ts`).sort());
});

for (const code of LANGUAGES)
  describe(`The texts in ${code}`, async () => {
    const {default: texts} = (await import(`../../../src/languages/${code}.ts`)) as {
      default: Readonly<Record<string, string>>;
    };
    const faults = (isWrong: (text: string, key: MessageKey) => boolean): string[] =>
      keys.filter(key => isWrong(texts[key] ?? '', key)).map(key => `${key}: ${texts[key]}`);

    it('are complete, and none is left over', () => {
      assert.deepEqual(Object.keys(texts).sort(), [...keys].sort());
    });

    it('have the placeholders of the English ones', () => {
      assert.deepEqual(
        faults((text, key) => placeholdersIn(text).join() !== placeholdersIn(english[key]).join()),
        [],
      );
      assert.deepEqual(
        faults(text => /[{}]/.test(wordsIn(text))),
        [],
      );
    });

    it('have every plural form of the language, and no other', () => {
      const expected = [...new Intl.PluralRules(code).resolvedOptions().pluralCategories].sort().join();

      assert.deepEqual(
        faults(text => formsIn(text).some(forms => forms.join() !== expected)),
        [],
      );
    });

    it('differ from English, but for words that are the same', () => {
      const allowed: readonly string[] = SAME_AS_ENGLISH[code] ?? [];
      const same = keys.filter(key => texts[key] === english[key] && /\p{L}/u.test(wordsIn(english[key])));

      assert.deepEqual(same.sort(), [...allowed].sort());
    });

    it('are in the script of the language, without spaces at their ends', () => {
      const script = SCRIPTS[code] ?? 'Latin';
      const letters = new RegExp(`[\\p{sc=${script}}]`, 'u');

      assert.deepEqual(
        faults(text => text !== text.trim() || (/\p{L}/u.test(wordsIn(text)) && !letters.test(text))),
        [],
      );
    });
  });
