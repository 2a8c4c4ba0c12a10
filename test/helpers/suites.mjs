import {readdirSync} from 'node:fs';

const BROWSER = ['components', 'game', 'ui'];
const BUILT = ['bundle', 'pages', 'engines', 'package', 'frameworks'];

/** Every test file under `test/`, as paths from the package's root with forward slashes. */
export function allTestFiles() {
  return readdirSync('test', {recursive: true, encoding: 'utf8'})
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.test\.(ts|mjs)$/.test(path))
    .sort();
}

/**
 * Test files by suite: `browser` runs in a page, the suites of `BUILT` need `dist/` (each its own, since they differ in
 * speed), and any other folder of `test/` runs in plain Node.
 */
export function suitesOf(files) {
  const suites = Object.fromEntries(['node', 'browser', ...BUILT].map(name => [name, []]));
  for (const file of files) suites[suiteOf(file)].push(file);
  return suites;
}

function suiteOf(file) {
  const folder = file.split('/')[1];
  if (BROWSER.includes(folder)) return 'browser';
  return BUILT.includes(folder) ? folder : 'node';
}

/** The suites that test the built files. */
export const builtSuites = BUILT;
