import {createDemo} from '../../../demo/start.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/server.js';
import {borrowChrome} from '../../support/chrome.js';
import {SandboxControl} from '../../support/sandbox-control.js';
import {newPage, serveApp, type Misdeeds} from './browser-page.js';
import type {BrowserContextOptions, Page} from 'playwright-core';

export type Demo = {
  url: string;
  sandbox: SandboxControl;
  /** The demo in a page of its own; the sandbox starts over, and the page before is closed. */
  open(options?: BrowserContextOptions): Promise<{page: Page; misdeeds: Misdeeds}>;
  close(): Promise<void>;
};

/** The demo and its sandbox on free ports, and a browser. */
export async function startDemo(): Promise<Demo> {
  const server: Sandbox = await startSandbox({port: 0});
  const served = await serveApp(createDemo(server));
  const browser = await borrowChrome();
  const sandbox = new SandboxControl(server, () => server.close());
  let page: Page | undefined;
  return {
    url: served.url,
    sandbox,
    async open(options) {
      // It would go on asking, and meet the faults that are meant for the next.
      await page?.close();
      await sandbox.reset();
      const opened = await newPage(browser, options);
      page = opened.page;
      await opened.page.goto(served.url);
      return opened;
    },
    async close() {
      await Promise.all([browser.close(), served.close(), sandbox.close()]);
    },
  };
}

/** Has the game put the player into a clan, and the player's client move there, as the switch would on a press. */
export async function moveTo(page: Page, clan: string): Promise<void> {
  const told = page.waitForResponse(/\/attributes$/);
  await page.getByRole('button', {name: clan, exact: true}).click();
  await told;
  await page.waitForFunction(
    name => document.querySelector('liveops-session')!.getAttribute('clan') === (name === 'none' ? '' : name),
    clan,
  );
  await page.evaluate(() => document.querySelector('liveops-clan-switch')!.switchClan());
}

/** Has the session look at the server now, as the page may by its documented method, and not at the next poll. */
export async function lookNow(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('liveops-session')!.session!.refresh());
}
