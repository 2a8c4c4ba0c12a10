import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {type Demo, startDemo} from '../../../built/pages/demo-page.js';
import type {Misdeeds} from '../../../built/pages/browser-page.js';

const GODOT = 'Godot WRY';
const CEF = 'CEF message router';
const GREE = 'gree/unity-webview on iOS';
/** What any page says that has waited for its game for 3 s; on a slow machine, or with a slow wire, that is no fault. */
const WAITED = 'liveops-elements: <liveops-session> has waited for a session for 3 s. The development build says why.';

describe('The host lab', () => {
  let demo: Demo;
  let page: Page;
  let misdeeds: Misdeeds;

  before(async () => {
    demo = await startDemo();
  });

  after(() => demo.close());

  beforeEach(async () => {
    ({page, misdeeds} = await demo.open());
    await page.goto(`${demo.url}host-lab/`);
    await painted();
  });

  afterEach(async () => {
    const warnings = misdeeds.warnings.filter(text => text !== WAITED);
    assert.deepEqual([misdeeds.errors, warnings], [[], []]);
    await page.context().close();
  });

  const pick = (name: string, value: string): Promise<unknown> =>
    page.locator(`#lab [name=${name}]`).selectOption({label: value});

  const reload = (): Promise<void> => page.getByRole('button', {name: 'Reload'}).click();

  /** The messages of this name in the list; `fate` is `arrived`, `lost`, `waiting` or `failed`. */
  const message = (name: string, fate = 'arrived'): Locator =>
    page.locator(`#log [data-name="${name}"][data-fate=${fate}]`);

  const fact = (text: string | RegExp): Locator => page.locator('#log .fact', {hasText: text});

  const painted = (): Promise<void> => message('first-paint').first().waitFor();

  const widgets = (): Locator => page.frameLocator('iframe').locator('liveops-clan-contributors [part~=row]');

  async function isSilentWithout(step: string): Promise<boolean> {
    const done = await page.locator(`[data-step="${step}"].done`).count();
    return done === 0 && (await widgets().count()) === 0;
  }

  it('shows rows in every host that there is to pick', async () => {
    const titles = await page.locator('[name=host] option').allInnerTexts();
    assert.ok(titles.length > 15);

    for (const title of titles) {
      await pick('host', title);
      await fact(`The bridge is there: ${title}`).waitFor();
      await painted();
      assert.equal(await widgets().count(), 4, title);
    }
  });

  it('shows every message both ways, in order, and no token', async () => {
    await pick('host', GODOT);
    await painted();

    const names = await page.locator('#log .message').evaluateAll(all => all.map(({dataset}) => dataset['name']));
    const calls = ['ready', 'answer to ready', 'configure', 'auth.getToken', 'answer to auth.getToken'];
    // An answer to the page before may still come.
    assert.deepEqual(names.filter(name => calls.includes(name!)).slice(-calls.length), calls);
    const text = await message('answer to auth.getToken').last().locator('pre').textContent();
    assert.match(text!, /"token": "…"/);
    assert.match((await message('ready').locator('pre').textContent())!, /"contributors.changed"|"configure"/);
  });

  it('loses what it is set to lose: without `configure` the page stays blank, and a reload helps', async () => {
    await pick('loss', 'configure, to the page');
    await reload();

    await message('configure', 'lost').waitFor();
    await message('answer to ready').waitFor();
    assert.ok(await isSilentWithout('configure'));

    await pick('loss', 'nothing');
    await reload();
    await painted();
    assert.equal(await widgets().count(), 4);
  });

  it('holds messages back for as long as it is told', async () => {
    await pick('delay', '0.3 s');
    await pick('host', CEF);

    await painted();

    for (const name of ['ready', 'configure', 'first-paint'])
      assert.ok(Number(await message(name).last().getAttribute('data-took')) >= 299, name);
  });

  it('reloads in the middle of a call: the answer to the page before counts for nothing', async () => {
    await pick('delay', '1.5 s');
    await reload();
    await message('auth.getToken', 'waiting').waitFor();

    await pick('delay', 'none');
    await reload();

    await painted();
    assert.equal(await widgets().count(), 4);
  });

  it('puts two hosts into one page: refused until one is chosen, and the other receives nothing', async () => {
    await pick('host', GODOT);
    await pick('second', CEF);

    await fact('config: Several hosts were found: `host` must be one of wry, cef').waitFor();
    const refusal = 'LiveOpsError: Several hosts were found: `host` must be one of wry, cef.';
    assert.deepEqual(
      misdeeds.warnings.splice(0).filter(text => text !== WAITED),
      [refusal],
    );
    assert.ok(await isSilentWithout('ready'));

    await pick('choice', 'chosen by its name');
    await painted();
    assert.equal(await fact('received something too').count(), 0);
  });

  it('brings the bridge late: the page waits for it', async () => {
    await pick('arrival', '1 s later');

    await painted();

    const order = await page.locator('#log > li').allInnerTexts();
    const bridge = order.findIndex(text => text.includes('The bridge is there'));
    assert.ok(bridge > 0 && order.slice(0, bridge).every(text => !text.includes('page → game')));
    const came = await fact('The bridge is there').locator('time').innerText();
    assert.ok(parseFloat(came) >= 0.99, came);
  });

  it('never brings the bridge: the page says so', async () => {
    await pick('arrival', 'never');

    await fact(/host: No host/).waitFor();
    const warnings = misdeeds.warnings.splice(0);
    assert.ok(warnings.includes(WAITED));
    const others = warnings.filter(text => text !== WAITED).join('|');
    assert.match(others, /^LiveOpsError: No host ('[\w-]+' )?appeared within 8 s\. /);
    assert.ok(await isSilentWithout('bridge'));
  });

  it('unescapes what the game receives, to no harm', async () => {
    await pick('host', GREE);
    await page.locator('[name=unescape]').check();
    await reload();

    await painted();

    const remarks = await page.locator('#log [data-to=game] .remark').allInnerTexts();
    assert.deepEqual(new Set(remarks), new Set(['unescaped: unharmed']));
  });

  it('leaves Unreal’s names as they are, which the page finds too', async () => {
    await pick('host', 'Unreal with BindUObject');
    await painted();
    await page.locator('[name=lowerCase]').uncheck();

    await fact('looking').waitFor();
    await painted();
    const names = await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate(() => Object.keys((window as unknown as {ue: object}).ue));
    assert.deepEqual(names, ['LiveOpsGame']);
  });

  it('sends what you pick', async () => {
    await pick('message', 'dark theme');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await message('ui.setTheme').waitFor();
    await page.frameLocator('iframe').locator('liveops-clan-contributors[theme=dark]').waitFor();

    await pick('message', 'a method that there is not');
    await page.getByRole('button', {name: 'Send', exact: true}).click();
    await message('answer to nothing.at.all').waitFor();
  });

  it('can be opened at a host, and from the demo', async () => {
    await page.goto(demo.url);
    await page.getByRole('link', {name: 'Host lab'}).click();
    await painted();

    await page.goto(`${demo.url}host-lab/?host=electron`);

    await fact('The bridge is there: Electron').waitFor();
    await painted();
  });
});
