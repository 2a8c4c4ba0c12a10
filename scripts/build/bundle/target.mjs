/*
 * Without this, newer syntax in a library or in our code would stop the whole script in the oldest browsers, before its
 * first line runs. The browsers are those of `browserslist` in package.json.
 */
import browserslistToEsbuild from 'browserslist-to-esbuild';
import {transform} from 'esbuild';

/** The supported browsers, in esbuild's notation. */
export const TARGET = browserslistToEsbuild();

/**
 * Rewrites what the oldest supported browsers cannot parse. `minifyIdentifiers` shortens local and `#private` names,
 * which no other file can see.
 *
 * Template literals become plain strings: a page's own optimiser may treat a nested one as code, and strip the spaces
 * that our templates need.
 *
 * @returns {import('rollup').OutputPlugin}
 */
export function loweredSyntax({minifyIdentifiers}) {
  const supported = {'template-literal': false};
  const options = {target: TARGET, minifyIdentifiers, legalComments: 'none', sourcemap: true, supported};
  return {
    name: 'lowered-syntax',
    renderChunk: (code, _chunk, {format, name}) => transform(code, {...options, ...(format === 'iife' && scope(name))}),
  };
}

/** Lowered code starts with helpers, which would otherwise be global names of the page. */
function scope(name) {
  const end = name ? `return ${name}})();` : '})();';
  return {banner: `${name ? `var ${name}=` : ''}(function(){`, footer: end};
}

/** Whether the oldest supported browsers can parse the code: then lowering it changes nothing. */
export async function isParsedByAll(code) {
  const readings = [TARGET, 'esnext'].map(target => transform(code, {target, legalComments: 'none'}));
  const [lowered, kept] = await Promise.all(readings);
  return lowered.code === kept.code;
}
