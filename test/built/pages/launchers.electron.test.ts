import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {compileFunction} from 'node:vm';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {waitUntil} from '../../support/wait-until.js';
import {boardShows, WOLVES} from './board.js';
import {type Misdeeds, newPage} from './browser-page.js';

const FOLDER = path.resolve('demo/launchers/electron');

type Message = {id?: string; method?: string; result?: {token?: string}; error?: object};
type Listener = (event: object, text: string) => void;

/**
 * As far as it goes without Electron: its main process as a script of Node, its preload script in Chromium, and between
 * them what https://www.electronjs.org/docs/latest/tutorial/ipc says of `ipcMain`, `ipcRenderer` and `contextBridge`.
 */
class ElectronStandIn {
  readonly texts: string[] = [];
  readonly options: {webPreferences: {preload: string}}[] = [];
  readonly opened: string[] = [];
  readonly #page: Page;
  readonly #frame = {};
  #listener: Listener = () => undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Runs the main process until the page that it opens has loaded. */
  async start(sandbox: string): Promise<void> {
    await this.#page.exposeFunction('toMain', (channel: string, text: string) => this.hear(channel, text));
    const run = compileFunction(readFileSync(`${FOLDER}/main.js`, 'utf8'), ['require', '__dirname', 'process']);
    await new Promise((done, failed) => {
      const electron = this.#electron(file => this.#load(file).then(done, failed));
      run((name: string) => (name === 'electron' ? electron : path), FOLDER, {env: {SANDBOX: sandbox}});
    });
  }

  /** What any frame of the renderer can send; the main frame by default. */
  hear(channel: string, text: string, senderFrame = this.#frame): void {
    assert.equal(channel, 'liveops');
    this.texts.push(text);
    this.#listener({senderFrame}, text);
  }

  /** Waits for a message of the main process. */
  says(is: (message: Message) => boolean): Promise<Message> {
    const messages = (): Message[] => this.texts.map(text => JSON.parse(text) as Message);
    const find = (): Message | undefined => messages().find(message => !message.method && is(message));
    return waitUntil(find, 'a message of the main process', 20_000);
  }

  async #load(file: string): Promise<void> {
    const preload = readFileSync(this.options[0]!.webPreferences.preload, 'utf8');
    await this.#page.addInitScript({content: `(${bridge.toString()})(require => {${preload}});`});
    await this.#page.goto(pathToFileURL(file).href);
  }

  #electron(load: (file: string) => Promise<void>): object {
    const {options, opened} = this;
    const webContents = {
      mainFrame: this.#frame,
      on: () => undefined,
      setWindowOpenHandler: () => undefined,
      send: (channel: string, text: string): void => this.#send(channel, text),
    };
    return {
      app: {whenReady: async () => undefined},
      shell: {openExternal: async (url: string) => opened.push(url)},
      ipcMain: {on: (_channel: string, listener: Listener) => (this.#listener = listener)},
      BrowserWindow: class {
        readonly webContents = webContents;
        readonly loadFile = load;
        constructor(wanted: (typeof options)[0]) {
          options.push(wanted);
        }
      },
    };
  }

  #send(channel: string, text: string): void {
    this.texts.push(text);
    const told = this.#page.evaluate(([to, what]) => dispatchEvent(new CustomEvent(to, {detail: what})), [
      channel,
      text,
    ] as const);
    // A page that is closed or loaded anew meanwhile has no use for it.
    told.catch(() => undefined);
  }
}

/** Runs in the page: a preload script's own world, of which the page sees what is exposed, frozen. */
function bridge(preload: (require: (name: string) => unknown) => void): void {
  const {toMain} = window as unknown as {toMain(channel: string, text: string): void};
  const ipcRenderer = {
    send: (channel: string, text: string) => toMain(channel, text),
    on(channel: string, listener: Listener) {
      const hear = ({detail}: CustomEvent<string>): void => listener({sender: ipcRenderer}, detail);
      addEventListener(channel, hear as (event: Event) => void);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: object) =>
      Object.defineProperty(window, name, {value: Object.freeze(api), enumerable: true}),
  };
  preload(name => (name === 'electron' ? {contextBridge, ipcRenderer} : undefined));
}

describe('The launcher of Electron, on a stand-in for Electron', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  let page: Page;
  let misdeeds: Misdeeds;
  let electron: ElectronStandIn;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  beforeEach(async () => {
    await sandbox.reset();
    ({page, misdeeds} = await newPage(browser));
    electron = new ElectronStandIn(page);
    await electron.start(sandbox.url);
  });

  afterEach(async () => {
    assert.deepEqual(misdeeds.errors, []);
    await page.context().close();
  });

  const said = (): Message[] => electron.texts.map(text => JSON.parse(text));

  it('shows the board of the player whom the main process names, from a file', async () => {
    await boardShows(page, WOLVES);

    assert.equal(new URL(page.url()).protocol, 'file:');
    assert.equal(await page.locator('[part~=own-row] [part~=name]').innerText(), 'Rocket');
  });

  it('gets the token over the bridge and keeps it out of the page', async () => {
    await boardShows(page, WOLVES);

    const {token = ''} = said().find(({result}) => result?.token)!.result!;
    const log = await sandbox.readLog();
    const traces = await page.evaluate(() => [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(performance.getEntries()),
      JSON.stringify({...localStorage, ...sessionStorage}),
    ]);
    assert.ok(token.length > 20);
    assert.ok(log.some(({path, user}) => path.endsWith('/top') && user === 'Rocket'));
    assert.ok(!traces.join().includes(token));
    assert.deepEqual(
      said().flatMap(({method}) => (method === 'auth.getToken' ? [method] : [])),
      ['auth.getToken'],
    );
  });

  it('starts again after a reload', async () => {
    await boardShows(page, WOLVES);

    await page.reload();

    await boardShows(page, WOLVES);
    assert.equal(said().filter(({method}) => method === 'ready').length, 2);
  });

  it('exposes two functions and nothing of Electron', async () => {
    const exposed = await page.evaluate(() => {
      const {LiveOpsGame} = window as unknown as {LiveOpsGame: {onMessage(listener: () => void): unknown}};
      return [Object.keys(LiveOpsGame), LiveOpsGame.onMessage(() => undefined) ?? null];
    });

    assert.deepEqual(exposed, [['send', 'onMessage'], null]);
  });

  it('answers no frame but the page’s own', async () => {
    await boardShows(page, WOLVES);
    const before = said().length;

    // In this order: an answer to the first would be there before the one to the second.
    electron.hear('liveops', '{"jsonrpc":"2.0","id":"x","method":"nothing"}', {});
    electron.hear('liveops', '{"jsonrpc":"2.0","id":"y","method":"constructor"}');
    await electron.says(({id}) => id === 'y');

    const answers = said()
      .slice(before)
      .filter(message => !message.method);
    assert.deepEqual(answers, [{jsonrpc: '2.0', id: 'y', error: {code: -32601, message: ''}}]);
  });

  it('answers that there is no token now, where its back end gives none', async () => {
    const {page: other} = await newPage(browser);
    const poor = new ElectronStandIn(other);

    await poor.start('http://127.0.0.1:9');

    assert.deepEqual((await poor.says(message => Boolean(message.error))).error, {code: -32000, message: ''});
    await other.context().close();
  });

  it('opens https addresses in the system’s browser, and no others', async () => {
    for (const url of ['file:///etc/passwd', 'https://example.com/'])
      electron.hear('liveops', JSON.stringify({jsonrpc: '2.0', method: 'openExternal', params: {url}}));

    assert.deepEqual(electron.opened, ['https://example.com/']);
  });
});
