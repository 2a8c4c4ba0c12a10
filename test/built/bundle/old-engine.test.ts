import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {parse} from 'acorn';
import type {Browser, Page} from 'playwright-core';
import type * as Bundle from '../../../src/bundle.js';
import {borrowChrome} from '../../support/chrome.js';
import {AS_THE_STANDARD_SAYS, useFeatures} from './features.js';
import {changesIn, loadIn, MISSING} from './old-engine.js';

const CLASSIC = 'dist/liveops-elements.iife.js';
const MODULE = 'dist/liveops-elements.js';

/** What Lit and nanostores share with other copies of themselves, and our two names. */
const GLOBALS = [
  'LiveOps',
  'LiveOpsHost',
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'nanostoresGlobal',
  'reactiveElementVersions',
];

declare const LiveOps: typeof Bundle;

function exportsOf(file: string): string[] {
  const {body} = parse(readFileSync(file, 'utf8'), {ecmaVersion: 2022, sourceType: 'module'});
  const lists = body.flatMap(node => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []));
  return lists.map(({exported}) => (exported.type === 'Identifier' ? exported.name : String(exported.value)));
}

/** What the script asks for, and the board it makes of the answer. */
async function loadBoard() {
  const urls: string[] = [];
  const session = LiveOps.createSession({
    projectId: 44056,
    getToken: () => ({token: 'a.b.c', expiresInSec: 600}),
    pollSeconds: 0,
    fetch: async input => {
      const {url} = new Request(input);
      urls.push(url);
      return Response.json(url.endsWith('/top') ? [{name: 'Ana', contributed_amount: 9}] : {items: []});
    },
  });
  const $board = session.contributors(101);
  await $board.reload();
  const board = $board.get();
  await session.$rewardChains.reload();
  session.destroy();
  return {urls, board};
}

describe('The classic script', () => {
  let browser: Browser;
  let old: Page;

  before(async () => {
    browser = await borrowChrome();
    old = await loadIn(browser, MISSING, CLASSIC);
  });

  after(() => browser.close());

  it('loads in an old browser, and defines the elements', async () => {
    const tags = [
      'clan-contributors',
      'clan-switch',
      'daily-rewards',
      'offer-chain',
      'offers',
      'redeem-code',
      'reward-chain',
      'session',
    ].map(name => `liveops-${name}`);
    const defined = (names: string[]) => names.filter(name => customElements.get(name));
    assert.deepEqual(await old.evaluate(defined, tags), tags);
  });

  it('adds LiveOps and LiveOpsHost to the page, and else only what libraries share with other copies', async () => {
    assert.deepEqual((await changesIn(old)).globals, GLOBALS);
  });

  it('exports what the module exports', async () => {
    assert.deepEqual((await old.evaluate(() => Object.keys(LiveOps))).sort(), exportsOf(MODULE).sort());
  });

  it('sends requests, with their query', async () => {
    const {urls, board} = await old.evaluate(loadBoard);
    assert.equal(board.status, 'ready', JSON.stringify(board));
    assert.match(urls[0] ?? '', /^https:\/\/store\.xsolla\.com\/api\/.*44056.*101/);
    assert.ok(
      urls.some(url => /\?.*limit=\d/.test(url)),
      urls.join('\n'),
    );
  });

  it('adds what the browser lacks, and nothing else', async () => {
    // `abort()` keeps the reason, where there was none.
    assert.deepEqual((await changesIn(old)).builtIns, ['AbortController.prototype.abort', ...MISSING]);
  });

  it('adds it as the standard says', async () => {
    assert.deepEqual(await old.evaluate(useFeatures), AS_THE_STANDARD_SAYS);
  });

  it('leaves a browser alone that has everything', async () => {
    const page = await loadIn(browser, [], CLASSIC);
    assert.deepEqual(await changesIn(page), {builtIns: [], globals: GLOBALS});
    assert.deepEqual(await page.evaluate(useFeatures), AS_THE_STANDARD_SAYS);
  });

  for (const name of MISSING)
    it(`adds only ${name} where only that is missing`, async () => {
      const page = await loadIn(browser, [name], CLASSIC);
      const expected = name.endsWith('reason') ? ['AbortController.prototype.abort', name] : [name];
      assert.deepEqual((await changesIn(page)).builtIns, expected);
      await page.close();
    });
});

describe('The module', () => {
  it('adds nothing, not even in an old browser', async () => {
    const browser = await borrowChrome();
    const page = await loadIn(browser, MISSING, MODULE);
    assert.deepEqual((await changesIn(page)).builtIns, []);
    await browser.close();
  });
});
