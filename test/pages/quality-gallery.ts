import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import type {AxeResults, RunOptions} from 'axe-core';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {createDemo} from '../../demo/start.js';
import {launchChrome} from '../helpers/chrome.js';
import {serveApp} from './browser-page.js';

export type Gallery = {
  /** The gallery at such an address, once every card has come to its end. Each page may be opened again. */
  open(search: string, page?: Page): Promise<Page>;
  newPage(viewport?: {width: number; height: number}): Promise<Page>;
  close(): Promise<void>;
};

/** The gallery as `npm start` serves it, and a browser whose player asked for less motion. */
export async function startGallery(): Promise<Gallery> {
  const nowhere = 'http://127.0.0.1:1';
  const sandbox = {url: nowhere, apiBase: nowhere, port: 1, close: async () => undefined};
  const [served, browser] = await Promise.all([serveApp(createDemo(sandbox)), launchChrome()]);
  const context = await calmContext(browser);

  const newPage: Gallery['newPage'] = async (viewport = {width: 1_280, height: 900}) => {
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    return page;
  };

  return {
    newPage,
    async open(search, page) {
      const opened = page ?? (await newPage());
      await opened.goto(`${served.url}gallery.html${search}`);
      await opened.waitForSelector('#gallery:not([aria-busy])', {timeout: 30_000});
      const failed = await opened.locator('.card[data-state=failed] h3').allTextContents();
      if (failed.length) throw new Error(`Cards that did not reach their state: ${failed.join(', ')}`);
      return opened;
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** With axe on every page, and without the network: the worker of the gallery draws what pictures it can. */
async function calmContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC'});
  await context.addInitScript(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  await context.route('https://broken.example.com/**', route => route.abort());
  return context;
}

/** A gallery holds one element many times, and its cards are no page: neither says anything about the elements. */
const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  rules: {'landmark-unique': {enabled: false}, region: {enabled: false}, 'heading-order': {enabled: false}},
};

/** What axe objects to inside the page's elements, one line per fault. */
export async function auditPage(page: Page, include = '.stage'): Promise<string[]> {
  const {violations} = await page.evaluate(
    ([selector, options]) => {
      const {axe} = globalThis as unknown as {axe: {run(context: object, options: object): Promise<AxeResults>}};
      return axe.run({include: [selector]}, options);
    },
    [include, OPTIONS] as const,
  );
  return violations.flatMap(({id, nodes}) => nodes.map(({target, html}) => `${id} at ${target.flat().join(' ')}: ${html}`));
}
