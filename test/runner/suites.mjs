import {readdirSync} from 'node:fs';

// The longest first, so that the lanes end at about the same time.
const BUILT = ['pages', 'quality', 'switch-faults', 'frameworks', 'bundle', 'package', 'engines'];
/** Too slow for coverage. */
const UNCOUNTED = ['simulation'];
/** Tests of the built files that only `npm run prove` runs. */
const LONG = 'long';
/** The folders whose tests are a suite of their own. */
export const FOLDERS_WITH_SUITES = [
  ...BUILT.map(name => `test/built/${name}`),
  ...UNCOUNTED.map(name => `test/long/${name}`),
];

/** Every test file under `test/`, as paths from the package's root with forward slashes. */
export function allTestFiles() {
  return readdirSync('test', {recursive: true, encoding: 'utf8'})
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => /\.test\.(ts|mjs)$/.test(path) && !path.includes('/node_modules/'))
    .sort();
}

/**
 * Test files by suite: `browser` runs in a page; the suites of `test/built` need `dist/` (separate suites, since they
 * differ in speed), as does `long`; `simulation` counts no coverage; everything else, such as all of `test/unit`, runs
 * in plain Node without a build.
 */
export function suitesOf(files) {
  const suites = Object.fromEntries(['node', 'browser', ...BUILT, ...UNCOUNTED, LONG].map(name => [name, []]));
  for (const file of files) suites[suiteOf(file)].push(file);
  return suites;
}

function suiteOf(file) {
  if (file.startsWith('test/browser/')) return 'browser';
  if (file.startsWith('test/long/built/')) return LONG;
  return (
    FOLDERS_WITH_SUITES.find(folder => file.startsWith(`${folder}/`))
      ?.split('/')
      .at(-1) ?? 'node'
  );
}

/** The suites that test the built files. */
export const builtSuites = [...BUILT, LONG];
