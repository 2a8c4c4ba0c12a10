import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

import {transform} from 'esbuild';

/*
 * Why not tsx, which starts the demo: it puts its own calls into functions and classes to keep their names, and the
 * source maps of those calls point elsewhere, so that lines no test ever ran are reported as covered.
 */
const OPTIONS = {
  loader: 'ts',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  tsconfigRaw: readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8'),
};

/** esbuild drops the attribute of `import … with {type: 'json'}` for Node 20, and Node then refuses the file. */
const OUR_JSON = /\/demo\/sandbox\/schema\/.*\.json$/;

/** As in `tsc`'s nodenext, a TypeScript file imports `./name.js` and means `./name.ts`. */
export async function resolve(specifier, context, next) {
  const isOurs = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts');
  if (!isOurs) return next(specifier, context);
  return next(specifier.replace(/\.js$/, '.ts'), context).catch(() => next(specifier, context));
}

export async function load(url, context, next) {
  if (OUR_JSON.test(url))
    return {
      format: 'module',
      source: `export default ${await readFile(fileURLToPath(url), 'utf8')}`,
      shortCircuit: true,
    };
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const sourcefile = fileURLToPath(url);
  const {code} = await transform(await readFile(sourcefile, 'utf8'), {...OPTIONS, sourcefile});
  return {format: 'module', source: code, shortCircuit: true};
}
