import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {newPage, type Served} from './browser-page.js';
import {servePage} from './static-page.js';

/** A shop's page: a button that orders the step, and the orders as text. */
const pageOf = (apiBase: string, checkout: string): string => `<!doctype html>
  <meta charset="utf-8" /><link rel="icon" href="data:," />
  <script src="/dist/liveops-elements.iife.js"></script>
  <button id="buy">Buy</button><p id="orders"></p>
  <script>
    const getToken = async () => (await (await fetch('${apiBase.replace('/api', '')}/sandbox/users/Rocket/token', {method: 'POST'})).json()).token;
    const session = LiveOps.createSession({projectId: 44056, apiBase: '${apiBase}', getToken, checkout: '${checkout}'});
    const [buy, shown] = [document.querySelector('#buy'), document.querySelector('#orders')];
    buy.onclick = () => session.orders.order({offerChainId: 301, stepNumber: 2});
    session.orders.$orders.subscribe(orders => (shown.textContent = orders.map(({status}) => status).join()));
  </script>`;

describe('Payments with real windows, at the sandbox', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let served: Served;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });
  after(() => Promise.all([browser.close(), sandbox.close()]));

  const open = async (checkout: string): Promise<Page> => {
    await sandbox.reset();
    served = await servePage(pageOf(sandbox.apiBase, checkout));
    const {page} = await newPage(browser);
    await page.goto(served.url);
    return page;
  };
  const orders = async (): Promise<number> =>
    ((await (await fetch(`${sandbox.url}/sandbox/orders`)).json()) as unknown[]).length;
  const shows = async (page: Page, status: string): Promise<void> => {
    await page.getByText(status, {exact: true}).waitFor();
  };

  it('open a window in the press, which cannot reach the shop, and show that it is paid', async t => {
    const page = await open('window');
    t.after(() => served.close());
    const opened = page.waitForEvent('popup');
    await page.click('#buy');
    const station = await opened;
    await station.waitForSelector('[data-state="new"]');
    assert.equal(await station.evaluate(() => window.opener), null);
    await shows(page, 'new');

    await station.click('button[value="pay"]');
    await station.waitForSelector('[data-state="done"]');
    await station.close();

    await shows(page, 'done');
    assert.equal(await orders(), 1);
  });

  it('open the same order again after a reload, when the window was closed without a payment', async t => {
    const page = await open('window');
    t.after(() => served.close());
    const first = page.waitForEvent('popup');
    await page.click('#buy');
    const station = await first;
    await station.waitForSelector('[data-state="new"]');
    const address = station.url();
    await station.close();
    await page.reload();
    await shows(page, 'new');

    const second = page.waitForEvent('popup');
    await page.click('#buy');
    const again = await second;
    await again.waitForSelector('[data-state="new"]');

    assert.deepEqual([again.url(), await orders()], [address, 1]);
  });

  it('lead away in the same tab, and are known again on the way back', async t => {
    const page = await open('same-tab');
    t.after(() => served.close());
    await page.click('#buy');
    await page.waitForSelector('[data-state="new"]');
    await page.click('button[value="decline"]');
    await page.waitForSelector('[data-state="canceled"]');

    await page.goto(`${served.url}?status=done&invoice_id=1`);

    await shows(page, 'canceled');
    assert.equal(await orders(), 1);
  });
});
