import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {waitUntil} from '../../support/wait-until.js';
import {boardShows, WOLVES} from './board.js';
import {type Misdeeds, newPage, type Served} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

type Elements = Record<string, {files: string[]; importmap: string; modulepreload: string[]}>;

const {elements} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {elements: Elements};
const MOST_FILES = 6;
const CLAN_ELEMENTS = ['clan-contributors', 'reward-chain', 'clan-switch'];

const tagOf = (name: string): string => `<script type="module" src="/dist/elements/${name}.js"></script>`;

describe('A page with single elements', () => {
  let sandbox: SandboxControl;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  /** A page of a studio with these tags; the scripts of ours that it asked for, and each use of IndexedDB. */
  async function open(head: string, change = (html: string) => html) {
    const served: Served = await servePage(change(await studioPage(sandbox, head)));
    const opened: {page: Page; misdeeds: Misdeeds} = await newPage(browser);
    const {page} = opened;
    const scripts: string[] = [];
    page.on('request', request => {
      const {pathname} = new URL(request.url());
      if (pathname.startsWith('/dist/') && pathname.endsWith('.js')) scripts.push(pathname.replace('/dist/', ''));
    });
    await page.addInitScript(() => {
      const uses: string[] = [];
      Object.assign(globalThis, {databases: uses});
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name, version) {
        uses.push(name);
        return open.call(this, name, version);
      };
    });
    await page.goto(served.url);
    const databases = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as {databases: string[]}).databases);
    return {...opened, scripts, databases, close: () => served.close()};
  }

  it('shows a board from one tag, with at most six files, no journal and no database', async t => {
    const {page, misdeeds, scripts, databases, close} = await open(tagOf('clan-contributors'));
    t.after(close);

    await boardShows(page, WOLVES);

    assert.deepEqual(misdeeds, {errors: [], warnings: [], hosts: new Set(['127.0.0.1'])});
    assert.ok(scripts.length <= MOST_FILES, scripts.join());
    assert.deepEqual(
      scripts.filter(path => /journal|switch/.test(path)),
      [],
    );
    assert.deepEqual(await databases(), []);
    assert.deepEqual(scripts.sort(), [...elements['clan-contributors']!.files].sort());
  });

  it('says which import is missing for what it has not loaded', async t => {
    const {page, close} = await open(tagOf('clan-contributors'));
    t.after(close);
    await boardShows(page, WOLVES);

    const error = await page.evaluate(() => {
      try {
        return String(document.querySelector('liveops-session')!.session!.clanSwitch);
      } catch (thrown) {
        const {code, message} = thrown as {code: string; message: string};
        return `${code}: ${message}`;
      }
    });

    assert.match(
      error,
      /^config: `session\.clanSwitch` is not loaded.*clan-switch\/define\.js.*elements\/clan-switch\.js/,
    );
  });

  it('uses the database once it has a clan switch, which may be loaded later', async t => {
    const withSwitch = (html: string): string =>
      html.replace('</liveops-session>', '<liveops-clan-switch></liveops-clan-switch>$&');
    const {page, misdeeds, databases, close} = await open(tagOf('clan-contributors'), withSwitch);
    t.after(close);
    await boardShows(page, WOLVES);

    await page.evaluate(async () => void (await import('/dist/elements/clan-switch.js' as string)));

    await waitUntil(async () => (await databases()).length > 0, 'the journal');
    await page.locator('liveops-clan-switch [part~=status]', {hasText: /\S/}).waitFor();
    assert.deepEqual(misdeeds.errors, []);
  });

  for (const name of CLAN_ELEMENTS)
    it(`finds all that ${name} loads in sri.json, six files at most`, async t => {
      const {page, scripts, misdeeds, close} = await open(tagOf(name));
      t.after(close);
      await page.waitForFunction(
        tag => customElements.get(tag) && customElements.get('liveops-session'),
        `liveops-${name}`,
      );

      assert.deepEqual([...scripts].sort(), [...elements[name]!.files].sort());
      assert.ok(scripts.length <= MOST_FILES, String(scripts.length));
      assert.deepEqual(misdeeds.errors, []);
    });

  it('loads what two elements share once', async t => {
    const {page, scripts, misdeeds, close} = await open(CLAN_ELEMENTS.map(tagOf).join(''));
    t.after(close);
    await boardShows(page, WOLVES);

    assert.equal(new Set(scripts).size, scripts.length, scripts.join());
    assert.deepEqual(misdeeds.warnings, []);
  });

  for (const [order, tags] of [
    ['before', [tagOf('session'), '<script type="module" src="/dist/liveops-elements.js"></script>']],
    ['after', ['<script src="/dist/liveops-elements.iife.js"></script>', tagOf('clan-contributors')]],
  ] as const)
    it(`works ${order} the file with everything, whose elements and its own are defined once`, async t => {
      const {page, misdeeds, close} = await open(tags.join(''));
      t.after(close);

      await boardShows(page, WOLVES);

      const outcome = await page.evaluate(() =>
        document.querySelector('liveops-session')!.session!.clanSwitch.$state.get(),
      );
      assert.equal(outcome.status, 'settled');
      assert.deepEqual(misdeeds.errors, []);
      assert.deepEqual(misdeeds.warnings.length, 1);
      assert.match(misdeeds.warnings[0]!, /on this page twice/);
    });
});
