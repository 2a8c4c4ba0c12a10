import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {ELEMENTS} from '../../../demo/gallery/elements.js';
import {createDemo} from '../../../demo/start.js';
import {borrowChrome} from '../../support/chrome.js';
import {newPage, serveApp, type Misdeeds, type Served} from './browser-page.js';

/** Pictures that the gallery draws itself, and those that a scenario wants broken. */
const PICTURES = 'images.example.com';
const BROKEN = 'broken.example.com';

/** As `npm start` serves it, without the sandbox: the gallery has no use for one. */
function serveGallery(): Promise<Served> {
  const nowhere = 'http://127.0.0.1:1';
  return serveApp(createDemo({url: nowhere, apiBase: nowhere, port: 1, close: async () => undefined}));
}

/** Waits until every card has come to its end; what a player has to wait for comes at once. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const pending = [...document.querySelectorAll<HTMLElement>('.card[data-state=pending]')];
      const onlySlow = pending.every(({dataset}) => dataset['name']?.endsWith('still working'));
      return document.querySelector('.card') && onlySlow;
    },
    undefined,
    {timeout: 50_000},
  );
  if ((await cardsIn(page, 'pending')).length) await page.clock.fastForward(15_000);
  await page.waitForSelector('#gallery:not([aria-busy])');
}

async function cardsIn(page: Page, state: string): Promise<string[]> {
  const cards = page.locator(`.card[data-state=${state}]`);
  return cards.evaluateAll(all =>
    all.map(card =>
      Object.values((card as HTMLElement).dataset)
        .slice(0, 2)
        .join(' '),
    ),
  );
}

describe('The gallery', () => {
  let served: Served;
  let browser: Browser;

  before(async () => {
    [served, browser] = await Promise.all([serveGallery(), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), served.close()]));

  async function open(search = ''): Promise<{page: Page; misdeeds: Misdeeds}> {
    const opened = await newPage(browser);
    await opened.page.clock.install();
    await opened.page.goto(`${served.url}gallery/${search}`);
    await settle(opened.page);
    return opened;
  }

  // One element at a time: all cards at once take longer on a busy machine than each may.
  for (const {tag} of ELEMENTS)
    it(`brings every card of <${tag}> into its state under its own name, without an error and without asking any server`, async () => {
      const {page, misdeeds} = await open(`?element=${tag.replace('liveops-', '')}`);

      assert.deepEqual(await cardsIn(page, 'failed'), []);
      const names = await cardsIn(page, 'reached');
      assert.ok(names.length > 8, String(names.length));
      assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        [],
      );
      assert.deepEqual(
        misdeeds.errors.filter(text => !text.includes(BROKEN)),
        [],
      );
      // The cards of a session that is set up wrongly say so.
      const warnings = misdeeds.warnings.filter(text => !/has waited for 3 seconds.*has no `project-id`/.test(text));
      assert.deepEqual(warnings, []);
      const hosts = [...misdeeds.hosts].filter(host => host !== PICTURES && host !== BROKEN);
      assert.deepEqual(hosts, ['127.0.0.1']);
    });

  it('draws the pictures that scenarios name', async () => {
    const {page} = await open('?element=reward-chain&scenario=default');

    const image = page.locator('img[part~=reward-image]').first();

    await image.evaluate((node: HTMLImageElement) => node.decode());
    assert.ok(await image.isVisible());
  });

  it('draws them after a forced reload, too, which goes past its worker', async () => {
    const {page} = await open('?element=reward-chain&scenario=default');
    const devtools = await page.context().newCDPSession(page);

    await Promise.all([page.waitForEvent('load'), devtools.send('Page.reload', {ignoreCache: true})]);
    await settle(page);

    await page
      .locator('img[part~=reward-image]')
      .first()
      .evaluate((node: HTMLImageElement) => node.decode());
  });

  it('is found under its old address, with what that asked for', async () => {
    const answer = await fetch(`${served.url}gallery.html?element=reward-chain`, {redirect: 'manual'});

    assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/gallery/?element=reward-chain']);
  });

  it('shows what its address asks for', async () => {
    const {page} = await open('?element=reward-chain&scenario=rtl&theme=dark&dir=rtl&width=240&text=200&lang=de');

    const shown = await page.evaluate(() => {
      const {dir, lang} = document.documentElement;
      const element = document.querySelector('liveops-reward-chain');
      const {width} = element!.getBoundingClientRect();
      return {dir, lang, width, theme: element!.getAttribute('theme'), font: getComputedStyle(document.body).fontSize};
    });

    assert.deepEqual(await cardsIn(page, 'reached'), ['liveops-reward-chain rtl']);
    assert.deepEqual(shown, {dir: 'rtl', lang: 'de', width: 240, theme: 'dark', font: '32px'});
  });

  for (const [search, says] of [
    [
      'element=clan-contributor&scenario=no-clan',
      /element “clan-contributor”, which is not one of clan-contributors, clan-switch, /,
    ],
    ['element=clan-switch&scenario=defualt', /scenario “defualt”, which is not one of .*\bdefault\b/],
    ['element=clan-switch&scenario=default&theme=night', /theme “night”, which is not one of light or dark\.$/],
    ['element=clan-switch&scenario=default&width=12', /width “12”, which is not a number from 120 to 2000\.$/],
    ['element=clan-switch&scenario=default&width=wide', /width “wide”/],
    ['element=clan-switch&scenario=default&lang=d', /lang “d”, which is not a language such as /],
    ['element=clan-switch&scenario=default&them=dark', /“them”, which is not one of element, scenario, /],
  ] as const)
    it(`says what is wrong with its address, and shows the rest: ${search}`, async () => {
      const {page, misdeeds} = await open(`?${search}`);

      const faults = await page.locator('.fault[role=alert]').allTextContents();
      assert.equal(faults.length, 1);
      assert.match(faults[0]!, says);
      assert.notDeepEqual(await cardsIn(page, 'reached'), []);
      assert.deepEqual(
        misdeeds.errors.filter(text => !text.includes(BROKEN)),
        [],
      );
    });

  it('says that an element has no card in a scenario, instead of an empty page', async () => {
    const {page} = await newPage(browser);

    await page.goto(`${served.url}gallery/?element=clan-contributors&scenario=claim-refused`);

    await page.getByText('No card of <liveops-clan-contributors> is in the scenario “claim-refused”.').waitFor();
    await page.waitForSelector('#gallery:not([aria-busy])', {state: 'attached'});
  });

  it('says nothing where its address is right', async () => {
    const {page} = await open('?element=clan-switch&scenario=default&dir=ltr&text=100&width=333&lang=pt-BR');

    assert.equal(await page.locator('.fault').count(), 0);
  });

  it('stops what moves where its address asks for less motion', async () => {
    const moving = async (search: string): Promise<number> => {
      const {page} = await open(`?element=clan-contributors&scenario=slow${search}`);
      return page.evaluate(() => {
        const {shadowRoot} = document.querySelector('liveops-clan-contributors')!;
        return shadowRoot!.getAnimations().length;
      });
    };

    assert.ok(await moving(''));
    assert.equal(await moving('&motion=reduce'), 0);
  });
});
