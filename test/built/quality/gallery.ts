import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {AxeResults, RunOptions} from 'axe-core';
import type {Page} from 'playwright-core';
import {createDemo} from '../../../demo/start.js';
import {borrowChrome} from '../../support/chrome.js';
import {serveApp} from '../pages/browser-page.js';
import {bringFonts} from '../pages/page-fonts.js';
import {watchTokens} from '../pages/token-traces.js';

const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long a player waits before a switch is called slow, milliseconds. */
const SLOW_MS = 15_000;

/** When each page is opened: countdowns name the time of day. */
const AT = '2026-06-15T15:08:00Z';

export type Gallery = {
  /** A page of a player who asked for less motion, unless told otherwise, with axe on it, and without the network. */
  newPage(reducedMotion?: 'reduce' | 'no-preference'): Promise<Page>;
  /**
   * Shows the gallery at such an address, once every card has come to its state. Where that takes a player's patience,
   * the clock is put forward; `early` sees the page before that.
   */
  open(page: Page, search: string, early?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** The gallery as `npm start` serves it, and a browser. */
export async function startGallery(): Promise<Gallery> {
  const nowhere = 'http://127.0.0.1:1';
  const sandbox = {url: nowhere, apiBase: nowhere, port: 1, close: async () => undefined};
  const [served, browser] = await Promise.all([serveApp(createDemo(sandbox)), borrowChrome()]);
  return {
    async newPage(reducedMotion = 'reduce') {
      const looks = {reducedMotion, locale: 'en-US', timezoneId: 'UTC'};
      const context = await browser.newContext({...looks, viewport: {width: 1_280, height: 900}});
      await context.addInitScript(await AXE);
      await context.route('https://broken.example.com/**', route => route.abort());
      const page = await context.newPage();
      watchTokens(browser, page);
      await page.clock.install({time: AT});
      return page;
    },
    async open(page, search, early = async () => undefined) {
      await page.goto(`${served.url}gallery/${search}`);
      await bringFonts(page);
      await settle(page, early);
    },
    async close() {
      await Promise.all([browser.close(), served.close()]);
    },
  };
}

async function settle(page: Page, early: () => Promise<void>): Promise<void> {
  await page.waitForFunction(() => {
    const pending = [...document.querySelectorAll<HTMLElement>('.card[data-state=pending]')];
    const onlySlow = pending.every(({dataset}) => dataset['name']?.endsWith('still working'));
    return document.querySelector('.card') && onlySlow;
  });
  await early();
  if (await page.locator('.card[data-state=pending]').count()) await page.clock.fastForward(SLOW_MS);
  await page.waitForSelector('#gallery:not([aria-busy])');
  const failed = await page.locator('.card[data-state=failed] h3').allTextContents();
  if (failed.length) throw new Error(`Cards that did not come to their state: ${failed.join(', ')}`);
}

/** A gallery holds one element many times, and its cards are no page: that says nothing about the elements. */
const NOT_ASKED = ['landmark-unique', 'region', 'heading-order'];
const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  rules: Object.fromEntries(NOT_ASKED.map(rule => [rule, {enabled: false}])),
};

/** What axe objects to inside the cards, one line per fault. */
export async function auditCards(page: Page): Promise<string[]> {
  const {violations, passes} = await page.evaluate(options => {
    const {axe} = globalThis as unknown as {axe: {run(context: object, options: object): Promise<AxeResults>}};
    // What is seen of a board's rows is hidden from screen readers, so axe would not look at its contrast.
    const boards = [...document.querySelectorAll('liveops-clan-contributors')];
    const seen = boards.flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll('.rank, .name, .score')]);
    seen.forEach(part => part.removeAttribute('aria-hidden'));
    return axe
      .run({include: [['.stage']]}, options)
      .finally(() => seen.forEach(part => part.setAttribute('aria-hidden', 'true')));
  }, OPTIONS);
  if (!passes.length) throw new Error('axe found nothing to look at.');
  return violations.flatMap(({id, nodes}) =>
    nodes.map(({target, html}) => `${id} at ${target.flat().join(' ')}: ${html.slice(0, 160)}`),
  );
}
