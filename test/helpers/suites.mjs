import {readdirSync} from 'node:fs';

const BROWSER = ['components', 'game', 'ui'];
// The longest first, so that those who take them in this order end at about the same time.
const BUILT = ['pages', 'switch-faults', 'frameworks', 'bundle', 'package', 'engines'];
/** Too slow to count what they cover. */
const UNCOUNTED = ['simulation'];
const OWN = [...BUILT, ...UNCOUNTED];

/** Every test file under `test/`, as paths from the package's root with forward slashes. */
export function allTestFiles() {
  return readdirSync('test', {recursive: true, encoding: 'utf8'})
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.test\.(ts|mjs)$/.test(path) && !path.includes('/node_modules/'))
    .sort();
}

/**
 * Test files by suite: `browser` runs in a page, the suites of `BUILT` need `dist/` (each its own, since they differ in
 * speed), `simulation` counts no coverage, and any other folder of `test/` runs in plain Node. A folder inside one of
 * another suite has its own.
 */
export function suitesOf(files) {
  const suites = Object.fromEntries(['node', 'browser', ...OWN].map(name => [name, []]));
  for (const file of files) suites[suiteOf(file)].push(file);
  return suites;
}

function suiteOf(file) {
  const folders = file.split('/').slice(1, -1);
  if (BROWSER.includes(folders[0])) return 'browser';
  return folders.findLast(folder => OWN.includes(folder)) ?? 'node';
}

/** The suites that test the built files. */
export const builtSuites = BUILT;
