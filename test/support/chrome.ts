import {chromium, type Browser} from 'playwright-core';

import {BROWSER_ARGS, ensureBrowser} from '../runner/browser.mjs';

/** The browser of the browser tests under Playwright's control; close it in an `after` hook. */
export function launchChrome(): Promise<Browser> {
  return chromium.launch({executablePath: ensureBrowser(), args: BROWSER_ARGS});
}
