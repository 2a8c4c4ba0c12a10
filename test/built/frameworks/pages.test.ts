import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {bundleForPage, bundleForServer, shakenForPage} from './bundle.js';
import {installConsumers, type Consumer} from './consumer.js';
import {type Content, openShop, type ShopPage} from './shop-page.js';

type Session = HTMLElementTagNameMap['liveops-session'];
type Board = HTMLElementTagNameMap['liveops-clan-contributors'];

type Server = {render: (props: object) => string | Promise<string>; renderLate?: (props: object) => string};

describe('A page made with', () => {
  let consumer: Consumer;
  let sandbox: SandboxControl;
  let browser: Browser;
  const scripts = new Map<string, string>();

  before(async () => {
    consumer = await installConsumers(['react', 'vue', 'svelte', 'angular', 'plain']);
    sandbox = await startSandbox();
    browser = await borrowChrome();
  });

  after(() => Promise.all([browser?.close(), sandbox?.close(), consumer?.remove()]));

  for (const client of ['react/client.tsx', 'vue/client.ts', 'svelte/client.ts', 'angular/client.ts'])
    it(`${nameOf(client)} shows the clan and hears the events`, async () => {
      const {page, problems} = await open({script: await scriptOf(client)});

      await assertWorks(page);
      assert.deepEqual(problems, []);
    });

  it('a bundler alone shows the clan and hears the events', async () => {
    const markup = await readFile(join(consumer.folder, 'plain/page.html'), 'utf8');
    const html = markup.replace('project-id', `api-base="${sandbox.apiBase}" project-id`);

    const {page, problems} = await open({script: await scriptOf('plain/client.ts'), html});

    await assertWorks(page);
    assert.deepEqual(problems, []);
  });

  it('a bundler alone wears the look that it imports', async () => {
    const script = await shakenForPage(join(consumer.folder, 'plain/looks.js'));
    const html = '<liveops-clan-contributors></liveops-clan-contributors>';

    const {page} = await open({script, html});

    const shadow = await page.locator('liveops-clan-contributors').evaluate(board => getComputedStyle(board).boxShadow);
    assert.match(shadow, /inset/);
  });

  for (const [server, client] of [
    ['react/server.tsx', 'react/client.tsx'],
    ['vue/server.ts', 'vue/client.ts'],
    ['svelte/server.ts', 'svelte/client.ts'],
  ] as const)
    it(`${nameOf(client)} on a server is plain tags, and comes to life without a mismatch`, async () => {
      const html = await rendered(server);

      const {page, problems} = await open({script: await scriptOf(client), html});

      assert.match(html, /<liveops-session project-id="44056"[^>]*><liveops-clan-contributors class="inside"/);
      assert.doesNotMatch(html, /token/i);
      await assertWorks(page);
      assert.deepEqual(problems, []);
    });

  it('React leaves a function off an element that it hydrates, as long as it stays the same', async () => {
    const html = await rendered('react/server.tsx');

    const {page} = await open({script: await scriptOf('react/bare.tsx'), html});
    await page.waitForFunction(() => document.querySelector<Board>('.outside')?.session);

    // By its type, since no function comes out of a page.
    assert.equal(await page.evaluate(() => typeof document.querySelector('liveops-session')!.getToken), 'undefined');
  });

  it('Svelte writes a function into the markup that its server renders, unless it is attached', async () => {
    const {renderLate} = await serverOf('svelte/server.ts');

    const html = renderLate!({getToken: () => 'written out'});

    assert.match(html, /id="plain" gettoken="[^"]*written out/);
    assert.doesNotMatch(html, /id="careful" gettoken/);
  });

  for (const [late, plain, careful] of [
    ['react/late.tsx', {property: 'undefined', attribute: false}, {property: 'function', attribute: false}],
    ['vue/late.ts', {property: 'undefined', attribute: true}, {property: 'function', attribute: false}],
    ['svelte/late.ts', {property: 'undefined', attribute: true}, {property: 'function', attribute: false}],
    ['angular/late.ts', {property: 'function', attribute: false}, undefined],
  ] as const)
    it(`${nameOf(late)} keeps a function for elements that are defined late if it is set carefully`, async () => {
      const {page, problems} = await open({script: await scriptOf(late)});
      await page.waitForFunction(() => customElements.get('liveops-session'));

      assert.deepEqual(await tokenOf(page, 'plain'), plain);
      assert.deepEqual(await tokenOf(page, 'careful'), careful);
      assert.equal(problems.filter(text => text.includes('ignores a token in an attribute')).length, +plain.attribute);
    });

  function open(content: Content): Promise<ShopPage> {
    return openShop(browser, sandbox, content);
  }

  async function scriptOf(entry: string): Promise<string> {
    const script = scripts.get(entry) ?? (await bundleForPage(join(consumer.folder, entry)));
    scripts.set(entry, script);
    return script;
  }

  async function serverOf(entry: string): Promise<Server> {
    const file = await bundleForServer(join(consumer.folder, entry));
    return (await import(pathToFileURL(file).href)) as Server;
  }

  async function rendered(entry: string): Promise<string> {
    const {render} = await serverOf(entry);
    return render({apiBase: sandbox.apiBase, getToken: () => sandbox.token()});
  }
});

function nameOf(entry: string): string {
  const [folder = ''] = entry.split('/');
  return `${folder[0]!.toUpperCase()}${folder.slice(1)}`;
}

async function assertWorks(page: Page): Promise<void> {
  await rows(page, '.inside', 4);
  await rows(page, '.outside', 2);
  await page.waitForFunction(() => document.querySelector('output')?.textContent === '4 in competition');
}

/** Waits until the board at `selector` shows so many rows. */
async function rows(page: Page, selector: string, count: number): Promise<void> {
  await page.waitForFunction(
    ([selector, count]) =>
      document.querySelector(selector)?.shadowRoot?.querySelectorAll('[part~=row]').length === count,
    [selector, count] as const,
    {timeout: 10_000},
  );
}

function tokenOf(page: Page, id: string): Promise<unknown> {
  return page.evaluate(id => {
    const session = document.querySelector<Session>(`#${id}`);
    return session ? {property: typeof session.getToken, attribute: session.hasAttribute('gettoken')} : undefined;
  }, id);
}
