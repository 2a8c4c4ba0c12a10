import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {newPage} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

const CLASSIC = '<script src="/dist/liveops-elements.iife.js"></script>';
const MODULE = '<script type="module" src="/dist/liveops-elements.js"></script>';
const NPM = '<script type="module" src="/npm.js"></script>';

/** The built npm modules of both elements as a studio's bundler packs them. */
async function bundleFromNpm(): Promise<string> {
  const contents = ['session', 'clan-contributors'].map(name => `import './dist/components/${name}/define.js';`);
  const {outputFiles} = await build({
    stdin: {contents: contents.join('\n'), resolveDir: '.'},
    bundle: true,
    format: 'esm',
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]!.text;
}

describe('A page with two copies', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let npm: string;

  before(async () => {
    [sandbox, browser, npm] = await Promise.all([startSandbox(), borrowChrome(), bundleFromNpm()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  for (const [copies, head] of [
    ['the classic script twice', CLASSIC + CLASSIC],
    ['the classic script and the module', CLASSIC + MODULE],
    ['the classic script and npm modules', CLASSIC + NPM],
    ['npm modules and the module', NPM + MODULE],
  ] as const)
    it(`of one kind or two, works and warns once: ${copies}`, async t => {
      const served = await servePage(await studioPage(sandbox, head), {'/npm.js': npm});
      t.after(() => served.close());
      const {page, misdeeds} = await newPage(browser);

      await page.goto(served.url, {waitUntil: 'networkidle'});
      await boardShows(page, WOLVES);

      assert.deepEqual(misdeeds.errors, []);
      assert.equal(misdeeds.warnings.length, 1, misdeeds.warnings.join('\n'));
      assert.match(misdeeds.warnings[0]!, /twice/);
    });

  it('is quiet with one copy of the npm modules', async t => {
    const served = await servePage(await studioPage(sandbox, NPM), {'/npm.js': npm});
    t.after(() => served.close());
    const {page, misdeeds} = await newPage(browser);

    await page.goto(served.url);
    await boardShows(page, WOLVES);

    assert.deepEqual([misdeeds.errors, misdeeds.warnings], [[], []]);
  });

  it('understands a session element of the one copy in a board of the other', async t => {
    const half = (name: string): string => npm.replaceAll(`"liveops-${name}"`, `"other-${name}"`);
    const html = await studioPage(sandbox, `${CLASSIC}${NPM}`);
    const mixed = html.replaceAll('liveops-clan-contributors', 'other-clan-contributors');
    const served = await servePage(mixed, {'/npm.js': half('clan-contributors')});
    t.after(() => served.close());
    const {page} = await newPage(browser);

    await page.goto(served.url);

    await boardShows(page, WOLVES, 'other-clan-contributors');
  });
});
