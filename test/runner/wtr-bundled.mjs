import {build} from 'esbuild';

/**
 * Serves each test file as one script with all its imports: requesting the modules one by one takes longer than most
 * tests.
 */
export function bundledTests() {
  return {
    name: 'bundled-tests',
    resolveMimeType: ({path}) => (isTest(path) ? 'js' : undefined),
    serve: ({path}) => (isTest(path) ? bundle(`.${path}`) : undefined),
  };
}

function isTest(path) {
  return path.startsWith('/test/browser/') && path.endsWith('.test.ts');
}

async function bundle(file) {
  const {outputFiles} = await build({
    entryPoints: [file],
    // The path at which the script is served, from which its source map names the sources.
    outfile: file.replace(/\.ts$/, '.js'),
    bundle: true,
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
  return {body: outputFiles[0].text, type: 'js'};
}
