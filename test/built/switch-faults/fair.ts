import {after, before, type TestContext} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChrome} from '../../support/chrome.js';
import {type PageServer, servePlayerPage} from './page-server.js';
import {World} from './players.js';

/** How many tests of a file run side by side: each has a world of its own, and most of them wait for the browser. */
export const SIDE_BY_SIDE = {concurrency: 4};

export type Fair = {
  (t: TestContext, options?: {isHttp2?: boolean; path?: string}): Promise<World>;
  server: PageServer;
};

/** One browser and one page for all tests of a file; the result opens a world of its own for a test. */
export function useWorlds(launch = launchChrome): Fair {
  let browser: Browser;
  let server: PageServer;
  before(async () => void ([browser, server] = await Promise.all([launch(), servePlayerPage()])));
  after(() => Promise.all([browser?.close(), server?.close()]));
  const open = async (t: TestContext, {isHttp2 = false, path = ''} = {}): Promise<World> => {
    const world = await World.open(browser, server.url + path, isHttp2);
    t.after(() => world.close());
    return world;
  };
  return Object.defineProperty(open, 'server', {get: () => server}) as Fair;
}
