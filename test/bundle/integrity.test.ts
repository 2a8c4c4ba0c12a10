import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {brotliDecompressSync, brotliCompressSync, gunzipSync, gzipSync} from 'node:zlib';
import {Hono} from 'hono';
import type {Browser, Page} from 'playwright-core';
import {launchChrome} from '../helpers/chrome.js';
import {serveApp, type Served} from '../pages/browser-page.js';

type Entry = {integrity: string; bytes: number; gzip: number; brotli: number};

const {version, files} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {
  version: string;
  files: Record<string, Entry>;
};

const sha384 = (bytes: Buffer): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const scriptsAndStyles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(path => /\.(js|css|html)$/.test(path));

describe('sri.json', () => {
  it('names the version of the package', () => {
    assert.equal(version, (JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}).version);
  });

  it('lists every file that a page can load, and the command of Node not', () => {
    const loadable = scriptsAndStyles('dist').filter(path => path !== 'command.js');

    assert.deepEqual(Object.keys(files).sort(), loadable.sort());
    for (const file of ['liveops-elements.js', 'liveops-elements.iife.js', 'index.js', 'presets/arcade.css'])
      assert.ok(files[file], file);
  });

  it('tells integrity and sizes as they are', () => {
    for (const [path, entry] of Object.entries(files)) {
      const bytes = readFileSync(join('dist', path));
      const [gzip, brotli] = [gzipSync(bytes, {level: 9}), brotliCompressSync(bytes)];
      assert.ok(gunzipSync(gzip).equals(bytes) && brotliDecompressSync(brotli).equals(bytes));
      const expected = {integrity: sha384(bytes), bytes: bytes.length, gzip: gzip.length, brotli: brotli.length};
      assert.deepEqual(entry, expected, path);
    }
  });
});

describe('A second build of the same sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liveops-build-'));

  after(() => rmSync(folder, {recursive: true}));

  it('gives the same bytes, elsewhere too', async () => {
    const sources = ['src', 'components', 'test/checks', 'docs', 'package.json', 'tsconfig.json', 'rollup.config.mjs'];
    for (const source of sources) cpSync(source, join(folder, source), {recursive: true});
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

    await promisify(execFile)('node', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {cwd: folder});

    const built = scriptsAndStyles(join(folder, 'dist'));
    assert.ok(built.includes('liveops-elements.iife.js') && built.length > 30, String(built.length));
    for (const path of built)
      assert.equal(sha384(readFileSync(join(folder, 'dist', path))), files[path]?.integrity, path);
  });
});

describe('A page with integrity', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  const flipped = new Set<string>();

  before(async () => {
    const app = new Hono();
    app.get('/dist/*', c => {
      const path = c.req.path.replace('/dist/', '');
      const bytes = Buffer.from(readFileSync(join('dist', path)));
      if (flipped.has(path)) bytes[bytes.length >> 1]! ^= 1;
      const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      return c.body(bytes, 200, {'content-type': type, 'access-control-allow-origin': '*'});
    });
    app.get('/', c => c.html('<!doctype html><link rel="icon" href="data:,"><title>Studio</title>'));
    [served, browser] = await Promise.all([serveApp(app), launchChrome()]);
    page = await browser.newPage();
  });

  after(() => Promise.all([browser.close(), served.close()]));

  /** How a tag for one of our files ends: `load`, or `error` where the browser refuses it. */
  async function load(path: string): Promise<string> {
    await page.goto(served.url);
    return page.evaluate(
      ({path, integrity}) => {
        const isStyle = path.endsWith('.css');
        const tag = document.createElement(isStyle ? 'link' : 'script');
        tag.setAttribute(isStyle ? 'href' : 'src', `/dist/${path}`);
        if (isStyle) tag.setAttribute('rel', 'stylesheet');
        else if (!path.endsWith('iife.js')) tag.setAttribute('type', 'module');
        Object.assign(tag, {integrity, crossOrigin: 'anonymous'});
        const ended = new Promise<string>(resolve => {
          tag.onload = () => resolve('load');
          tag.onerror = () => resolve('error');
        });
        document.head.append(tag);
        return ended;
      },
      {path, integrity: files[path]!.integrity},
    );
  }

  const self = Object.keys(files).filter(path => /^liveops-elements|\.css$/.test(path));

  for (const path of self)
    it(`loads ${path}, and refuses it with one bit flipped`, async () => {
      assert.equal(await load(path), 'load');
      flipped.add(path);
      assert.equal(await load(path), 'error');
    });
});
