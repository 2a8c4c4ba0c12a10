import {chromium, type Browser} from 'playwright-core';

import {BROWSER_ARGS, ensureBrowser} from '../runner/browser.mjs';

/** How long a shared browser waits for its next test file, milliseconds. */
const IDLE_MS = 2_000;

let shared: Promise<Browser> | undefined;
let borrowers = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** The browser of the browser tests under Playwright's control; close it in an `after` hook. */
export function launchChrome(): Promise<Browser> {
  return chromium.launch({executablePath: ensureBrowser(), args: BROWSER_ARGS});
}

/**
 * The same, shared by all test files of a process, since starting a browser takes longer than most tests. `close` closes
 * the pages that were opened since. Tests that measure or stop a browser launch their own.
 */
export async function borrowChrome(): Promise<Browser> {
  clearTimeout(idle);
  borrowers += 1;
  shared ??= launchChrome();
  const browser = await shared;
  const others = new Set(browser.contexts());
  const close = async (): Promise<void> => {
    const opened = browser.contexts().filter(context => !others.has(context));
    await Promise.all(opened.map(context => context.close()));
    borrowers -= 1;
    if (!borrowers) idle = setTimeout(() => void quit(), IDLE_MS);
  };
  return Object.create(browser, {close: {value: close, writable: true}}) as Browser;
}

async function quit(): Promise<void> {
  const browser = shared;
  shared = undefined;
  await (await browser)?.close();
}
