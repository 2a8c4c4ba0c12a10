import {toLanguageTag} from './languages.js';

/**
 * The formatter of a locale, created once per page: creating `Intl` formatters costs far more than using them. If the
 * engine's `Intl` lacks a part, returns `plain`.
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
