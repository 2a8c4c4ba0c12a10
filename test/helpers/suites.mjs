import {readdirSync} from 'node:fs';

const BROWSER = ['components', 'game', 'ui'];
// The longest first, so that those who take them in this order end at about the same time.
const ASIDE = ['pages', 'switch-faults', 'simulation', 'frameworks', 'bundle', 'package', 'engines'];

/** Every test file under `test/`, as paths from the package's root with forward slashes. */
export function allTestFiles() {
  return readdirSync('test', {recursive: true, encoding: 'utf8'})
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.test\.(ts|mjs)$/.test(path))
    .sort();
}

/**
 * Test files by suite: `browser` runs in a page, the suites of `ASIDE` need `dist/` or are too slow to count what they
 * cover (each its own, since they differ in speed), and any other folder of `test/` runs in plain Node. A folder inside
 * one of another suite has its own.
 */
export function suitesOf(files) {
  const suites = Object.fromEntries(['node', 'browser', ...ASIDE].map(name => [name, []]));
  for (const file of files) suites[suiteOf(file)].push(file);
  return suites;
}

function suiteOf(file) {
  const folders = file.split('/').slice(1, -1);
  if (BROWSER.includes(folders[0])) return 'browser';
  return folders.findLast(folder => ASIDE.includes(folder)) ?? 'node';
}

/** The suites that test the built files. */
export const builtSuites = ASIDE.filter(name => name !== 'simulation');
