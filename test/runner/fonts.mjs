/*
 * The fonts that tests bring along from npm: a wide one and a narrow one. Nothing a test measures may depend on the fonts
 * that a machine happens to have.
 */

/** Each family, its weights as files under `node_modules`, and its stack: what a narrow font lacks, the wide one draws. */
export const FONTS = {
  wide: {family: 'DejaVu Sans', files: filesOf('dejavu-sans'), stack: "'DejaVu Sans'"},
  narrow: {family: 'Roboto Condensed', files: filesOf('roboto-condensed'), stack: "'Roboto Condensed', 'DejaVu Sans'"},
};

/** The names to run a test in. */
export const FONT_NAMES = Object.keys(FONTS);

/** What a page of the browser tests has in its head: both fonts, and its texts in the wide one. */
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
