import {build} from 'esbuild';

/**
 * Serves each test file as one script with all that it imports: asked for one by one, the modules of a page take longer
 * than most of its tests.
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
    // Where the script is served, for its source map to name the sources by.
    outfile: file.replace(/\.ts$/, '.js'),
    bundle: true,
    write: false,
    // A test may import a file of ours for nothing but its side effects, whatever package.json says of it.
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
