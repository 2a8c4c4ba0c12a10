import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Frame, Page} from 'playwright-core';
import {type Demo, startDemo} from './demo-page.js';
import type {Misdeeds} from './browser-page.js';

const ROWS = ['winner', 'Rocket', 'MrJoe', 'beginner'];

describe('The launcher with a frame on another origin', () => {
  let demo: Demo;
  let page: Page;
  let misdeeds: Misdeeds;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  beforeEach(async () => {
    ({page, misdeeds} = await demo.open());
    await page.goto(`${demo.url}launchers/iframe/`);
  });

  afterEach(async () => {
    assert.deepEqual(misdeeds.errors, []);
    await page.context().close();
  });

  async function rows(): Promise<string[]> {
    const names = page.frameLocator('iframe').locator('[part~=row] [part~=name]');
    await names.nth(3).waitFor();
    return names.allInnerTexts();
  }

  const widgets = (): Frame => page.frames().find(frame => frame.url().endsWith('widgets.html'))!;

  it('shows the board in a frame of another origin, with the token from around it', async () => {
    assert.deepEqual(await rows(), ROWS);

    assert.notEqual(new URL(widgets().url()).origin, new URL(page.url()).origin);
    assert.equal(await widgets().locator('[part~=own-row] [part~=name]').innerText(), 'Rocket');
    assert.deepEqual([...misdeeds.hosts].sort(), ['127.0.0.1', 'localhost']);
  });

  it('leaves no token in the frame, and asks for none in it', async () => {
    const asked: string[] = [];
    await rows();
    page.on('request', request => {
      if (request.url().endsWith('/session-token')) asked.push(request.frame().url());
    });
    const answered = page.waitForResponse(/\/session-token$/);
    await page.reload();
    const {token} = (await (await answered).json()) as {token: string};
    await rows();

    const traces = await widgets().evaluate(() => [
      document.documentElement.outerHTML,
      location.href,
      document.referrer,
      JSON.stringify(performance.getEntries()),
    ]);
    assert.deepEqual(asked, [page.url()]);
    assert.ok(!traces.join().includes(token));
  });

  it('starts again when only the frame is loaded again', async () => {
    await rows();
    const answered = page.waitForResponse(/\/session-token$/);

    await widgets().evaluate(() => location.reload());
    await answered;

    assert.deepEqual(await rows(), ROWS);
  });

  it('tells nothing to a frame of an origin that it does not know', async () => {
    await rows();
    await page.context().addInitScript(() => {
      const heard: unknown[] = [];
      addEventListener('message', ({data}) => heard.push(data));
      Object.assign(window, {heard});
    });

    // The launcher's own origin is not the widgets'.
    const own = `${new URL(page.url()).origin}/launchers/iframe/widgets.html`;
    const navigated = page.waitForEvent('framenavigated', frame => frame.url() === own);
    await page.evaluate(src => document.querySelector('iframe')!.setAttribute('src', src), own);
    const frame = await navigated;
    await frame.waitForLoadState();

    // Messages keep their order: what the launcher answers to the frame is there before the echo of a later one.
    const heard = await frame.evaluate(async () => {
      parent.addEventListener('message', ({data}) => data === 'there' && postMessage('and back'));
      const echoed = new Promise(resolve =>
        addEventListener('message', ({data}) => data === 'and back' && resolve(data)),
      );
      parent.postMessage('there');
      await echoed;
      return (window as unknown as {heard: unknown[]}).heard;
    });
    assert.deepEqual(heard, ['and back']);
    assert.equal(await frame.locator('[part~=row]').count(), 0);
  });
});
