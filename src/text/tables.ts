import {languageCodes, toLanguageTag} from './languages.js';

/** Our texts in one language, by key; a missing one is shown in English. */
export type TextTable = Readonly<Record<string, string>>;

/** What a file of `dist/languages` adds to the page's `LiveOpsMessages`, before or after our own scripts. */
type Entry = readonly [language: string, table: TextTable];

const tables = new Map<string, TextTable>();
const listeners = new Set<() => void>();
let isListening = false;

/**
 * Adds our texts in a language, or replaces some of them. Elements that are on the page show them at once.
 *
 * @throws {TypeError} for a language that is no tag of BCP 47.
 */
export function addTable(language: string, table: TextTable): void {
  const tag = toLanguageTag(language);
  if (!tag) throw new TypeError(`No language tag: ${language}`);
  const key = keyOf(tag);
  tables.set(key, {...tables.get(key), ...table});
  for (const listener of [...listeners]) listener();
}

/** The table for this language tag, and the language that it is in; `undefined` where none was added. */
export function tableFor(tag: string): {readonly language: string; readonly table: TextTable} | undefined {
  readShelf();
  const key = keyOf(tag);
  const table = tables.get(key);
  return table && {language: key, table};
}

/** Calls back when texts were added, until the returned function is called. */
export function onTables(listener: () => void): () => void {
  readShelf();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Chinese has two scripts, which a region may imply; any other language has one table. */
function keyOf(tag: string): string {
  const [language = ''] = languageCodes(tag);
  if (language !== 'zh') return language === 'nb' ? 'no' : language;
  return /-(Hant|TW|HK|MO)\b/i.test(tag) && !/-Hans\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
}

/** Takes what language files have left on the page, and from now on what they bring; so does each copy of this package. */
function readShelf(): void {
  if (isListening) return;
  isListening = true;
  const page = globalThis as {LiveOpsMessages?: Entry[]};
  const shelf = (page.LiveOpsMessages ??= []);
  for (const [language, table] of shelf) addTable(language, table);
  const push = shelf.push.bind(shelf);
  shelf.push = (...entries) => {
    for (const [language, table] of entries) addTable(language, table);
    return push(...entries);
  };
}
