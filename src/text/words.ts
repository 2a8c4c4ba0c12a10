import {languageCodes, toLanguageTag} from './languages.js';
import {onTables, tableFor, type TextTable} from './tables.js';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];
/** The language of our texts; others come from language files. */
const LANGUAGE = 'en';

/**
 * The locale for numbers and times in our sentences: `locale` if our text is in its language, else the language of the
 * text. An empty or unreadable `locale` means the browser's.
 */
export function localeOfWords(locale: string): string {
  return speechFor(locale).words;
}

/** For `lang` attributes: the language of our text and the requested one, if they differ; else `undefined`. */
export function mixedLanguages(locale: string): {words: string; figures: string} | undefined {
  return speechFor(locale).mixed;
}

/** Our texts in the language for `locale`, where a language file, or the page, has any. */
export function textsFor(locale: string): TextTable | undefined {
  return speechFor(locale).table;
}

/** How the words of a language file are read; `undefined` for our own, which follow the page. */
export function directionOfWords(locale: string): 'ltr' | 'rtl' | undefined {
  const {table, words} = speechFor(locale);
  const [language = ''] = languageCodes(words);
  if (!table || language === LANGUAGE) return undefined;
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

type Speech = {
  readonly asked: string;
  readonly words: string;
  readonly table?: TextTable | undefined;
  readonly mixed?: {words: string; figures: string};
};

/** The last result for a readable language: each render of an element reads its language several times. */
let last: Speech | undefined;
let isListening = false;

function speechFor(asked: string): Speech {
  if (!isListening) onTables(() => (last = undefined));
  isListening = true;
  if (last?.asked === asked) return last;
  const tag = toLanguageTag(asked);
  if (tag) return (last = speechIn(tag, asked));
  // Not cached: the browser's language may change.
  const {navigator} = globalThis as {navigator?: Partial<Navigator>};
  return speechIn(toLanguageTag(navigator?.language ?? '') ?? LANGUAGE, asked);
}

function speechIn(tag: string, asked: string): Speech {
  const {table} = tableFor(tag) ?? {};
  if (table || languageCodes(tag)[0] === LANGUAGE) return {asked, words: tag, table};
  return {asked, words: LANGUAGE, table: tableFor(LANGUAGE)?.table, mixed: {words: LANGUAGE, figures: tag}};
}
