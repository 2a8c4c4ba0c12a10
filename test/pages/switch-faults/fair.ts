import {after, before, type TestContext} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChrome} from '../../helpers/chrome.js';
import type {Served} from '../browser-page.js';
import {servePlayerPage, World} from './players.js';

/** How many tests of a file run side by side: each has a world of its own, and most of them wait for the browser. */
export const SIDE_BY_SIDE = {concurrency: 4};

/** One browser and one page for all tests of a file; the result opens a world of its own for a test. */
export function useWorlds(): (t: TestContext, isHttp2?: boolean) => Promise<World> {
  let browser: Browser;
  let served: Served;
  before(async () => void ([browser, served] = await Promise.all([launchChrome(), servePlayerPage()])));
  after(async () => {
    await browser.close();
    await served.close();
  });
  return async (t, isHttp2 = false) => {
    const world = await World.open(browser, served.url, isHttp2);
    t.after(() => world.close());
    return world;
  };
}
