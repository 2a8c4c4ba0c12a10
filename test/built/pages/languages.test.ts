import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import german from '../../../src/languages/de.js';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {newPage} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

const LANGUAGE = '<script src="/dist/languages/de.js"></script>';
const BUNDLE = '<script src="/dist/liveops-elements.iife.js"></script>';
const ELEMENT = '<script type="module" src="/dist/elements/clan-contributors.js"></script>';

describe('A language file', () => {
  let sandbox: SandboxControl;
  let browser: Browser;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });
  after(() => Promise.all([browser.close(), sandbox.close()]));

  for (const [where, tags] of Object.entries({
    'before the bundle': LANGUAGE + BUNDLE,
    'after the bundle': BUNDLE + LANGUAGE,
    'before a single element': LANGUAGE + ELEMENT,
    'as a module after a single element': `${ELEMENT}<script type="module" src="/dist/languages/de.js"></script>`,
  }))
    it(`gives the elements its texts, ${where}`, async t => {
      const html = await studioPage(sandbox, tags);
      const served = await servePage(html.replace('lang="en"', 'lang="de"'));
      t.after(() => served.close());
      const {page, misdeeds} = await newPage(browser);

      await page.goto(served.url);

      await page.getByText(german.contributorsTitle, {exact: true}).waitFor();
      assert.deepEqual(misdeeds.errors, []);
    });
});
