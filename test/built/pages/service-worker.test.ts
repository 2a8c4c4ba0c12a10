import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {newPage, type Served} from './browser-page.js';
import {servePage} from './static-page.js';

const CHAINS = '/api/v2/project/44056/user/reward_chain';

/** A shop's worker as Workbox's own recipe has it: the network first, and the last answer where there is none. */
async function bundleWorker(): Promise<string> {
  const {outputFiles} = await build({
    stdin: {
      contents: `
        import {registerRoute} from 'workbox-routing';
        import {NetworkFirst} from 'workbox-strategies';
        registerRoute(({url}) => url.origin !== self.location.origin, new NetworkFirst());
        self.addEventListener('install', () => self.skipWaiting());
        self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));`,
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]!.text;
}

describe('A shop whose service worker keeps answers', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let served: Served;

  before(async () => {
    let worker: string;
    [sandbox, browser, worker] = await Promise.all([startSandbox(), borrowChrome(), bundleWorker()]);
    served = await servePage(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title>
      <script src="/dist/liveops-elements.iife.js"></script>
      <liveops-session project-id="44056" api-base="${sandbox.apiBase}" player-name="Rocket" clan="wolves">
        <liveops-clan-switch></liveops-clan-switch><liveops-reward-chain reward-chain-id="101"></liveops-reward-chain>
      </liveops-session>
      <script>document.querySelector('liveops-session').getToken = () => ${JSON.stringify(await sandbox.token())};</script>`,
      {'/worker.js': worker},
    );
  });

  after(() => Promise.all([browser.close(), served.close(), sandbox.close()]));

  /** A page under the worker, which has seen the list of chains. */
  async function openShop(): Promise<Page> {
    const {page} = await newPage(browser);
    await page.goto(served.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      const {serviceWorker} = navigator;
      if (!serviceWorker.controller)
        await new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, {once: true}));
    });
    await page.reload();
    await page.locator('liveops-reward-chain [part~=step]').first().waitFor();
    assert.ok(await page.evaluate(() => caches.keys().then(names => names.length)), 'the worker has kept no answer');
    return page;
  }

  const kindOf = (page: Page): Promise<string> =>
    page.evaluate(() => document.querySelector('liveops-session')!.session!.clanSwitch.$state.get().status);

  it('never takes the list from before a lost update for what the server says', async () => {
    const page = await openShop();
    await page.exposeFunction('takeNetworkAway', () => sandbox.setFaults([{path: CHAINS, fault: 'drop-request'}]));
    // The update is carried out, its answer gets lost, and the network stays away.
    await page.evaluate(() => {
      const session = document.querySelector('liveops-session')!;
      const {takeNetworkAway: take} = globalThis as unknown as {takeNetworkAway(): Promise<void>};
      const answered: number[] = [];
      let isAway = false;
      Object.assign(globalThis, {answered});
      session.fetch = async (input, init) => {
        const answer = await fetch(input, init);
        if (init?.method !== 'PUT') {
          if (isAway) answered.push(answer.status);
          return answer;
        }
        await take();
        isAway = true;
        throw new TypeError('Failed to fetch');
      };
    });
    await sandbox.setAttributes('Rocket', {clan: 'ravens'});
    await page.evaluate(() => document.querySelector('liveops-session')!.session!.setClan('ravens'));

    await page.evaluate(() => void document.querySelector('liveops-clan-switch')!.switchClan());
    await page.locator('liveops-clan-switch [part~=retry]').waitFor();

    assert.equal(await kindOf(page), 'recovering');
    assert.deepEqual(await page.evaluate('answered'), [], 'the worker had an answer');

    await sandbox.setFaults([]);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.locator('liveops-clan-switch [part~=acknowledge]').waitFor();
    const rewards = await page.locator('liveops-clan-switch [part~=reward-name]').allTextContents();
    assert.deepEqual(rewards.sort(), ['Mega potion', 'Super box']);
  });
});
