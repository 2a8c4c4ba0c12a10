import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {Hono} from 'hono';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import {serveApp, type Served} from './browser-page.js';
import {GameAround} from './game-page.js';

/** The page for games as an engine has it that stops at the first word it can't read. */
function withBrokenScripts(html: string): string {
  return html.replace(/<script>(?=\s*(?:\/\*[^]*?\*\/\s*)?\S)/g, (tag, at: number) =>
    at === html.lastIndexOf('<script>') ? tag : `${tag}?.`,
  );
}

describe('The page for games in an engine below the floor', () => {
  let browser: Browser;
  let served: Served;

  before(async () => {
    const html = readFileSync('dist/game.html', 'utf8');
    const app = new Hono();
    app.get('/whole', c => c.html(html));
    app.get('/broken', c => c.html(withBrokenScripts(html)));
    [browser, served] = await Promise.all([borrowChrome(), serveApp(app)]);
  });
  after(() => Promise.all([browser.close(), served.close()]));

  async function show(path: string, without: readonly string[] = []) {
    const page = await browser.newPage();
    const game = new GameAround(page, {});
    await game.arrive();
    await page.addInitScript(names => {
      for (const name of names) Object.defineProperty(window, name, {value: undefined});
    }, without);
    await page.goto(served.url + path);
    const {params} = await game.hears('unsupported');
    const text = await page.locator('[role=alert]').innerText();
    await page.context().close();
    return {lacks: params.lacks as unknown, text};
  }

  const READABLE = /needs a newer browser/;

  it('says what it lacks, to the player and to the game, where it can’t read the scripts', async () => {
    const {lacks, text} = await show('broken');

    assert.match(text, READABLE);
    assert.deepEqual(lacks, ['LiveOpsHost', 'scripts']);
  });

  for (const name of ['customElements', 'MutationObserver', 'fetch'])
    it(`says so where there is no ${name}`, async () => {
      const {lacks, text} = await show('whole', [name]);

      assert.match(text, READABLE);
      assert.ok((lacks as string[]).includes(name), String(lacks));
    });
});
