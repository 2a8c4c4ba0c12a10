/*
 * The payment window in Chromium, Firefox and WebKit, with their own blockers of pop-ups: `node test/long/prove/windows.mjs`.
 * Needs a build. Exits with 77 where an engine is neither here nor may be installed.
 */
import '../../runner/typescript.mjs';
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {
  areThere,
  chromiumPath,
  firefoxPath,
  MISSING,
  miniBrowserPath,
  packagesOf,
  startDriver,
} from './other-engines.mjs';
import {openWithDriver} from './web-driver.mjs';

const {startSandbox} = await import('../../support/sandbox-node.ts');
const {servePage} = await import('../../built/pages/static-page.ts');
const {waitUntil} = await import('../../support/wait-until.ts');

const LONGEST_MS = 30_000;

/** A shop with a button that orders, one that opens a blocked page, and an order that no press makes. */
const pageOf = apiBase => `<!doctype html>
  <meta charset="utf-8" /><link rel="icon" href="data:," /><title>Shop</title>
  <script src="/dist/liveops-elements.iife.js"></script>
  <button id="buy">Buy</button><button id="pay">Pay</button><p id="orders"></p>
  <script>
    const getToken = async () => (await (await fetch('${apiBase.replace('/api', '')}/sandbox/users/Rocket/token', {method: 'POST'})).json()).token;
    const session = LiveOps.createSession({projectId: 44056, apiBase: '${apiBase}', getToken});
    const order = () => session.orders.order({offerChainId: 301, stepNumber: 2});
    const [buy, pay, shown] = ['#buy', '#pay', '#orders'].map(each => document.querySelector(each));
    let orders = [];
    buy.onclick = order;
    pay.onclick = () => session.orders.checkout(orders[0].id);
    session.orders.$orders.subscribe(now => {
      orders = now;
      shown.textContent = now.map(({status, blocked}) => status + (blocked ? ' blocked' : '')).join();
    });
    if (location.hash === '#alone') order();
  </script>`;

/** Each engine as a person has it, blocker included: `open()` gives one visible window that can be read and clicked. */
const OPENERS = {
  chromium: () =>
    openWithPuppeteer({
      executablePath: chromiumPath(),
      ignoreDefaultArgs: ['--disable-popup-blocking'],
      args: ['--no-sandbox'],
    }),
  firefox: () =>
    openWithPuppeteer({
      browser: 'firefox',
      executablePath: firefoxPath(),
      extraPrefsFirefox: {'dom.disable_open_during_load': true},
    }),
  webkit: async () => {
    const driver = await startDriver();
    return openWithDriver({port: driver.port, binary: miniBrowserPath(), stop: driver.stop});
  },
};

async function openWithPuppeteer(options) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'liveops-windows-'));
  const browser = await puppeteer.launch({...options, userDataDir});
  const first = (await browser.pages())[0] ?? (await browser.newPage());
  const others = async () =>
    (await browser.pages()).filter(page => page !== first && page.url().includes('/paystation4/'));
  const station = async () => (await others())[0];
  return {
    go: url => first.goto(url),
    click: selector => first.click(selector),
    text: () => first.$eval('#orders', ({textContent}) => textContent),
    stations: async () => (await others()).length,
    inStation: async script => (await station())?.evaluate(script),
    clickInStation: async selector => (await station()).click(selector),
    closeStation: async () => (await station()).close(),
    close: async () => {
      await browser.close();
      rmSync(userDataDir, {recursive: true, force: true});
    },
  };
}

/** A press opens the payment page; without one the browser blocks it, and the next press opens it. Both get paid. */
const SCENES = {
  'a press': {
    path: '',
    async open({browser, reads}) {
      await browser.click('#buy');
      await reads('new');
    },
  },
  'no press': {
    path: '#alone',
    async open({browser, reads}) {
      await reads('new blocked');
      assert.equal(await browser.stations(), 0, 'a window without a press');
      await browser.click('#pay');
    },
  },
};

async function prove({name, scene, sandbox, url}) {
  await sandbox.reset();
  const browser = await OPENERS[name]();
  const reads = text => waitUntil(async () => (await browser.text()) === text, `"${text}"`, LONGEST_MS);
  const isStation = state => () => browser.inStation(`document.querySelector('[data-state="${state}"]') !== null`);
  try {
    await browser.go(url + scene.path);
    await scene.open({browser, reads});
    await waitUntil(isStation('new'), 'the payment page', LONGEST_MS);
    assert.equal(await browser.inStation('window.opener'), null, 'the payment page reaches the shop');
    await browser.clickInStation('button[value="pay"]');
    await waitUntil(isStation('done'), 'the paid order', LONGEST_MS);
    await browser.closeStation();
    await reads('done');
  } finally {
    await browser.close();
  }
}

const names = Object.keys(OPENERS);
const missing = names.filter(name => !areThere([name]));
const sandbox = await startSandbox();
const served = await servePage(pageOf(sandbox.apiBase));
let isWrong = false;
for (const name of names.filter(each => !missing.includes(each)))
  for (const [what, scene] of Object.entries(SCENES)) {
    const failure = await prove({name, scene, sandbox, url: served.url}).catch(error => error);
    isWrong ||= Boolean(failure);
    console.log(failure ? `FAILED  ${name}, ${what}: ${failure.stack}` : `passed  ${name}, ${what}`);
  }
await Promise.all([served.close(), sandbox.close()]);
if (missing.length) console.log(`It needs Debian's ${packagesOf(missing).join(', ')}.`);
process.exitCode = isWrong ? 1 : missing.length ? MISSING : 0;
