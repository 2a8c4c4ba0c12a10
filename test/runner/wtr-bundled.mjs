import {relative} from 'node:path';
import {build} from 'esbuild';
import {allTestFiles, suitesOf} from './suites.mjs';

const FOLDER = 'test/browser';
const CHUNKS = `${FOLDER}/chunks`;

/**
 * Serves each test file as a script, with its imports in chunks that the test files share: requesting the modules one by
 * one takes longer than most tests, and a script for each file with all of its imports is hundreds of megabytes.
 */
export function bundledTests() {
  let scripts;
  return {
    name: 'bundled-tests',
    serverStart: ({fileWatcher}) => void fileWatcher.on('change', () => (scripts = undefined)),
    resolveMimeType: ({path}) => (isScript(path) ? 'js' : undefined),
    async serve({path}) {
      if (!isScript(path)) return undefined;
      scripts ??= bundle();
      const body = (await scripts).get(path.slice(1).replace(/\.ts$/, '.js'));
      return body && {body, type: 'js'};
    },
  };
}

function isScript(path) {
  return path.startsWith(`/${CHUNKS}/`) || (path.startsWith(`/${FOLDER}/`) && path.endsWith('.test.ts'));
}

/** The scripts by their paths. Each is named as it is served, since its source map names the sources from there. */
async function bundle() {
  const {outputFiles} = await build({
    entryPoints: suitesOf(allTestFiles()).browser,
    outdir: '.',
    outbase: '.',
    chunkNames: `${CHUNKS}/[name]-[hash]`,
    bundle: true,
    splitting: true,
    write: false,
    // A test may import one of our files only for its side effects, whatever package.json declares.
    ignoreAnnotations: true,
    format: 'esm',
    target: 'es2021',
    conditions: ['development'],
    sourcemap: 'inline',
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({path, text}) => [relative('.', path).replaceAll('\\', '/'), text]));
}
