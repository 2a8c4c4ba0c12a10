import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {newPage, type Misdeeds, type Served} from './browser-page.js';
import {servePage, studioPage} from './static-page.js';

describe('A one-time code in the page’s address', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let served: Served;
  let page: Page;
  let misdeeds: Misdeeds;

  before(async () => {
    sandbox = await startSandbox();
    const html = await studioPage(sandbox, '<script src="/dist/liveops-elements.iife.js"></script>');
    const noted = html.replace('getToken = () =>', 'getToken = request => requests.push(request) &&');
    [browser, served] = await Promise.all([
      borrowChrome(),
      servePage(noted.replace('<head>', '<head><script>var requests = []</script>')),
    ]);
    ({page, misdeeds} = await newPage(browser));
  });
  after(() => Promise.all([browser.close(), sandbox.close(), served.close()]));

  async function open(fragment: string): Promise<{requests: unknown; fragment: string}> {
    await page.goto('about:blank');
    await page.goto(`${served.url}?shop=1${fragment}`);
    await boardShows(page, WOLVES);
    return {requests: await requests(), fragment: new URL(page.url()).href.replace(/^.*?\?/, '?')};
  }

  // As JSON, in which a request without a code has no word of it.
  async function requests(): Promise<unknown> {
    return JSON.parse(await page.evaluate(() => JSON.stringify((globalThis as {requests?: unknown}).requests)));
  }

  it('goes to getToken with the first request, once, and out of the visible address', async () => {
    assert.deepEqual(await open('#code=a1-B2._~'), {
      requests: [{reason: 'start', code: 'a1-B2._~'}],
      fragment: '?shop=1',
    });

    await page.evaluate(() => {
      const {session} = document.querySelector('liveops-session') as unknown as {
        session: {signOut(): void; refresh(): void};
      };
      session.signOut();
      session.refresh();
    });
    await boardShows(page, WOLVES);

    assert.deepEqual(await requests(), [{reason: 'start', code: 'a1-B2._~'}, {reason: 'start'}]);
    assert.deepEqual(misdeeds.errors, []);
  });

  for (const fragment of ['#code=abc&state=of-the-page', '#page?code=abc', '#code=', '#code=%3Cb%3E', ''])
    it(`is not taken from ${fragment || 'nothing'}`, async () => {
      assert.deepEqual(await open(fragment), {requests: [{reason: 'start'}], fragment: `?shop=1${fragment}`});
    });

  it('is not sent to the API', async () => {
    const sent: string[] = [];
    page.on('request', request => sent.push(`${request.url()} ${JSON.stringify(request.headers())}`));

    await open('#code=canary');

    const toApi = sent.filter(text => text.startsWith(sandbox.apiBase));
    assert.ok(toApi.length);
    assert.doesNotMatch(toApi.join(), /canary/);
  });
});
