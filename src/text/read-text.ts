import {localize} from './localized.js';

/**
 * A text that the vendor sends as a string in some calls and by language keys in others, as with the names of a coupon's
 * items. `locale` as for `localize`; `undefined` for anything else, and for an empty text.
 */
export function readText(value: unknown, locale: string): string | undefined {
  if (typeof value === 'string') return value.trim() ? value : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = Object.entries(value).filter(([, text]) => typeof text === 'string' && text.trim());
  return localize(Object.fromEntries(texts), locale);
}
