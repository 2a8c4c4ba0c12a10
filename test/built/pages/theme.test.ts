import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {createDemo} from '../../../demo/start.js';
import {borrowChrome} from '../../support/chrome.js';
import {newPage, serveApp, type Misdeeds, type Served} from './browser-page.js';

/** Pictures that the page draws itself. */
const PICTURES = 'images.example.com';

/** What a look changes, as the browser computes it: of the element, its heading, and a button and a row put in there. */
function looksOf(element: Locator): Promise<string[]> {
  return element.evaluate(host => {
    const section = host.shadowRoot!.querySelector('section')!;
    const [button, row] = [document.createElement('button'), document.createElement('p')];
    row.className = 'row';
    section.append(button, row);
    const names = ['color', 'backgroundColor', 'backgroundImage', 'borderTopColor', 'borderTopLeftRadius', 'boxShadow'];
    const all = [...names, 'paddingBlockStart', 'fontFamily', 'fontSize', 'fontWeight', 'colorScheme'];
    const found = [host, host.shadowRoot!.querySelector('h2')!, button, row].flatMap(from =>
      all.map(name => `${from.localName} ${name}: ${getComputedStyle(from)[name as 'color']}`),
    );
    button.remove();
    row.remove();
    return found;
  });
}

describe('The theme page', () => {
  let served: Served;
  let browser: Browser;

  before(async () => {
    const nowhere = 'http://127.0.0.1:1';
    const app = createDemo({url: nowhere, apiBase: nowhere, port: 1, close: async () => undefined});
    [served, browser] = await Promise.all([serveApp(app), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), served.close()]));

  async function open(search = ''): Promise<{page: Page; misdeeds: Misdeeds}> {
    const opened = await newPage(browser);
    await opened.page.goto(`${served.url}theme/${search}`);
    await opened.page.waitForSelector('#stage:not([aria-busy])');
    return opened;
  }

  /** A studio's page with what was copied, and nothing else. */
  async function pageWith(css: string, html: string): Promise<Page> {
    const {page} = await newPage(browser);
    const body = `<!doctype html><html lang="en"><style>body {font: 1rem/1.4 system-ui, sans-serif;}</style>${html}<style>${css}</style>
      <script type="module" src="/dist/liveops-elements.js"></script></html>`;
    await page.route('**/copied.html', route => route.fulfill({body, contentType: 'text/html'}));
    await page.goto(`${served.url}copied.html`);
    await page.waitForFunction(() => document.querySelector('liveops-offers')?.shadowRoot?.querySelector('h2'));
    return page;
  }

  for (const search of [
    '?preset=fantasy&theme=dark&accent=%23ff8800&on-accent=%23201000&radius=2&size=125',
    '?theme=dark&surface=%23101010&font=monospace&space=20',
    '?preset=scifi&theme=light&element=offers&text=%23200040',
    '?preset=arcade&row=%23333355',
  ])
    it(`prints CSS that gives another page the same look: ${search}`, async () => {
      const {page, misdeeds} = await open(search);
      const [css = '', html = ''] = await page.locator('#css, #html').allTextContents();

      const copy = await pageWith(css, html);

      const shown = await looksOf(page.locator('liveops-offers'));
      assert.deepEqual(await looksOf(copy.locator('liveops-offers')), shown);
      assert.notDeepEqual(shown, await looksOf((await open()).page.locator('liveops-offers')));
      assert.deepEqual([misdeeds.errors, [...misdeeds.hosts].filter(host => host !== PICTURES)], [[], ['127.0.0.1']]);
    });

  it('says what is wrong in its address, and shows the rest', async () => {
    const {page} = await open('?accent=red&radius=99&preset=dragons&glow=1&theme=dark&row=%23FFEE00');

    const alerts = await page.getByRole('alert').allTextContents();

    assert.equal(alerts.length, 4);
    for (const [index, words] of ['colour such as #ffb454', '0 to 48', 'arcade, fantasy, or scifi', '“glow”'].entries())
      assert.ok(alerts[index]?.includes(words), alerts[index]);
    assert.equal(await page.locator('liveops-offers').getAttribute('theme'), 'dark');
    assert.match((await page.locator('#css').textContent()) ?? '', /--liveops-row: #ffee00;/i);
  });

  it('changes with its controls, keeps them in its address, and warns of texts that are too pale', async () => {
    const {page} = await open();
    const surface = (): Promise<string> =>
      page.locator('liveops-offers').evaluate(element => getComputedStyle(element).backgroundColor);

    await page.locator('[name=preset]').selectOption('scifi');
    await page.getByLabel('Theme', {exact: false}).selectOption('dark');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=accent]')?.value === '#45e0ff');
    await page.getByLabel('Ground').fill('#cccccc');
    await page.getByLabel('Direction').selectOption('right to left');
    await page.getByLabel('Element').selectOption('offers');
    await page.getByText('Text on the ground is hard to read').waitFor();

    assert.equal(await surface(), 'rgb(204, 204, 204)');
    assert.equal(new URL(page.url()).search, '?preset=scifi&theme=dark&surface=%23cccccc&dir=rtl&element=offers');
    assert.equal(await page.locator('liveops-daily-rewards').isVisible(), false);
    assert.equal(await page.locator('liveops-offers').evaluate(one => getComputedStyle(one).direction), 'rtl');
  });

  it('takes no number out of range', async () => {
    const {page} = await open();

    await page.getByLabel('Corners').fill('480');

    assert.equal(new URL(page.url()).search, '');
    assert.equal(await page.locator('#css').textContent(), '/* The preset as it is. */');
  });
});
