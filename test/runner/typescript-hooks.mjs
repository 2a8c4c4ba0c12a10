import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync} from 'node:fs';
import {readFile, rename, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const {version} = JSON.parse(readFileSync(new URL('../../node_modules/esbuild/package.json', import.meta.url), 'utf8'));

/*
 * We don't use tsx, which starts the demo: it adds calls to functions and classes to keep their names. The source maps
 * of those calls are wrong, so lines that no test ran are reported as covered.
 */
const OPTIONS = {
  loader: 'ts',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  tsconfigRaw: readFileSync(new URL('../../tsconfig.json', import.meta.url), 'utf8'),
};

/** A cache of compiled files, shared by the two hundred processes that need the same files. */
const CACHE = fileURLToPath(new URL('../../.cache/typescript/', import.meta.url));
mkdirSync(CACHE, {recursive: true});

/** esbuild drops the attribute of `import … with {type: 'json'}` for Node 20, and Node then refuses the file. */
const OUR_JSON = /\/demo\/sandbox\/(.+\/)?schema\/[^/]+\.json$/;

const LIMITED_TEST = new URL('./limited-test.mjs', import.meta.url).href;

/** As in `tsc`'s nodenext, a TypeScript file imports `./name.js` and means `./name.ts`. */
export async function resolve(specifier, context, next) {
  if (specifier === 'node:test' && isTestCode(context.parentURL)) return next(LIMITED_TEST, context);
  const isOurs = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts');
  if (!isOurs) return next(specifier, context);
  return next(specifier.replace(/\.js$/, '.ts'), context).catch(() => next(specifier, context));
}

function isTestCode(url) {
  return url !== undefined && url !== LIMITED_TEST && !url.includes('/node_modules/');
}

export async function load(url, context, next) {
  if (OUR_JSON.test(url))
    return {
      format: 'module',
      source: `export default ${await readFile(fileURLToPath(url), 'utf8')}`,
      shortCircuit: true,
    };
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  return {format: 'module', source: await translated(fileURLToPath(url)), shortCircuit: true};
}

async function translated(sourcefile) {
  const source = await readFile(sourcefile, 'utf8');
  const sum = createHash('sha1')
    .update(JSON.stringify([version, OPTIONS, sourcefile, source]))
    .digest('hex');
  const kept = await readFile(CACHE + sum, 'utf8').catch(() => undefined);
  return kept ?? keep(sum, await translate(source, sourcefile));
}

async function translate(source, sourcefile) {
  const {transform} = await import('esbuild');
  const {code} = await transform(source, {...OPTIONS, sourcefile});
  return code;
}

async function keep(sum, code) {
  // Renamed into place, so that no other process reads half of it.
  const draft = `${CACHE}${sum}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, CACHE + sum);
  return code;
}
