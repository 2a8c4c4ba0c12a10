import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, beforeEach, describe, it} from 'node:test';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Browser} from 'playwright-core';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/server.js';
import {createDemo} from '../../../demo/start.js';
import {borrowChrome} from '../../support/chrome.js';
import {boardShows, WOLVES} from './board.js';
import {newPage, serveApp, type Served} from './browser-page.js';

const {elements} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {elements: Record<string, {files: string[]}>};
const FILES = elements['clan-contributors']!.files;

describe('The page of one pinned element, under its strict policy', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let served: Served;
  let tampered: string | undefined;

  before(async () => {
    sandbox = await startSandbox({port: 0});
    const demo = createDemo(sandbox);
    const app = new Hono();
    app.use('/dist/*', async (c, next) => {
      const path = c.req.path.replace('/dist/', '');
      if (path !== tampered) return next();
      // A harmless change: the code still runs where nothing checks it.
      const text = `${readFileSync(`dist/${path}`, 'utf8')}\n;globalThis.isTampered = true;`;
      return c.text(text, 200, {'content-type': 'text/javascript'});
    });
    app.use('/dist/*', serveStatic({root: '.'}));
    app.get('/unpinned.html', async c => {
      const answer = await demo.request('/single-elements/');
      const html = (await answer.text()).replace(/<script type="importmap".*?<\/script>/, '');
      return c.html(html.replace(/ integrity="[^"]*"/g, ''), 200, Object.fromEntries(answer.headers));
    });
    app.all('/*', c => demo.fetch(c.req.raw));
    [served, browser] = await Promise.all([serveApp(app), borrowChrome()]);
  });

  beforeEach(() => {
    tampered = undefined;
  });

  after(() => Promise.all([browser.close(), served.close(), sandbox.close()]));

  it('shows the board, and breaks no rule', async () => {
    const {page, misdeeds} = await newPage(browser);
    const answer = await page.goto(`${served.url}single-elements/`);

    await boardShows(page, WOLVES);

    assert.match(
      (await answer!.allHeaders())['content-security-policy']!,
      /default-src 'none'.*trusted-types lit-html/,
    );
    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
  });

  for (const file of FILES)
    it(`refuses ${file.replace(/\.[0-9a-f]{8}\./, '.')} with other bytes, and with it the element`, async () => {
      tampered = file;
      const {page, misdeeds} = await newPage(browser);
      await page.goto(`${served.url}single-elements/`);
      await page.waitForLoadState('networkidle');

      assert.ok(
        misdeeds.errors.some(text => /integrity/i.test(text)),
        misdeeds.errors.join(),
      );
      const state = await page.evaluate(() => [
        Boolean(customElements.get('liveops-clan-contributors')),
        'isTampered' in globalThis,
      ]);
      assert.deepEqual(state, [false, false]);
    });

  it('would run the changed file without the import map, so that the map is what refuses it', async () => {
    tampered = FILES[1];
    const {page, misdeeds} = await newPage(browser);
    await page.goto(`${served.url}unpinned.html`);

    await boardShows(page, WOLVES).catch(error => {
      throw new Error(misdeeds.errors.join(), {cause: error});
    });
    assert.equal(await page.evaluate(() => 'isTampered' in globalThis), true);
  });
});
