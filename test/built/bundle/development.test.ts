import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {scenarios} from '../../../src/scenarios/scenarios.js';
import type * as Development from '../../../src/development.js';
import {borrowChrome} from '../../support/chrome.js';
import {watchTokens} from '../pages/token-traces.js';

const CLASSIC = 'dist/liveops-elements.dev.iife.js';

const read = (file: string): string => readFileSync(file, 'utf8');

declare const LiveOps: typeof Development;

describe('What players load', () => {
  for (const file of ['liveops-elements.js', 'liveops-elements.iife.js'])
    it(`has nothing of the scenarios and the development build: ${file}`, () => {
      const {sources} = JSON.parse(read(`dist/${file}.map`)) as {sources: string[]};
      const lines = scenarios.map(({description}) => description);

      assert.deepEqual(
        sources.filter(source => /scenarios|development/.test(source)),
        [],
      );
      assert.deepEqual(
        [...lines, 'docs/reference/errors.md', 'MrJoe', 'Rocket'].filter(word => read(`dist/${file}`).includes(word)),
        [],
      );
    });

  it('and what npm users import has none either', () => {
    assert.doesNotMatch(read('dist/index.js') + read('dist/session/session.js'), /scenarios|development/);
  });
});

describe('The development build', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];

  before(async () => {
    browser = await borrowChrome();
    page = await browser.newPage();
    watchTokens(browser, page);
    page.on('request', request => requests.push(request.url()));
    await page.setContent(`
      <liveops-session id="one" project-id="7"><liveops-clan-contributors></liveops-clan-contributors></liveops-session>
      <div id="host"></div>`);
    await page.evaluate(() => {
      document.querySelector('#host')!.attachShadow({mode: 'open'}).append(document.createElement('liveops-session'));
    });
    await page.addScriptTag({content: read(CLASSIC)});
  });

  after(() => browser.close());

  it('exports what the bundle exports, and the scenarios', async () => {
    const namesIn = async (file: string): Promise<string[]> => {
      const other = await browser.newPage();
      await other.addScriptTag({content: read(file)});
      return other.evaluate(() => Object.keys(LiveOps).sort());
    };

    const added = ['createScenario', 'pseudoMessages', 'putOn', 'scenario', 'scenarios'];
    const names = [...(await namesIn('dist/liveops-elements.iife.js')), ...added];
    assert.deepEqual(await namesIn(CLASSIC), names.sort());
  });

  it('puts every session of the page into the scenario, also in shadow roots', async () => {
    const projects = await page.evaluate(async () => {
      LiveOps.scenario('tie');
      const shadow = document.querySelector('#host')!.shadowRoot!;
      const sessions = [document.querySelector('liveops-session')!, shadow.querySelector('liveops-session')!];
      await Promise.all(sessions.map(session => session.updateComplete));
      return sessions.map(({projectId, playerName, session}) => [projectId, playerName, session !== undefined]);
    });

    assert.deepEqual(projects, [
      [44056, 'Rocket', true],
      [44056, 'Rocket', true],
    ]);
    await page.locator('[part~=row]', {hasText: 'Ana'}).waitFor();
  });

  it('replaces a scenario by another', async () => {
    await page.evaluate(() => void LiveOps.scenario('no-chain'));

    await page.locator('[part~=empty]').waitFor();
    assert.equal(await page.locator('[part~=row]').count(), 0);
  });

  it('asks no server', () => {
    assert.deepEqual(
      requests.filter(url => /^https?:/.test(url)),
      [],
    );
  });

  it('refuses an unknown name with an error that lists the names and the page that explains it', async () => {
    const error = await page.evaluate(() => {
      try {
        LiveOps.scenario('lost');
        return undefined;
      } catch (thrown) {
        return LiveOps.isLiveOpsError(thrown) ? {code: thrown.code, message: thrown.message} : undefined;
      }
    });

    assert.equal(error?.code, 'config');
    assert.match(error.message, /lost-answer.* See docs\/reference\/errors\.md#config$/);
  });

  it('says so on a page without a session', async () => {
    const warned = page.waitForEvent('console', message => message.type() === 'warning');
    await page.evaluate(() => {
      document.body.replaceChildren();
      LiveOps.scenario('tie');
    });

    assert.match((await warned).text(), /no <liveops-session>/);
  });
});
