import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';

import {BROWSER_ARGS, ensureBrowser} from './browser.mjs';
import {fontStyles} from './fonts.mjs';
import {bundledTests} from './wtr-bundled.mjs';
import {sandboxPlugin} from './wtr-sandbox.mjs';
import {wtrTally} from './wtr-tally.mjs';

// nanostores reads `process.env.NODE_ENV`. Lit warns in every page that this is its development build, which we want;
// its other warnings stay. The runner clones results before it sends them, and cannot clone a node or a function in a
// failure. Without a string in its place, the whole file would time out without a reason.
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
 * Each test file has its own stores: another page would find its journals and delete its databases. And with two test
 * pages at a time, the browser counts one as hidden, where the widgets rightly send no requests.
 */
async function createPage({context}) {
  const own = await context.browser().createBrowserContext();
  const page = await own.newPage();
  page.once('close', () => void own.close().catch(() => undefined));
  await page.emulateFocusedPage(true);
  return page;
}

// Coverage is counted by the file that a page loads.
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
