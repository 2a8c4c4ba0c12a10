import type {LocalizedText} from '../model.js';

/** The vendor's keys that are no language tags (facts of the reward chain's `popup_*` fields). */
const VENDOR_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^zh(?!-hans).*-(tw|hk|mo|hant)\b/i, 'tw'],
  [/^zh\b/i, 'cn'],
  [/^fil\b/i, 'ph'],
];

/** The text for a language tag: in that language, else in English, else in the first language there is. */
export function localize(texts: LocalizedText, locale: string): string | undefined {
  const vendorKey = VENDOR_KEYS.find(([pattern]) => pattern.test(locale))?.[1];
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  return texts[vendorKey ?? language] ?? texts[language] ?? texts['en'] ?? Object.values(texts)[0];
}
