import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {brotliDecompressSync, brotliCompressSync, gunzipSync, gzipSync} from 'node:zlib';
import {Hono} from 'hono';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import {serveApp, type Served} from '../pages/browser-page.js';

type Entry = {integrity: string; bytes: number; gzip: number; brotli: number};

type ElementEntry = {
  files: string[];
  gzip: number;
  integrity: Record<string, string>;
  importmap: string;
  modulepreload: string[];
};

const {version, files, elements} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {
  version: string;
  files: Record<string, Entry>;
  elements: Record<string, ElementEntry>;
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

describe('An element in sri.json', () => {
  it('is there for each file that a page may name, and the loader', () => {
    const names = readdirSync('dist/elements').filter(name => name.endsWith('.js'));

    assert.deepEqual(Object.keys(elements).sort(), names.map(name => name.replace('.js', '')).sort());
    for (const name of [
      'auto',
      'session',
      'clan-contributors',
      'reward-chain',
      'clan-switch',
      'daily-rewards',
      'offer-chain',
      'offers',
      'redeem-code',
    ])
      assert.ok(elements[name], name);
  });

  for (const [name, {files: loaded, gzip, integrity, importmap, modulepreload}] of Object.entries(elements)) {
    it(`${name} has hashes, an import map and preloads for its files`, () => {
      const hashes = Object.fromEntries(loaded.map(file => [`./${file}`, files[file]!.integrity]));
      const all = Object.fromEntries(Object.values(elements).flatMap(element => Object.entries(element.integrity)));
      assert.equal(loaded[0], `elements/${name}.js`);
      assert.equal(
        gzip,
        loaded.reduce((sum, file) => sum + files[file]!.gzip, 0),
      );
      // The loader may import any of them.
      assert.deepEqual(integrity, name === 'auto' ? all : hashes);
      const [, json] = /^<script type="importmap">(.*)<\/script>$/.exec(importmap)!;
      assert.deepEqual(JSON.parse(json!), {integrity});
      assert.deepEqual(
        modulepreload,
        Object.entries(hashes).map(
          ([file, hash]) => `<link rel="modulepreload" href="${file}" integrity="${hash}" crossorigin="anonymous">`,
        ),
      );
    });

    it(`${name} imports nothing that is not in its list`, () => {
      for (const file of loaded) {
        const text = readFileSync(join('dist', file), 'utf8');
        const imported = [...text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)].map(([, path]) =>
          join('dist', file, '..', path!).replace(/^dist\//, ''),
        );
        assert.deepEqual(
          imported.filter(path => !loaded.includes(path)),
          [],
          file,
        );
      }
    });
  }
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
    [served, browser] = await Promise.all([serveApp(app), borrowChrome()]);
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
