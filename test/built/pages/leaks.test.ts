import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {launchChrome} from '../../support/chrome.js';
import {newPage, type Served} from './browser-page.js';
import {servePage} from './static-page.js';

const TIMES = 300;
const TAGS = [
  'liveops-session',
  'liveops-clan-contributors',
  'liveops-clan-switch',
  'liveops-reward-chain',
  'liveops-daily-rewards',
  'liveops-offer-chain',
  'liveops-offers',
  'liveops-redeem-code',
];

const PAGE = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title>
  <script src="/dist/liveops-elements.iife.js"></script>
  <liveops-session id="player" project-id="1" clan="wolves"></liveops-session>`;

/** Counts what is set up and not yet taken down: timers, and listeners on what outlives every element. */
function countLive(): void {
  const live = {timers: new Set<unknown>(), listeners: 0};
  const {setTimeout: start, clearTimeout: end} = globalThis;
  const later = (task: () => void, ms?: number, ...given: unknown[]): unknown => {
    const id: unknown = start(() => {
      live.timers.delete(id);
      task(...(given as []));
    }, ms);
    live.timers.add(id);
    return id;
  };
  const clear = (id?: number): void => {
    live.timers.delete(id);
    end(id);
  };
  Object.assign(globalThis, {setTimeout: later, clearTimeout: clear, live});
  for (const target of [window, document]) {
    const {addEventListener: add, removeEventListener: remove} = target;
    target.addEventListener = (...given: Parameters<typeof add>) => void (live.listeners++, add.apply(target, given));
    target.removeEventListener = (...given: Parameters<typeof remove>) =>
      void (live.listeners--, remove.apply(target, given));
  }
}

describe('Elements that come and go', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let debug: CDPSession;

  before(async () => {
    [served, browser] = await Promise.all([servePage(PAGE), launchChrome()]);
    ({page} = await newPage(browser));
    await page.addInitScript(countLive);
    await page.goto(served.url);
    await page.evaluate(() => {
      const answer = async (input: RequestInfo | URL): Promise<Response> =>
        Response.json((input as string).endsWith('/top') ? [{name: 'a', contributed_amount: 1}] : {items: []});
      Object.assign(document.querySelector('#player')!, {fetch: answer, getToken: () => 'token'});
    });
    debug = await page.context().newCDPSession(page);
  });

  after(() => Promise.all([browser.close(), served.close()]));

  /** How many objects of the element's class there are, after the garbage was taken out. */
  async function instancesOf(tag: string): Promise<number> {
    for (let times = 0; times < 3; times++) await debug.send('HeapProfiler.collectGarbage');
    const expression = `customElements.get('${tag}').prototype`;
    const {result} = await debug.send('Runtime.evaluate', {expression, objectGroup: 'leaks'});
    const {objects} = await debug.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
      objectGroup: 'leaks',
    });
    const list = await debug.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await debug.send('Runtime.releaseObjectGroup', {objectGroup: 'leaks'});
    return list.result.value as number;
  }

  const liveNow = (): Promise<{timers: number; listeners: number}> =>
    page.evaluate(() => {
      const {live} = globalThis as unknown as {live: {timers: Set<unknown>; listeners: number}};
      return {timers: live.timers.size, listeners: live.listeners};
    });

  /** Puts elements into the page and takes them out again, each after it has drawn itself. */
  const comeAndGo = (tag: string, times: number): Promise<void> =>
    page.evaluate(
      async ({tag, times}) => {
        const attributes = {'project-id': '1', session: 'player', 'reward-chain-id': '1'};
        for (let time = 0; time < times; time++) {
          const element = document.createElement(tag) as HTMLElement & {updateComplete: Promise<unknown>};
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          document.body.append(element);
          await element.updateComplete;
          element.remove();
        }
      },
      {tag, times},
    );

  for (const tag of TAGS)
    it(`leaves no <${tag}>, timer or listener behind after ${TIMES} times`, async () => {
      const atFirst = await instancesOf(tag);
      await comeAndGo(tag, 1);
      // The stores wait a second after the last listener, so that a move costs nothing.
      await page.waitForFunction(
        () => (globalThis as unknown as {live: {timers: Set<unknown>}}).live.timers.size === 0,
      );
      const before = await liveNow();

      await comeAndGo(tag, TIMES);
      await page.waitForFunction(
        () => (globalThis as unknown as {live: {timers: Set<unknown>}}).live.timers.size === 0,
      );

      assert.equal(await instancesOf(tag), atFirst);
      assert.deepEqual(await liveNow(), before);
    });

  it('would be found if one stayed', async () => {
    await page.evaluate(() => {
      const board = document.createElement('liveops-clan-contributors');
      addEventListener('never', () => board.remove());
    });

    assert.equal(await instancesOf('liveops-clan-contributors'), 1);
  });
});
