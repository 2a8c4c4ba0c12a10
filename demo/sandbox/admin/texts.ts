/** Texts by locale, as managers write them. */
export type Texts = Readonly<Record<string, string | null>>;

/** The text that players see: the English one, else the first. */
export function shown(texts: Texts | null | undefined): string | null {
  const {en, 'en-US': american, ...others} = texts ?? {};
  return [en, american, ...Object.values(others)].find(text => typeof text === 'string') ?? null;
}

/** A text of the seed, in the form of managers. */
export function inEnglish(text: string | null): Texts | null {
  return text === null ? null : {en: text};
}

/** The vendor's keys for the two Chinese scripts, which are not language codes. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['zh-CN', 'cn'],
  ['zh-TW', 'tw'],
]);

/** Answers have the two-letter form of every locale, whichever was sent. */
export function twoLetter(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([locale, text]) => [SCRIPTS.get(locale) ?? locale.slice(0, 2), text]),
  );
}
