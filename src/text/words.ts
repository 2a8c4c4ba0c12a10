import {languageCodes, toLanguageTag} from './languages.js';

/** The language of all `messages`. */
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

type Speech = {asked: string; words: string; mixed?: {words: string; figures: string}};

/** The last result for a readable language: each render of an element reads its language several times. */
let last: Speech | undefined;

function speechFor(asked: string): Speech {
  if (last?.asked === asked) return last;
  const tag = toLanguageTag(asked);
  if (tag) return (last = speechIn(tag, asked));
  // Not cached: the browser's language may change.
  const {navigator} = globalThis as {navigator?: Partial<Navigator>};
  return speechIn(toLanguageTag(navigator?.language ?? '') ?? LANGUAGE, asked);
}

function speechIn(tag: string, asked: string): Speech {
  const areWordsInIt = languageCodes(tag)[0] === LANGUAGE;
  return areWordsInIt ? {asked, words: tag} : {asked, words: LANGUAGE, mixed: {words: LANGUAGE, figures: tag}};
}
