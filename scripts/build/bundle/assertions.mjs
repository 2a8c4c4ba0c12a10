/*
 * Without this, a bundle could ship that loads another file, needs `eval` or Node, depends on the encoding, contains
 * code of the demo or the server side, or doesn't parse in the oldest browsers.
 */
import {isParsedByAll} from './target.mjs';

/** The full bundles. */
export const BUNDLES = ['liveops-elements.js', 'liveops-elements.iife.js'];

const FOREIGN = /[\\/](?:demo|test)[\\/]|[\\/]src[\\/]admin[\\/]/;

const FORBIDDEN = {
  'import()': /\bimport\s*\(/,
  'process.*': /\bprocess\s*\.\s*env\b/,
  'eval()': /(?<![.\w$])eval\s*\(|\bnew Function\b/,
  'a character beyond ASCII': /[^\0-\x7f]/,
};

function around(code, index) {
  return code.slice(Math.max(0, index - 30), index + 50).replace(/\s+/g, ' ');
}

/** The faults in the text of a built file, one line each. */
export async function faultsIn(code, file) {
  const found = Object.entries(FORBIDDEN).flatMap(([name, pattern]) => {
    const index = code.search(pattern);
    return index < 0 ? [] : [`${file}: ${name} at: ${around(code, index)}`];
  });
  return (await isParsedByAll(code)) ? found : [...found, `${file}: syntax that a browser of browserslist lacks`];
}

/** Stops the build if a file must not ship. @returns {import('rollup').OutputPlugin} */
export function assertBundle() {
  return {
    name: 'assert-bundle',
    async generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue;
        const foreign = chunk.moduleIds.filter(id => FOREIGN.test(id)).map(id => `contains ${id}`);
        const outside = [...chunk.imports, ...chunk.dynamicImports].map(id => `imports ${id}`);
        const faults = [...foreign, ...outside, ...(await faultsIn(chunk.code, chunk.fileName))];
        if (faults.length) this.error(faults.join('\n'));
      }
    },
  };
}
