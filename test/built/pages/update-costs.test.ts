import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {launchChrome} from '../../support/chrome.js';
import {newPage, type Served} from './browser-page.js';
import {servePage} from './static-page.js';

type Row = {name: string; contributed_amount: number};
type Player = HTMLElement & {session: {contributors(id: number): {reload(): unknown}}};
type Shop = {rows: Row[]; mount(count: number): Promise<void>; update(rows: Row[]): Promise<void>};

const PAGE = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Shop</title>
  <script src="/dist/liveops-elements.iife.js"></script>
  <liveops-session id="player" project-id="1" poll-seconds="0"></liveops-session>`;

/** Ten rows; `turn` moves every player to another place. */
const rowsOf = (turn: number, points = 0): Row[] =>
  Array.from({length: 10}, (_, index) => ({
    name: `Player ${(index + turn) % 10}`,
    contributed_amount: 10_000 - 700 * index + 13 * turn + points,
  }));

/** Runs in the page: boards that show what the test says. */
function openShop(rows: Row[]): void {
  const player = document.querySelector<Player>('#player')!;
  const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  const made: Shop = {
    rows,
    async mount(count) {
      const boards = Array.from({length: count}, () => document.createElement('liveops-clan-contributors'));
      boards.forEach(board => board.setAttribute('reward-chain-id', '1'));
      player.append(...boards);
      while (!boards.every(({shadowRoot}) => shadowRoot?.querySelector('li'))) await frame();
      await frame();
    },
    async update(next) {
      made.rows = next;
      await player.session.contributors(1).reload();
      await frame();
    },
  };
  Object.assign(player, {fetch: () => Promise.resolve(Response.json(made.rows)), getToken: () => 'token'});
  Object.assign(globalThis, {shop: made});
}

declare const shop: Shop;

/* Counts, which are the same on every machine; how long it takes is for `docs/internals/performance.md`. */
describe('What the board costs the engine', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let debug: CDPSession;

  before(async () => {
    [served, browser] = await Promise.all([servePage(PAGE), launchChrome()]);
  });

  beforeEach(async () => {
    ({page} = await newPage(browser));
    await page.goto(served.url);
    await page.evaluate(openShop, rowsOf(0));
    debug = await page.context().newCDPSession(page);
    await debug.send('Performance.enable');
  });

  after(() => Promise.all([browser.close(), served.close()]));

  const mount = (count: number): Promise<void> => page.evaluate(count => shop.mount(count), count);
  const update = (rows: Row[]): Promise<void> => page.evaluate(rows => shop.update(rows), rows);

  async function metrics(): Promise<Record<string, number>> {
    const {metrics} = await debug.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  }

  /** How often the engine computes styles and lays out because of a task. */
  async function costOf(task: () => Promise<void>): Promise<{styles: number; layouts: number}> {
    const start = await metrics();
    await task();
    const end = await metrics();
    return {
      styles: end['RecalcStyleCount']! - start['RecalcStyleCount']!,
      layouts: end['LayoutCount']! - start['LayoutCount']!,
    };
  }

  /** What is in the page once the garbage was taken out. */
  async function contents(): Promise<{nodes: number; listeners: number; bytes: number}> {
    for (let times = 0; times < 3; times++) await debug.send('HeapProfiler.collectGarbage');
    const {nodes, jsEventListeners} = await debug.send('Memory.getDOMCounters');
    const {usedSize} = await debug.send('Runtime.getHeapUsage');
    return {nodes, listeners: jsEventListeners, bytes: usedSize};
  }

  /** Makes the next rows that change places slide, which they do only when at rest. */
  const comeToRest = (): Promise<void> =>
    page.evaluate(() => {
      const at = performance.now() + 1_000;
      performance.now = () => at;
    });

  /** Stops each slide at its start: every frame of one computes styles, and a slow machine draws more frames meanwhile. */
  const holdSlides = (): Promise<void> =>
    page.evaluate(() => {
      const {animate} = Element.prototype;
      Element.prototype.animate = function (...args) {
        const slide = animate.apply(this, args);
        slide.pause();
        return slide;
      };
    });

  it('is two style computations and one layout at most when all ten rows change places and slide', async () => {
    await mount(1);
    await comeToRest();
    await holdSlides();
    const moving = (): Promise<number> =>
      page.evaluate(() => document.querySelector('liveops-clan-contributors')!.shadowRoot!.getAnimations().length);

    // With the points they had: those that count cost another one in every frame, until they have arrived.
    const cost = await costOf(() => update([...rowsOf(0)].reverse()));

    assert.equal(await moving(), 10);
    assert.ok(cost.styles >= 1 && cost.styles <= 2, JSON.stringify(cost));
    assert.equal(cost.layouts, 1, JSON.stringify(cost));
  });

  it('is one of each when the points of all rows change', async t => {
    // Without points that count.
    await page.emulateMedia({reducedMotion: 'reduce'});
    t.after(() => page.emulateMedia({reducedMotion: null}));
    await mount(1);

    assert.deepEqual(await costOf(() => update(rowsOf(0, 1))), {styles: 1, layouts: 1});
  });

  it('is nothing when the same rows come again', async () => {
    await mount(1);

    assert.deepEqual(await costOf(() => update(rowsOf(0))), {styles: 0, layouts: 0});
  });

  it('is at most 153 nodes, 10 KiB and no listener for each board next to the first', async () => {
    await mount(1);
    const one = await contents();

    await mount(100);
    const all = await contents();

    assert.equal(all.listeners, one.listeners);
    assert.ok(one.listeners <= 12, `${one.listeners} listeners`);
    assert.ok((all.nodes - one.nodes) / 100 <= 153, `${(all.nodes - one.nodes) / 100} nodes`);
    assert.ok((all.bytes - one.bytes) / 100 <= 10 * 1_024, `${(all.bytes - one.bytes) / 100} bytes`);
  });
});
