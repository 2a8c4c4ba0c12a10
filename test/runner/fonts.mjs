/*
 * The fonts that tests use from npm: a wide one and a narrow one. Measurements must not depend on the machine's fonts.
 */

/**
 * Each family, its weights as files under `node_modules`, and its stack: the wide font draws glyphs that the narrow one
 * lacks.
 */
export const FONTS = {
  wide: {family: 'DejaVu Sans', files: filesOf('dejavu-sans'), stack: "'DejaVu Sans'"},
  narrow: {family: 'Roboto Condensed', files: filesOf('roboto-condensed'), stack: "'Roboto Condensed', 'DejaVu Sans'"},
};

/** The names to run a test in. */
export const FONT_NAMES = Object.keys(FONTS);

/** The head of a page in the browser tests: both fonts, with the wide one for text. */
export function fontStyles() {
  const faces = Object.values(FONTS).flatMap(({family, files}) =>
    files.map(
      ({weight, file}) =>
        `@font-face {font-family: '${family}'; font-weight: ${weight}; src: url('/${file}') format('woff2');}`,
    ),
  );
  const {stack} = FONTS.wide;
  return `<style>${faces.join(' ')} :root {font-family: ${stack}; --liveops-font: 400 1em/1.4 ${stack};}</style>`;
}

function filesOf(name) {
  return [400, 700].map(weight => ({
    weight,
    file: `node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`,
  }));
}
