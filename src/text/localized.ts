import type {LocalizedText} from '../model.js';

/** The vendor's keys that are no language tags (facts of the reward chain's `popup_*` fields). */
const VENDOR_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^zh(?!-hans).*-(tw|hk|mo|hant)\b/i, 'tw'],
  [/^zh\b/i, 'cn'],
  [/^fil\b/i, 'ph'],
];

/**
 * The text for a language tag: in that language, else in English, else in the first language there is. An empty tag
 * means the languages of the browser, in their order.
 */
export function localize(texts: LocalizedText, locale: string): string | undefined {
  for (const tag of locale ? [locale] : browserLanguages()) {
    const vendorKey = VENDOR_KEYS.find(([pattern]) => pattern.test(tag))?.[1];
    const language = tag.replace(/-.*/, '').toLowerCase();
    const text = texts[vendorKey ?? language] ?? texts[language];
    if (text) return text;
  }
  return texts['en'] ?? Object.values(texts)[0];
}

/** None where there is no browser. */
function browserLanguages(): readonly string[] {
  return (globalThis as {navigator?: Navigator}).navigator?.languages ?? [];
}
