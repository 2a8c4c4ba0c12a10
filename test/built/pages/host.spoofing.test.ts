import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Browser, Frame, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import {serveApp, type Served} from './browser-page.js';

/** Serves whatever page the address names, so that a test can put any page on any origin. */
function serveAnything(): Promise<Served> {
  const app = new Hono();
  app.get('/show', c => c.html(`<!doctype html><link rel="icon" href="data:,">${c.req.query('html')}`));
  app.use('/dist/*', serveStatic({root: '.'}));
  app.use('/penpal.js', serveStatic({path: 'node_modules/penpal/dist/penpal.min.js'}));
  return serveApp(app);
}

/** Says everything a game would, in the game's own way and as bare texts. `heard` is what comes back. */
const GAME = `<script src="/penpal.js"></script><script>
  const heard = [];
  // Penpal's first message, which says that somebody is there, has nothing secret and goes to anyone.
  addEventListener('message', ({data}) => data.type !== 'SYN' && heard.push(data));
  const message = (method, params, id) => JSON.stringify({jsonrpc: '2.0', id, method, params});
  const CONFIGURE = message('configure', {projectId: 44056, clan: 'spoofed'}, 'attack');
  function play(target) {
    Penpal.connect({
      messenger: new Penpal.WindowMessenger({remoteWindow: target, allowedOrigins: ['*']}),
      methods: {receive: text => void heard.push(text)},
    }).promise.then(page => page.receive(CONFIGURE));
    for (const text of [CONFIGURE, message('auth.token', {token: 'stolen'}), message('auth.clear')]) {
      target.postMessage(text, '*');
      target.postMessage(JSON.parse(text), '*');
    }
    target.postMessage('end of attack', '*');
  }
</script>`;

const widgets = (hostName: string): string => `
  <script>
    addEventListener('message', ({data}) => {
      if (data === 'end of attack') document.documentElement.dataset.attacked = '';
    });
  </script>
  <script src="/dist/liveops-elements.iife.js"></script>
  <script src="/dist/hosts/iframe.js"></script>
  <liveops-session host="iframe" host-name="${hostName}"></liveops-session>`;

const frameOf = (address: string, more = ''): string => `<iframe ${more} src="${address}"></iframe>`;

describe('A page that speaks to the game around it', () => {
  let browser: Browser;
  let page: Page;
  let [shop, launcher, stranger]: Served[] = [];

  const on = (served: Served | undefined, html: string): string =>
    `${served!.url}show?${String(new URLSearchParams({html}))}`;
  const originOf = (served: Served | undefined): string => new URL(served!.url).origin;
  const victimFor = (hostName = originOf(launcher)): string => on(shop, widgets(hostName));

  before(async () => {
    [browser, shop, launcher, stranger] = await Promise.all([
      borrowChrome(),
      serveAnything(),
      serveAnything(),
      serveAnything(),
    ]);
  });
  after(() => Promise.all([browser, shop, launcher, stranger].map(async each => each?.close())));
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.context().close());

  /** The window's frame at this address. */
  async function frameAt(address: string, window = page): Promise<Frame> {
    for (;;) {
      const found = window.frames().find(frame => frame.url() === address);
      if (found) return found;
      await window.waitForEvent('framenavigated');
    }
  }

  /** Attacks from this frame's window; `target` is how the page is reached from there. */
  async function attack(from: Frame, target: string): Promise<void> {
    await from.waitForFunction('typeof play === "function"');
    await from.evaluate(`play(${target})`);
  }

  async function assertNoEffect(victim: Frame, ...attackers: readonly Frame[]): Promise<void> {
    await victim.waitForFunction(() => 'attacked' in document.documentElement.dataset);
    assert.deepEqual(
      await victim.evaluate(() => {
        const session = document.querySelector('liveops-session') as unknown as Record<string, unknown>;
        return [session['projectId'], session['clan'], session['session']].map(String);
      }),
      ['undefined', 'undefined', 'undefined'],
    );
    for (const one of attackers) assert.deepEqual(await one.evaluate('heard'), []);
  }

  const isSetUp = (victim: Frame): Promise<unknown> =>
    victim.waitForFunction(() => document.querySelector<HTMLElement & {clan?: string}>('liveops-session')?.clan);

  it('is set up by the game whose origin it lists', async () => {
    await page.goto(on(launcher, GAME + frameOf(victimFor())));
    await attack(page.mainFrame(), 'frames[0]');

    await isSetUp(await frameAt(victimFor()));
  });

  const listings: Readonly<Record<string, () => string>> = {
    'of another origin': () => originOf(launcher),
    'on another port of the listed host': () => 'http://127.0.0.1',
    'whose origin only begins like the listed one': () => originOf(stranger).slice(0, -1),
    'where every origin is listed by a star': () => '*',
    'where a pattern is listed': () => 'http://127.0.0.1:*',
    'where nothing is listed': () => '',
    'where the opaque origin is listed': () => 'null',
    'listed with a path': () => `${originOf(stranger)}/show`,
  };
  for (const [title, hostName] of Object.entries(listings))
    it(`has no ear for a page around it ${title}`, async () => {
      const victim = victimFor(hostName());
      await page.goto(on(stranger, GAME + frameOf(victim)));

      await attack(page.mainFrame(), 'frames[0]');

      await assertNoEffect(await frameAt(victim), page.mainFrame());
    });

  it('has no ear for a page around it without an origin', async () => {
    const opaque = on(launcher, GAME + frameOf(victimFor()).replace(/"/g, "'"));
    await page.goto(on(launcher, frameOf(opaque, 'sandbox="allow-scripts"')));

    await attack(await frameAt(opaque), 'frames[0]');

    await assertNoEffect(await frameAt(victimFor()), await frameAt(opaque));
  });

  for (const [title, origin] of Object.entries({
    'of another origin': () => stranger,
    'of the game’s origin': () => launcher,
  }))
    it(`has no ear for a frame next to it ${title}`, async () => {
      const sibling = on(origin(), GAME);
      await page.goto(on(launcher, frameOf(victimFor()) + frameOf(sibling)));

      await attack(await frameAt(sibling), 'parent.frames[0]');

      await assertNoEffect(await frameAt(victimFor()), await frameAt(sibling));
    });

  it('has no ear for the page around the game', async () => {
    const game = on(launcher, frameOf(victimFor()).replace(/"/g, "'"));
    await page.goto(on(stranger, GAME + frameOf(game)));

    await attack(page.mainFrame(), 'frames[0].frames[0]');

    await assertNoEffect(await frameAt(victimFor()), page.mainFrame());
  });

  it('has no ear for a frame inside it', async () => {
    const child = on(stranger, GAME);
    const victim = on(shop, widgets(originOf(launcher)) + frameOf(child));
    await page.goto(on(launcher, frameOf(victim.replace(/"/g, '&quot;'))));

    await attack(await frameAt(child), 'parent');

    await assertNoEffect(await frameAt(victim), await frameAt(child));
  });

  it('has no ear for the window that opened it, nor for itself', async () => {
    await page.goto(on(launcher, GAME));
    const opened = page.waitForEvent('popup');
    await page.evaluate(`victim = open(${JSON.stringify(victimFor())})`);
    const victim = await opened;
    await victim.waitForLoadState();

    await attack(page.mainFrame(), 'victim');
    await victim.evaluate(text => window.postMessage(text, '*'), '{"jsonrpc":"2.0","method":"auth.clear"}');

    await assertNoEffect(victim.mainFrame(), page.mainFrame());
  });
});
