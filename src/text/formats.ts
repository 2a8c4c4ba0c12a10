import {toLanguageTag} from './languages.js';

/**
 * The formatter of a locale, which is made once for the page: `Intl` formatters cost far more to make than to use. Where
 * the engine's `Intl` lacks a part, it is the `plain` one.
 */
export function cached<T>(formats: Map<string, T>, locale: string, plain: T, make: (tag: string | undefined) => T): T {
  let format = formats.get(locale);
  if (!format) {
    try {
      format = make(toLanguageTag(locale));
    } catch {
      format = plain;
    }
    formats.set(locale, format);
  }
  return format;
}
