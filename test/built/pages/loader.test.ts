import assert from 'node:assert/strict';
import {after, before, beforeEach, afterEach, describe, it} from 'node:test';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import {waitUntil} from '../../support/wait-until.js';
import {type Misdeeds, newPage, serveApp, type Served} from './browser-page.js';

const AUTO = '<script type="module" src="/dist/elements/auto.js"></script>';

describe('elements/auto.js', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let misdeeds: Misdeeds;
  let asked: string[];
  /** Paths that the server has not at the moment. */
  const missing = new Set<string>();
  /** Paths whose answer waits. */
  let gate: Promise<void> = Promise.resolve();

  before(async () => {
    const app = new Hono();
    app.get('/', c =>
      c.html(`<!doctype html><link rel="icon" href="data:,"><title>Studio</title>${AUTO}<main></main>`),
    );
    app.use('/dist/*', async (c, next) => {
      if (!c.req.path.endsWith('auto.js')) await gate;
      return missing.has(c.req.path) ? c.text('', 503) : next();
    });
    app.use('/dist/*', serveStatic({root: '.'}));
    [served, browser] = await Promise.all([serveApp(app), borrowChrome()]);
  });

  beforeEach(async () => {
    missing.clear();
    gate = Promise.resolve();
    ({page, misdeeds} = await newPage(browser));
    asked = [];
    page.on('request', request => asked.push(new URL(request.url()).pathname));
    const loaded = page.waitForResponse(/auto\.js$/);
    await page.goto(served.url);
    await loaded;
  });

  afterEach(() => page.context().close());
  after(() => Promise.all([browser.close(), served.close()]));

  const add = (html: string): Promise<void> =>
    page.evaluate(text => document.querySelector('main')!.insertAdjacentHTML('beforeend', text), html);
  const defined = (tag: string) => page.waitForFunction(name => customElements.get(name), `liveops-${tag}`);
  const entries = (name: string): string[] => asked.filter(path => path === `/dist/elements/${name}.js`);

  it('asks for nothing where no element is', async () => {
    await add('<p>Nothing of ours</p>');
    await page.evaluate(() => new Promise(requestAnimationFrame));

    assert.deepEqual(
      asked.filter(path => path.startsWith('/dist/')),
      ['/dist/elements/auto.js'],
    );
  });

  it('imports an element that comes later, once, however many there are', async () => {
    await add('<div><liveops-clan-contributors></liveops-clan-contributors></div>'.repeat(3));
    await defined('clan-contributors');
    await add('<liveops-clan-contributors></liveops-clan-contributors>');

    assert.equal(entries('clan-contributors').length, 1);
    assert.equal(entries('clan-switch').length, 0);
    assert.deepEqual(misdeeds.errors, []);
  });

  it('finds elements in shadow roots that are there, and in those of elements that are defined later', async () => {
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.attachShadow({mode: 'open'}).innerHTML = '<liveops-reward-chain></liveops-reward-chain>';
      document.body.append(host, document.createElement('studio-shop'));
    });
    await defined('reward-chain');
    await page.evaluate(() => {
      class Shop extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({mode: 'open'}).innerHTML = '<p></p>';
        }
      }
      customElements.define('studio-shop', Shop);
    });
    await page.evaluate(() => {
      const root = document.querySelector('studio-shop')!.shadowRoot!;
      root.querySelector('p')!.append(document.createElement('liveops-clan-switch'));
    });

    await defined('clan-switch');
  });

  it('keeps room free for an element that is on its way, and shows the page around it', async () => {
    let open = (): void => undefined;
    gate = new Promise(resolve => (open = resolve));
    await add(
      '<liveops-session><p>Shop</p><liveops-clan-contributors>Board</liveops-clan-contributors></liveops-session>',
    );

    const board = page.locator('liveops-clan-contributors');
    const height = await board.evaluate(node => node.getBoundingClientRect().height);
    const seen = (selector: string): Promise<string> =>
      page.locator(selector).evaluate(node => getComputedStyle(node).visibility);

    assert.ok(height > 300, String(height));
    assert.equal(await seen('p'), 'visible');
    await waitUntil(async () => (await seen('liveops-clan-contributors')) === 'visible', 'the end of 1.5 s', 3_000);
    open();
    await defined('clan-contributors');
  });

  for (const name of [
    'clan-contributors',
    'reward-chain',
    'clan-switch',
    'daily-rewards',
    'offer-chain',
    'offers',
    'redeem-code',
  ])
    it(`keeps as much room for ${name} as it takes at first`, async () => {
      let open = (): void => undefined;
      gate = new Promise(resolve => (open = resolve));
      await add(`<liveops-session><liveops-${name}></liveops-${name}></liveops-session>`);
      const heightOf = (): Promise<number> =>
        page.locator(`liveops-${name}`).evaluate(node => node.getBoundingClientRect().height);
      const reserved = await heightOf();
      open();
      await defined(name);

      await page.evaluate(
        tag => (document.querySelector(tag) as unknown as {updateComplete: Promise<unknown>}).updateComplete,
        `liveops-${name}`,
      );
      const taken = await heightOf();
      assert.ok(Math.abs(taken - reserved) < 24, `${reserved} px are kept, ${taken} px are taken`);
    });

  it('never hides for longer than 1.5 s, and not at all where animations are off', async () => {
    gate = new Promise(() => undefined);
    await page.addStyleTag({content: '* {animation: none !important}'});
    await add('<liveops-clan-contributors>Board</liveops-clan-contributors>');

    const style = await page
      .locator('liveops-clan-contributors')
      .evaluate(node => [getComputedStyle(node).visibility, node.getAnimations().length]);

    assert.deepEqual(style, ['visible', 0]);
    gate = Promise.resolve();
  });

  it('plays its animation for 1.5 s, once', async () => {
    gate = new Promise(() => undefined);
    await add('<liveops-clan-contributors>Board</liveops-clan-contributors>');

    const timing = await page.locator('liveops-clan-contributors').evaluate(node => {
      const {duration, iterations, fill, delay} = node.getAnimations()[0]!.effect!.getComputedTiming();
      return [duration, iterations, fill, delay, getComputedStyle(node).visibility];
    });

    assert.deepEqual(timing, [1_500, 1, 'none', 0, 'hidden']);
    gate = Promise.resolve();
  });

  it('names each mistyped tag in one warning, with the one that was meant', async () => {
    await add('<liveops-clan-contributor></liveops-clan-contributor>'.repeat(2));
    await add('<liveops-shop></liveops-shop><liveops-clan-contributor></liveops-clan-contributor>');
    await waitUntil(() => misdeeds.warnings.length > 1, 'two warnings');

    assert.deepEqual(misdeeds.warnings, [
      'liveops-elements has no <liveops-clan-contributor>. Did you mean <liveops-clan-contributors>?',
      'liveops-elements has no <liveops-shop>.',
    ]);
    assert.deepEqual(entries('clan-contributor'), []);
  });

  it('reports an import that failed once, and tries again when the tag is seen again and when the page is online', async () => {
    missing.add('/dist/elements/clan-switch.js');
    const reports = (): string[] => misdeeds.errors.filter(text => text.includes('could not be loaded'));
    const requests = (): number => entries('clan-switch').length;
    const comeOnline = (): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('online')));
    await add('<liveops-clan-switch></liveops-clan-switch>');
    await waitUntil(() => reports().length, 'the report');
    await add('<liveops-clan-switch></liveops-clan-switch>');
    await waitUntil(() => requests() === 2, 'the request of the second tag');
    // The page may come online before it knows that the request has failed.
    await waitUntil(async () => (await comeOnline()) && requests() > 2, 'a request of the page that is online');
    missing.clear();
    await waitUntil(
      async () => (await comeOnline()) && page.evaluate(() => Boolean(customElements.get('liveops-clan-switch'))),
      'the element',
    );

    await defined('clan-switch');
    assert.equal(reports().length, 1);
    const unhandled = misdeeds.errors.filter(text => !/could not be loaded|Failed to load resource/.test(text));
    assert.deepEqual(unhandled, []);
  });
});
