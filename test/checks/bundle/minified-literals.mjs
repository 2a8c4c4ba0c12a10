import {minifyHTMLLiterals} from 'minify-literals';

// Without targets the CSS minifier writes `(width>=400px)` for `(min-width:400px)`, which Chromium 87 does not know.
const targets = {chrome: 87 << 16, safari: (15 << 16) | (4 << 8)};

// A classic script is read in the page's encoding, and terser leaves templates as they are.
const escaped = code => code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Shortens our own html and css templates. @returns {import('rollup').Plugin} */
export function minifiedLiterals() {
  return {
    name: 'minified-literals',
    async transform(code, id) {
      if (id.includes('node_modules')) return null;
      const minified = await minifyHTMLLiterals(code, {fileName: id, css: {targets}});
      return {code: escaped(minified?.code ?? code), map: minified?.map ?? null};
    },
  };
}
