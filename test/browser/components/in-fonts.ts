import {FONT_NAMES, FONTS, type FontName, LETTERS} from '../../runner/fonts.mjs';

/** A suite that runs once in each of the fonts that tests bring along: what it measures must be true in all of them. */
export function describeInFonts(title: string, suite: () => void, names: readonly FontName[] = FONT_NAMES): void {
  for (const name of names)
    describe(`${title}, in a ${name} font`, () => {
      before(() => useFont(name));
      after(() => useFont('wide'));
      suite();
    });
}

/** Sets the page's texts in a font, once it is really there. */
async function useFont(name: FontName): Promise<void> {
  const {stack} = FONTS[name];
  const {style} = document.documentElement;
  style.fontFamily = stack;
  style.setProperty('--liveops-font', `400 1em/1.4 ${stack}`);
  // The narrow font borrows from the wide one.
  for (const {family, files} of [FONTS.wide, FONTS[name]]) {
    const weights = [...new Set(files.map(({weight}) => weight))];
    for (const weight of weights) {
      const faces = await document.fonts.load(`${weight} 16px '${family}'`, LETTERS.join(''));
      if (!faces.length || faces.some(({status}) => status !== 'loaded')) throw new Error(`${family} is not loaded.`);
    }
  }
}
