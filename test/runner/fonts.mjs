/*
 * The fonts that tests use from npm: a wide one and a narrow one. Measurements must not depend on the machine's fonts.
 */

/** Scripts that a machine may have no font for: boxes in place of their glyphs are as wide as the engine likes. */
const SCRIPTS = {
  devanagari: 'U+0900-097F',
  khmer: 'U+1780-17FF',
  myanmar: 'U+1000-109F',
  thai: 'U+0E00-0E7F',
};

/**
 * Each family, its faces as files under `node_modules`, and its stack: the wide font draws glyphs that the narrow one
 * lacks.
 */
export const FONTS = {
  wide: {family: 'DejaVu Sans', files: [...filesOf('dejavu-sans', 'latin'), ...scriptFiles()], stack: "'DejaVu Sans'"},
  narrow: {
    family: 'Roboto Condensed',
    files: filesOf('roboto-condensed', 'latin'),
    stack: "'Roboto Condensed', 'DejaVu Sans'",
  },
};

/** A letter of each face. */
export const LETTERS = [
  'a',
  ...Object.values(SCRIPTS).map(range => String.fromCodePoint(parseInt(range.slice(2), 16) + 5)),
];

/** The names to run a test in. */
export const FONT_NAMES = Object.keys(FONTS);

/** The head of a page in the browser tests: both fonts, with the wide one for text. */
export function fontStyles() {
  const faces = Object.values(FONTS).flatMap(({family, files}) =>
    files.map(
      ({weight, file, range}) =>
        `@font-face {font-family: '${family}'; font-weight: ${weight}; src: url('/${file}') format('woff2'); unicode-range: ${range};}`,
    ),
  );
  const {stack} = FONTS.wide;
  return `<style>${faces.join(' ')} :root {font-family: ${stack}; --liveops-font: 400 1em/1.4 ${stack};}</style>`;
}

function scriptFiles() {
  return Object.entries(SCRIPTS).flatMap(([script, range]) => filesOf(`noto-sans-${script}`, script, range));
}

function filesOf(name, script, range = 'U+0-10FFFF') {
  return [400, 700].map(weight => ({
    weight,
    file: `node_modules/@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff2`,
    range,
  }));
}
