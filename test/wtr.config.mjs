import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';

import {BROWSER_ARGS, ensureBrowser} from './helpers/browser.mjs';
import {sandboxPlugin} from './helpers/wtr-sandbox.mjs';
import {wtrTally} from './helpers/wtr-tally.mjs';

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

/** Of two test pages at a time the browser calls one hidden, where the widgets rightly ask for nothing. */
async function createPage({context}) {
  const page = await context.newPage();
  await page.emulateFocusedPage(true);
  return page;
}

export default {
  files: ['test/components/**/*.test.ts', 'test/game/**/*.test.ts', 'test/ui/**/*.test.ts'],
  nodeResolve: {exportConditions: ['development']},
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: {config: {ui: 'bdd', timeout: '10000'}},
  testRunnerHtml: testFramework => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><title>Tests</title><script>${BEFORE_TESTS}</script></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  plugins: [esbuildPlugin({ts: true, target: 'es2021', tsconfig: 'tsconfig.json'}), sandboxPlugin()],
  browsers: [
    chromeLauncher({launchOptions: {executablePath: ensureBrowser(), headless: true, args: BROWSER_ARGS}, createPage}),
  ],
  reporters: [process.env.TALLY_FILE ? wtrTally() : defaultReporter()],
  coverageConfig: {include: ['src/**', 'components/**'], reporters: ['json'], reportDir: 'coverage/browser'},
};
