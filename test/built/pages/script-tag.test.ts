import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {newPage} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

const EXPORTS = ['LiveOpsError', 'addMessages', 'climbOf', 'createSession', 'isLiveOpsError', 'rankBy'];

describe('A page with one script tag', () => {
  let sandbox: SandboxControl;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  it('shows the board from a server', async t => {
    const served = await servePage(await studioPage(sandbox, '<script src="/dist/liveops-elements.iife.js"></script>'));
    t.after(() => served.close());
    const {page, misdeeds} = await newPage(browser);

    await page.goto(served.url);
    await boardShows(page, WOLVES);

    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
  });

  it('shows the board from a file, as in a game’s own folder', async t => {
    const folder = await mkdtemp(join(tmpdir(), 'liveops-page-'));
    t.after(() => rm(folder, {recursive: true}));
    const file = join(folder, 'page.html');
    const script = pathToFileURL(resolve('dist/liveops-elements.iife.js')).href;
    await writeFile(file, await studioPage(sandbox, `<script src="${script}"></script>`));
    const {page, misdeeds} = await newPage(browser);

    await page.goto(pathToFileURL(file).href);
    await boardShows(page, WOLVES);

    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
  });

  it('shows the board also where the script comes last', async t => {
    const html = await studioPage(sandbox, '');
    const script = '<script src="/dist/liveops-elements.iife.js"></script></body>';
    const served = await servePage(html.replace('</body>', script));
    t.after(() => served.close());
    const {page} = await newPage(browser);

    await page.goto(served.url);

    await boardShows(page, WOLVES);
  });

  it('has LiveOps, with what the package exports and nothing else', async t => {
    const served = await servePage('<script src="/dist/liveops-elements.iife.js"></script>');
    t.after(() => served.close());
    const {page} = await newPage(browser);
    await page.goto(served.url);

    const names = await page.evaluate(() => Object.keys((globalThis as unknown as {LiveOps: object}).LiveOps));

    assert.deepEqual(names.sort(), EXPORTS);
  });

  it('shows the board from the module, under a strict Content Security Policy', async t => {
    const policy = `default-src 'none'; script-src 'self'; connect-src ${new URL(sandbox.url).origin}; img-src data:`;
    const html = await studioPage(sandbox, '<script type="module" src="/dist/liveops-elements.js"></script>');
    const inline = /<script>(.*)<\/script>/.exec(html)!;
    const meta = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html">`;
    const strict = html.replace(inline[0], '<script src="/own.js"></script>').replace('<meta charset="utf-8">', meta);
    const served = await servePage(strict, {'/own.js': inline[1]!});
    t.after(() => served.close());
    const {page, misdeeds} = await newPage(browser);

    await page.goto(served.url);
    await boardShows(page, WOLVES);

    assert.deepEqual(misdeeds.errors, []);
  });
});
