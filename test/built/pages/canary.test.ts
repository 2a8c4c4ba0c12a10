import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {newPage, type Served} from './browser-page.js';
import {servePage} from './static-page.js';
import {assertWithout, tracesIn} from './token-traces.js';

const RAVENS = ['corvid 20'];

const ALL = `
  <liveops-session id="player" project-id="44056" player-name="Rocket" clan="wolves" api-base="BASE">
    <liveops-clan-switch></liveops-clan-switch>
    <liveops-reward-chain reward-chain-id="101"></liveops-reward-chain>
    <liveops-clan-contributors reward-chain-id="101"></liveops-clan-contributors>
  </liveops-session>`;

/** Notes whatever the page can hear of, in every form in which a log or a crash reporter would keep it. */
function listen(): void {
  const notes: string[] = [];
  Object.assign(globalThis, {notes});
  const note = (thing: unknown): void => {
    const parts = [String(thing), JSON.stringify(thing)];
    try {
      parts.push(JSON.stringify(structuredClone(thing)));
    } catch {
      // What cannot be cloned cannot be sent on either.
    }
    if (typeof thing === 'object' && thing !== null) {
      for (const key of Reflect.ownKeys(thing)) parts.push(`${String(key)}=${String(Reflect.get(thing, key))}`);
      if ('error' in thing) note(thing.error);
    }
    notes.push(...parts);
  };
  for (const name of ['error', 'unhandledrejection', 'message', 'storage']) addEventListener(name, note);
  const names = ['error', 'auth-required', 'contributors-changed', 'contribute', 'step-claim', 'step-claimed'];
  const more = ['step-claim-failed', 'clan-switch', 'rewards-received', 'clan-switched', 'clan-switch-failed'];
  for (const name of [...names, ...more]) document.addEventListener(`liveops-${name}`, note, true);
}

describe('The player’s token', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let served: Served;
  let page: Page;
  let token: string;
  const sent: Promise<{url: string; headers: Record<string, string>}>[] = [];
  const said: string[] = [];

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
    // Put in by the test and not by the page, so that a hit can only come from us.
    served = await servePage(
      `<!doctype html><link rel="icon" href="data:,"><title>Shop</title>
       <script src="/dist/liveops-elements.iife.js"></script>${ALL.replace('BASE', sandbox.apiBase)}`,
    );
    token = await sandbox.token();
    ({page} = await newPage(browser));
    await page.addInitScript(listen);
    page.on('console', message => said.push(message.text()));
    page.on('pageerror', error => said.push(`${error.message} ${error.stack}`));
    // As they went over the wire, cookies included.
    page.on('request', request => sent.push(request.allHeaders().then(headers => ({url: request.url(), headers}))));
    await page.context().addCookies([{name: 'shop', value: 'cookie-of-the-api', url: sandbox.url}]);
    await page.goto(served.url);
  });

  after(() => Promise.all([browser.close(), served.close(), sandbox.close()]));

  /** Lets the page use this token from now on, and counts in `asked` how often it is asked for. */
  const signIn = (given: string): Promise<void> =>
    page.evaluate(text => {
      const session = document.querySelector('liveops-session') as unknown as {getToken: unknown};
      const counted = Object.assign(globalThis, {asked: 0});
      session.getToken = () => {
        counted.asked++;
        return {token: text, expiresInSec: 600};
      };
    }, given);

  async function nowhere(...secrets: string[]): Promise<void> {
    assertWithout([await tracesIn(page), ...said].join('\n'), secrets);
  }

  it('leaves no trace while everything works', async () => {
    await signIn(token);
    await boardShows(page, WOLVES);
    await page.locator('liveops-reward-chain [part~=claim]').first().click();
    await page.locator('liveops-reward-chain [part~=step-claimed]').nth(1).waitFor();

    await nowhere(token);
    assert.match(await tracesIn(page), /winner/);
  });

  it('leaves no trace through a clan switch', async () => {
    await sandbox.setAttributes('Rocket', {clan: 'ravens'});
    await page.evaluate(async () => {
      const element = document.querySelector('liveops-clan-switch') as unknown as {switchClan(): Promise<string>};
      document.querySelector('liveops-session')!.setAttribute('clan', 'ravens');
      await element.switchClan();
    });

    await nowhere(token);
  });

  it('leaves no trace when everything fails', async () => {
    for (const fault of [
      {fault: 'status', status: 500, body: {errorMessage: token}},
      {fault: 'status', status: 401, body: {errorCode: 1501, errorMessage: token}},
      {fault: 'drop-answer'},
      {fault: 'body', contentType: 'text/html', body: `<p>${token}</p>`},
    ]) {
      await sandbox.setFaults([{path: '/api', ...fault}]);
      await page.evaluate(async () => {
        const {session} = document.querySelector('liveops-session') as unknown as {
          session: {contributors(id: number): {reload(): Promise<void>}; balance(id: number): Promise<unknown>};
        };
        await Promise.allSettled([session.contributors(101).reload(), session.balance(101)]);
      });
    }

    await nowhere(token);
    await sandbox.setFaults([]);
  });

  it('was sent in the header of requests to the API, and no cookie went along', async () => {
    const requests = await Promise.all(sent);
    const {origin} = new URL(sandbox.url);
    const holding = requests.filter(({url, headers}) => JSON.stringify({url, headers}).includes(token));
    assert.ok(holding.length >= 8, `${holding.length} requests`);
    for (const {url, headers} of holding) {
      const {authorization, ...others} = headers;
      assert.deepEqual([new URL(url).origin, authorization], [origin, `Bearer ${token}`]);
      assert.ok(!JSON.stringify({url, others}).includes(token));
    }
    const toApi = requests.filter(({url}) => url.startsWith(sandbox.apiBase));
    for (const {url, headers} of toApi)
      assert.deepEqual([headers['cookie'], headers['referer'] || undefined], [undefined, undefined], url);
  });

  it('meets no third party: every request goes to the page’s own origin or to the API', async () => {
    const origins = new Set((await Promise.all(sent)).map(({url}) => new URL(url).origin));

    assert.deepEqual([...origins].sort(), [served.url, sandbox.url].map(url => new URL(url).origin).sort());
  });

  it('is gone after signing out, and so are the rows', async () => {
    await signIn(token);
    await boardShows(page, RAVENS);
    await page.evaluate(() => {
      const {session} = document.querySelector('liveops-session') as unknown as {session: {signOut(): void}};
      session.signOut();
      Object.assign(globalThis, {asked: 0});
    });
    await page.locator('liveops-clan-contributors [part~=row]').first().waitFor({state: 'detached'});

    const markup = await page.evaluate(() =>
      ['clan-contributors', 'reward-chain']
        .map(name => document.querySelector(`liveops-${name}`)!.shadowRoot!.innerHTML)
        .join(),
    );
    assert.doesNotMatch(markup, /winner|MrJoe|corvid|Super box/);
    await page.evaluate(() => {
      const {session} = document.querySelector('liveops-session') as unknown as {session: {refresh(): void}};
      session.refresh();
    });
    await boardShows(page, RAVENS);
    assert.equal(await page.evaluate(() => (globalThis as {asked?: number}).asked), 1);
  });
});
