import type {LocalizedText} from '../model.js';
import {languageCodes, toLanguageTag} from './languages.js';

/** The vendor's keys that are not language tags (facts of the reward chain's `popup_*` fields). */
const VENDOR_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^zh(?!-hans).*-(tw|hk|mo|hant)\b/i, 'tw'],
  [/^zh\b/i, 'cn'],
  [/^fil\b/i, 'ph'],
];

export type Localized = {text: string; language: string | undefined};

/**
 * The text for a language: in that language, else in English, else in the first available language. An empty or
 * unreadable `locale` means the browser's languages, in order.
 */
export function localize(texts: LocalizedText, locale: string): string | undefined {
  return localizeIn(texts, locale)?.text;
}

/** The same, with the language of the text, if known. */
export function localizeIn(texts: LocalizedText, locale: string): Localized | undefined {
  const wanted = toLanguageTag(locale);
  for (const tag of wanted ? [wanted] : browserLanguages()) {
    const vendorKey = VENDOR_KEYS.find(([pattern]) => pattern.test(tag))?.[1];
    const keys = [...(vendorKey ? [vendorKey] : []), ...languageCodes(tag)];
    const text = keys.map(key => ownText(texts, key)).find(Boolean);
    if (text) return {text, language: tag};
  }
  const english = ownText(texts, 'en');
  if (english) return {text: english, language: 'en'};
  const [first] = Object.values(texts).filter(Boolean);
  return first ? {text: first, language: undefined} : undefined;
}

/** A key comes from the server, so it may be the name of an inherited property. */
function ownText(texts: LocalizedText, key: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(texts, key) ? texts[key] : undefined;
}

/** Empty without a browser. */
function browserLanguages(): readonly string[] {
  const written = (globalThis as {navigator?: Navigator}).navigator?.languages ?? [];
  return written.flatMap(text => toLanguageTag(text) ?? []);
}
