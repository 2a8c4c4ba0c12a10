import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';

import {BROWSER_ARGS, ensureBrowser} from './browser.mjs';
import {fontStyles} from './fonts.mjs';
import {bundledTests} from './wtr-bundled.mjs';
import {sandboxPlugin} from './wtr-sandbox.mjs';
import {wtrTally} from './wtr-tally.mjs';

// nanostores asks for `process.env.NODE_ENV`. Lit says in every page that this is its development build, which is what
// we want; its other warnings stay. The runner clones results before it sends them, and a node or a function that a test
// failed over cannot be cloned: without the words in its place the whole file would end by the time limit, nameless.
const BEFORE_TESTS = `
  globalThis.process = {env: {NODE_ENV: 'test'}};
  globalThis.litIssuedWarnings = new Set(['dev-mode']);
  const clone = structuredClone;
  const inWords = (key, value) => (key === 'actual' || key === 'expected' ? String(value) : value);
  globalThis.structuredClone = value => {
    try {
      return clone(value);
    } catch {
      return JSON.parse(JSON.stringify(value, inWords));
    }
  };
`;

/**
 * Each test file has stores of its own: a page beside it would find its journals, and delete its databases. And of two
 * test pages at a time the browser calls one hidden, where the widgets rightly ask for nothing.
 */
async function createPage({context}) {
  const own = await context.browser().createBrowserContext();
  const page = await own.newPage();
  page.once('close', () => void own.close().catch(() => undefined));
  await page.emulateFocusedPage(true);
  return page;
}

// Lines are counted by the file that a page loads.
const isCounting = process.argv.includes('--coverage');

export default {
  files: ['test/browser/**/*.test.ts'],
  nodeResolve: isCounting && {exportConditions: ['development']},
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 60_000,
  testFramework: {config: {ui: 'bdd', timeout: '10000'}},
  testRunnerHtml: testFramework => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><title>Tests</title><script>${BEFORE_TESTS}</script>${fontStyles()}</head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  plugins: [
    isCounting ? esbuildPlugin({ts: true, target: 'es2021', tsconfig: 'tsconfig.json'}) : bundledTests(),
    sandboxPlugin(),
  ],
  browsers: [
    chromeLauncher({launchOptions: {executablePath: ensureBrowser(), headless: true, args: BROWSER_ARGS}, createPage}),
  ],
  reporters: [process.env.TALLY_FILE ? wtrTally() : defaultReporter()],
  coverageConfig: {include: ['src/**', 'components/**'], reporters: ['json'], reportDir: 'coverage/browser'},
};
