/** Old codes that engines and systems still write, and their replacements. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['in', 'id'],
  ['ji', 'yi'],
  ['tl', 'fil'],
  ['no', 'nb'],
]);
/** .NET's names for the two Chinese scripts, which are not language tags. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['zh-chs', 'zh-Hans'],
  ['zh-cht', 'zh-Hant'],
]);

/**
 * Reads a language as browsers, game engines and operating systems write it: `pt-BR`, `pt_BR`, `zh-Hant_TW`, `iw`,
 * `de_DE.UTF-8`. Invalid parts at the end are removed.
 *
 * @returns The canonical BCP 47 tag; `undefined` for anything else, such as `German`, `C`, `und` and an empty string.
 */
export function toLanguageTag(text: string): string | undefined {
  const [written = ''] = text.trim().split(/[.@]/);
  const subtags = written.replace(/_/g, '-').split('-');
  while (subtags.length) {
    const tag = subtags.join('-');
    const canonical = canonicalize(SCRIPTS.get(tag.toLowerCase()) ?? tag);
    // Language codes have fewer than five letters; language names have more.
    if (canonical) return /^(und|[a-z]{4,8})\b/.test(canonical) ? undefined : replaceOldCode(canonical);
    subtags.pop();
  }
  return undefined;
}

/** The codes under which texts in this language may be stored, the newest first. */
export function languageCodes(tag: string): readonly string[] {
  const code = tag.replace(/-.*/, '').toLowerCase();
  const others = [...REPLACED].filter(([, current]) => current === code);
  return [code, ...others.map(([old]) => old)];
}

function canonicalize(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Not every engine's `Intl` knows each of them. */
function replaceOldCode(tag: string): string {
  return tag.replace(/^[a-z]+/, code => REPLACED.get(code) ?? code);
}
