import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {codeBlocks, readText} from '../../unit/docs/markdown.js';
import {boardShows, WOLVES} from './board.js';
import {newPage, serveApp} from './browser-page.js';

const blocks = codeBlocks(readText('docs/guide/getting-started.md'));

describe('The page of docs/guide/getting-started.md', () => {
  let sandbox: SandboxControl;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });

  after(() => Promise.all([browser?.close(), sandbox?.close()]));

  it('shows the four rows that the guide promises', async t => {
    const {text} = blocks.find(({lang}) => lang === 'html')!;
    const html = text.replaceAll('http://127.0.0.1:8788', sandbox.url);
    const app = new Hono();
    app.get('/', c => c.html(`<!doctype html><link rel="icon" href="data:,">${html}`));
    app.get('/liveops-elements.js', serveStatic({path: 'dist/liveops-elements.js'}));
    const served = await serveApp(app);
    t.after(() => served.close());
    const {page, misdeeds} = await newPage(browser);

    await page.goto(served.url);
    await boardShows(page, WOLVES);

    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
  });
});
