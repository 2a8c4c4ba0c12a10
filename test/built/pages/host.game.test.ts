import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {boardShows, WOLVES} from './board.js';
import {type Misdeeds, newPage, type Served} from './browser-page.js';
import {GameAround, serveGamePage} from './game-page.js';

describe('The page for games, in a webview that unescapes what it is told', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let served: Served;
  let page: Page;
  let misdeeds: Misdeeds;
  let game: GameAround;
  let token: string;
  const kept = new Map<string, string>();

  before(async () => {
    [sandbox, browser, served] = await Promise.all([startSandbox(), borrowChrome(), serveGamePage()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close(), served.close()]));

  beforeEach(async () => {
    await sandbox.reset();
    kept.clear();
    token = await sandbox.token();
    ({page, misdeeds} = await newPage(browser));
    game = new GameAround(page, {
      ready: () => ({version: 1, methods: ['storage.get', 'storage.set', 'storage.remove']}),
      'auth.getToken': () => ({token, expiresInSec: 600}),
      'storage.get': ({key}) => ({value: kept.get(key) ?? null}),
      'storage.set': ({key, value}) => void kept.set(key, value),
      'storage.remove': ({key}) => void kept.delete(key),
    });
    await game.arrive();
    await page.goto(`${served.url}game.html`);
    await game.hears('ready');
  });

  afterEach(async () => {
    assert.deepEqual(misdeeds.errors, []);
    await page.context().close();
  });

  const configure = (settings: object = {}): Promise<void> =>
    game.say({
      method: 'configure',
      params: {
        projectId: 44056,
        apiBase: sandbox.apiBase,
        clan: 'wolves',
        playerName: 'Rocket',
        chainId: 101,
        ...settings,
      },
    });

  it('shows nothing, on nothing, until it is configured', async () => {
    const looks = await page.evaluate(() => ({
      text: document.body.innerText.trim(),
      ground: [document.documentElement, document.body].map(element => getComputedStyle(element).backgroundColor),
    }));

    assert.deepEqual(looks, {text: '', ground: ['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']});
    assert.equal(game.of('first-paint').length, 0);
  });

  it('shows the board, and says so once the rows are there', async () => {
    await configure();
    await game.hears('first-paint');

    const rows = await page.locator('liveops-clan-contributors [part~=row]').count();
    assert.equal(rows, 4);
    await boardShows(page, WOLVES);
    const told = game.heard.map(({method}) => method);
    assert.ok(told.indexOf('contributors.changed') < told.indexOf('first-paint'), told.join());
    assert.equal(game.of('contributors.changed')[0]?.params.rows.length, 4);
  });

  it('has no token in any message, address or text of the page', async () => {
    await configure();
    await game.hears('first-paint');

    const traces = await page.evaluate(() => [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(performance.getEntries()),
      JSON.stringify({...localStorage, ...sessionStorage}),
    ]);
    assert.ok(!traces.join().includes(token));
    assert.ok(!game.texts.join().includes(token));
  });

  it('switches the clan on the game’s word; the game keeps the receipt, receives it and acknowledges it', async () => {
    await configure({view: 'switch'});
    await game.hears('first-paint');
    await sandbox.setAttributes('Rocket', {clan: 'ravens'});
    await game.say({method: 'clan.changed', params: {clan: 'ravens'}});

    const {result} = await game.ask('clan.switch');
    const {params} = await game.hears('rewards.received');

    assert.deepEqual(result, {outcome: 'rewarded'});
    assert.deepEqual(params.receipt.rewards.map(({name}: {name: string}) => name).sort(), ['Mega potion', 'Super box']);
    assert.ok([...kept.values()].join().includes(params.receipt.id));

    await game.ask('rewards.acknowledge', {receiptId: params.receipt.id});
    assert.ok(!(await page.locator('liveops-clan-switch').innerText()).includes('Super box'));
  });

  it('starts again after a reload from what the game says, with nothing of its own', async () => {
    await configure();
    await game.hears('first-paint');
    await page.evaluate(() => localStorage.clear());

    await page.reload();
    await game.hears('ready', 2);
    await configure({view: 'chain'});
    await game.hears('first-paint', 2);

    assert.equal(await page.locator('liveops-reward-chain').count(), 1);
  });

  it('shows the daily rewards, where a claim is felt in the game and ends the badge', async () => {
    await configure({view: 'daily', dailyChainId: 201});
    await game.hears('first-paint');
    const badge = async (count: number): Promise<unknown> => {
      while (!game.of('state').some(({params}) => params.daily.claimable === count)) {
        await game.hears('state', game.of('state').length + 1);
      }
      return count;
    };
    const {result} = await game.ask('state');
    // The seven days of the sandbox, and its rolling chain, whose day is claimed.
    if (result.daily.claimable !== 1) await badge(1);

    await page.locator('liveops-daily-rewards [part~=claim]').click();

    await badge(0);
    await page.locator('liveops-daily-rewards [part~=day-claimed]').nth(1).waitFor();
    assert.ok(game.of('feedback').some(({params}) => params.kind === 'success'));
  });

  it('shows the state to games that draw it themselves, and every change', async () => {
    await configure({view: 'none'});

    const {result} = await game.ask('state', {chainId: 101});
    assert.equal(result.clan, 'wolves');
    while (!game.of('state').some(({params}) => params.contributors.status === 'ready')) {
      await game.hears('state', game.of('state').length + 1);
    }
    const rows = game.of('state').find(({params}) => params.contributors.status === 'ready')?.params.contributors.value;
    assert.equal(rows[0].name, 'winner');
  });

  it('asks for nothing while the game pauses it, and goes on afterwards', async () => {
    await page.clock.install();
    await configure();
    await game.hears('first-paint');

    await game.ask('app.pause');
    assert.equal(await page.locator('liveops-clan-contributors').count(), 0);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.clock.runFor(5 * 60_000);
    assert.deepEqual(asked, []);
    await game.ask('app.resume');

    await boardShows(page, WOLVES);
  });

  it('asks for nothing while the game pauses it, where the game draws the state itself', async () => {
    await page.clock.install();
    await configure({view: 'none', pollSeconds: 10});
    await game.ask('state', {chainId: 101});
    while (!game.of('state').some(({params}) => params.contributors.status === 'ready')) {
      await game.hears('state', game.of('state').length + 1);
    }

    await game.ask('app.pause');
    // nanostores keeps a store for a second after its last listener.
    await page.clock.runFor(2_000);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.clock.runFor(5 * 60_000);
    assert.deepEqual(asked, []);
    const before = game.of('state').length;
    await game.ask('app.resume');

    await game.hears('state', before + 1);
    await page.clock.runFor(20_000);
    assert.ok(asked.length > 0);
  });

  it('shows the state on, after a setting made another session', async () => {
    await configure({view: 'none'});
    await game.ask('state', {chainId: 101});
    await game.hears('state');
    await game.ask('ui.setLocale', {locale: 'de_DE'});
    const before = game.of('state').length;

    await game.ask('clan.changed', {clan: 'ravens'});
    while (game.of('state').at(-1)?.params.clan !== 'ravens') await game.hears('state', game.of('state').length + 1);

    assert.ok(game.of('state').length > before);
    assert.equal(
      game.of('error').some(({params}) => params.code === 'aborted'),
      false,
    );
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de-DE');
  });

  it('holds still after a pause in which the game asked for that', async () => {
    await configure();
    await game.hears('first-paint');

    await game.ask('app.pause');
    await game.ask('ui.setMotion', {reduced: true});
    await game.ask('app.resume');

    await page.waitForFunction(() =>
      document.querySelector('liveops-clan-contributors')!.shadowRoot!.querySelector('section.still'),
    );
  });

  it('says that it is painted once a view that was set during a pause is there', async () => {
    await configure();
    await game.hears('first-paint');

    await game.ask('app.pause');
    await configure({view: 'chain'});
    await game.ask('app.resume');

    await game.hears('first-paint', 2);
    assert.equal(await page.locator('liveops-reward-chain').count(), 1);
  });

  it('looks as the game’s settings say', async () => {
    await configure();
    await game.hears('first-paint');

    await game.ask('ui.setTheme', {
      theme: 'dark',
      tokens: {'--liveops-accent': '#ff0000', '--liveops-row': 'url(//x)', color: 'red'},
    });
    await game.ask('ui.setInsets', {top: 24, left: 12});
    await game.ask('ui.setLocale', {locale: 'de'});
    await game.ask('ui.setMotion', {reduced: true});

    const looks = await page.evaluate(() => {
      const root = document.documentElement;
      const board = document.querySelector('liveops-clan-contributors')!;
      const moving = document.createElement('p');
      moving.style.animation = 'pulse 1s infinite';
      board.shadowRoot!.querySelector('section')!.append(moving);
      return {
        theme: board.getAttribute('theme'),
        accent: board.style.getPropertyValue('--liveops-accent'),
        others: [board.style.getPropertyValue('--liveops-row'), board.style.color],
        scheme: root.style.colorScheme,
        padding: [getComputedStyle(document.body).paddingTop, getComputedStyle(document.body).paddingLeft],
        lang: root.lang,
        locale: document.querySelector('liveops-session')!.locale,
        still: getComputedStyle(moving).animationName,
      };
    });
    assert.deepEqual(looks, {
      theme: 'dark',
      accent: '#ff0000',
      others: ['', ''],
      scheme: 'dark',
      padding: ['24px', '12px'],
      lang: 'de',
      locale: 'de',
      still: 'none',
    });
  });

  it('wears the preset that the game names, which its file contains', async () => {
    await game.ask('ui.setAppearance', {preset: 'fantasy', theme: 'dark', radius: 2, glow: 'much'});
    await configure();
    await game.hears('first-paint');
    const looks = (): Promise<string[]> =>
      page.locator('liveops-clan-contributors').evaluate(board => {
        const {backgroundColor, borderTopLeftRadius, fontFamily} = getComputedStyle(board);
        return [backgroundColor, borderTopLeftRadius, fontFamily.split(',')[0]!];
      });

    assert.deepEqual(await looks(), ['rgb(32, 20, 12)', '3px', '"Palatino Linotype"']);
    await game.ask('ui.setAppearance', {preset: 'scifi', theme: 'light'});

    assert.deepEqual(await looks(), ['rgb(237, 244, 250)', '2.4px', 'Bahnschrift']);
  });

  it('moves the focus by the game’s buttons, presses, and hands it back at the edge', async () => {
    await configure({view: ['contributors', 'switch']});
    await game.hears('first-paint');

    await game.ask('input.nav', {action: 'tabNext'});
    const first = await page.evaluate(() => document.activeElement?.tagName);
    await game.ask('input.nav', {dir: 'up'});
    await game.ask('input.nav', {action: 'accept'});
    await game.ask('input.nav', {action: 'cancel'});

    assert.match(first ?? '', /^LIVEOPS-/);
    assert.deepEqual((await game.hears('nav-exit')).params, {dir: 'up'});
    assert.ok(game.of('feedback').some(({params}) => params.kind === 'impact'));
    await game.hears('close');
    assert.equal((await game.ask('input.nav', {dir: 'sideways'})).error.code, -32000);
  });

  it('refuses a view that there is not', async () => {
    assert.equal((await game.ask('configure', {projectId: 44056, view: '<img>'})).error.code, -32000);
  });

  it('says that it is alive', async () => {
    assert.equal((await game.ask('ping')).result, null);
  });
});
