import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {newPage} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

/* zone.js, which Angular pages load first, replaces promises, timers, listeners and fetch by its own. */
describe('A page with zone.js', () => {
  let sandbox: SandboxControl;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  for (const script of [
    '<script src="/dist/liveops-elements.iife.js"></script>',
    '<script type="module" src="/dist/liveops-elements.js"></script>',
  ])
    it(`shows the board, claims a step and learns of new points: ${script.replace(/.*dist.|".*/g, '')}`, async t => {
      await sandbox.reset();
      const zone = readFileSync('node_modules/zone.js/bundles/zone.umd.js', 'utf8');
      const page = await studioPage(sandbox, `<script src="/zone.js"></script>${script}`);
      const served = await servePage(page, {'/zone.js': zone});
      t.after(() => served.close());
      const {page: shop, misdeeds} = await newPage(browser);

      await shop.goto(served.url);
      await boardShows(shop, WOLVES);
      const claimed = await shop.evaluate(async () => {
        const {session} = document.querySelector('liveops-session')!;
        await session!.claimStep(101, 1002);
        return 'Zone' in globalThis;
      });
      await sandbox.contribute('Rocket', 101, 200);
      await shop.evaluate(() => document.querySelector('liveops-session')!.session!.refresh());
      await boardShows(shop, ['Rocket 598', 'winner 555', 'MrJoe 201', 'beginner 1']);

      assert.ok(claimed);
      assert.deepEqual([misdeeds.errors, misdeeds.warnings], [[], []]);
    });
});
