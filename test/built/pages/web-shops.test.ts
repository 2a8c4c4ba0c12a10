import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {Hono, type MiddlewareHandler} from 'hono';
import type {Browser, Page} from 'playwright-core';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/server.js';
import {createDemo} from '../../../demo/start.js';
import {recipes} from '../../unit/docs/recipes.js';
import {borrowChrome} from '../../support/chrome.js';
import {newPage, serveApp, type Misdeeds, type Served} from './browser-page.js';

const BOARD = 'liveops-clan-contributors';
const WOLVES = ['winner 555', 'Rocket 398 own', 'MrJoe 201', 'beginner 1'];
const NOTHING: Misdeeds = {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])};

/*
 * As far as it goes without the vendor's editor: no compiler, no React and no policy of the Shop Builder's, and no
 * sign-in of a shop. docs/guide/web-shop.md says so.
 */
describe('The pages of web shops', () => {
  let sandbox: Sandbox;
  let demo: Served;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox({port: 0}), borrowChrome()]);
    demo = await serveApp(createDemo(sandbox));
  });

  after(() => Promise.all([browser?.close(), demo?.close(), sandbox?.close()]));

  /** Opens a page and notes what it asks for. */
  async function open(name: string, {url} = demo) {
    const opened = await newPage(browser);
    const asked: string[] = [];
    opened.page.on('request', request => asked.push(new URL(request.url()).pathname));
    await opened.page.goto(`${url}web-shops/${name}.html`);
    return {...opened, count: (ending: string) => asked.filter(path => path.endsWith(ending)).length};
  }

  for (const [name, boards] of [
    ['custom-code', 2],
    ['custom-block', 2],
    ['headless', 1],
  ] as const)
    it(`show the four wolves, the own row marked: ${name}`, async () => {
      const {page, misdeeds} = await open(name);

      assert.deepEqual(await rowsOf(page, boards), Array(boards).fill(WOLVES));
      assert.deepEqual(misdeeds, NOTHING);
    });

  it('load the script once where two “Custom code” blocks name it, and share one session', async () => {
    const {page, count} = await open('custom-code');
    await rowsOf(page, 2);

    assert.equal(count('/liveops-elements.js'), 1);
    assert.equal(count('/contributors/101/top'), 1);
  });

  it('add the script once where two custom blocks add it', async () => {
    const {page, count} = await open('custom-block');
    await rowsOf(page, 2);

    assert.equal(count('/liveops-elements.js'), 1);
    assert.equal(await page.locator('script[src$="liveops-elements.js"]').count(), 1);
  });

  it('give the custom block’s settings to the board', async () => {
    const {page} = await open('custom-block');
    await rowsOf(page, 2);

    const board = page.locator(BOARD).first();
    assert.equal(await board.getAttribute('theme'), 'dark');
    assert.match(await board.ariaSnapshot(), /heading "Top contributors"/);
    const climb = board.locator('button[part~=climb]');
    assert.equal(await climb.evaluate(button => getComputedStyle(button).backgroundColor), 'rgb(255, 180, 84)');
  });

  it('say that the player is signed out where the back end knows nobody', async () => {
    const {page} = await newPage(browser);
    await page.route('**/session-token*', route => route.fulfill({status: 401}));
    for (const name of ['custom-code', 'custom-block', 'headless']) {
      await page.goto(`${demo.url}web-shops/${name}.html`);

      await page.getByText('Sign in to see your clan.').first().waitFor();
    }
  });

  it('offer the smallest item that reaches the next rank', async () => {
    const {page, misdeeds} = await open('headless');

    await page.getByRole('button', {name: '158 points to rank 1'}).click();

    await page.getByText('Night lantern lifts your clan').waitFor();
    assert.deepEqual(misdeeds, NOTHING);
  });

  it('refresh and sign out by the session', async () => {
    const {page} = await open('headless');
    await rowsOf(page, 1);

    await page.addScriptTag({type: 'module', content: recipes()['events']!});

    await page.getByText('Sign in to see your clan.').waitFor();
  });

  it('run under the policy that docs/guide/web-shop.md gives', async t => {
    const strict = await serveApp(new Hono().use(sendPolicy(sandbox)).route('/', createDemo(sandbox)));
    t.after(() => strict.close());

    const {page, misdeeds} = await open('headless', strict);

    assert.deepEqual(await rowsOf(page, 1), [WOLVES]);
    assert.deepEqual(misdeeds, NOTHING);
  });
});

/** The policy of the docs with the demo's hosts. All else is forbidden, but the page's own style sheet and icon. */
function sendPolicy({url}: Sandbox): MiddlewareHandler {
  const given = recipes()
    ['policy']!.replace('https://static.example.com', '')
    .replace('https://store.xsolla.com', url)
    .replace('img-src', 'img-src data:')
    .replaceAll('\n', ' ');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', `default-src 'none'; style-src 'self'; ${given}`);
  };
}

/** Waits until so many boards have four rows each, and reads all of them. */
async function rowsOf(page: Page, boards: number): Promise<string[][]> {
  const last = page.locator(`${BOARD} [part~=row]`).nth(boards * WOLVES.length - 1);
  await last.waitFor({timeout: 20_000});
  return page.evaluate(readBoards, BOARD);
}

function readBoards(tag: string): string[][] {
  const text = (row: Element, part: string): string => row.querySelector(`[part~=${part}]`)!.textContent.trim();
  const read = (row: Element): string =>
    `${text(row, 'name')} ${text(row, 'amount')}${row.matches('[part~=own-row]') ? ' own' : ''}`;
  return [...document.querySelectorAll(tag)].map(board => {
    return [...board.shadowRoot!.querySelectorAll('[part~=row]')].map(read);
  });
}
