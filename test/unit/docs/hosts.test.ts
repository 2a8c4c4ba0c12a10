import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {transform} from 'esbuild';
import {HOSTS} from '../../../src/host/hosts.js';
import {codeBlocks, linksOf, readText, sectionsOf, tableOf} from './markdown.js';

const rows = tableOf(readText('docs/guide/game.md')).map(([name = '', , , page = '']) => ({
  name: name.replaceAll('`', ''),
  page: linksOf(page)[0] ?? '',
}));

const pages = readdirSync('docs/guide/hosts');

/** What several pages share. */
const SHARED = 'unity.md';

describe('docs/guide/game.md', () => {
  it('has a row with a page for every host of the sources', () => {
    const scripts = readdirSync('src/host').map(file => readText(`src/host/${file}`));
    const scripted = scripts.flatMap(code => /: Host = \{\s+name: '([\w-]+)'/.exec(code)?.[1] ?? []);
    const known = new Set([...HOSTS.map(({name}) => name), ...scripted, 'custom']);

    assert.deepEqual(rows.map(({name}) => name).sort(), [...known].sort());
    assert.deepEqual(
      [...new Set(rows.map(({page}) => page))].sort(),
      pages.filter(page => page !== SHARED).map(page => `hosts/${page}`),
    );
  });
});

describe('The page of a host', () => {
  for (const page of pages.filter(name => name !== SHARED)) {
    const text = readText(`docs/guide/hosts/${page}`);
    const section = (name: string): string => sectionsOf(text).find(({heading}) => heading === name)?.text ?? '';
    const items = (name: string): string[] => section(name).split(/^- /m).slice(1);

    it(`has lines to paste, what to switch off, traps with their source, a list to check: ${page}`, () => {
      assert.ok(codeBlocks(section('Paste')).length > 0);
      assert.ok(items('Switch off').length > 1);
      assert.ok(items('Traps').length > 1);
      for (const trap of items('Traps')) assert.match(trap, /\]\((https:|\.\.\/)/, trap);
      for (const check of items('Check by hand')) assert.match(check, /^\[ \] /);
      assert.ok(items('Check by hand').length > 2);
    });

    it(`answers ready with configure, and auth.getToken: ${page}`, () => {
      const shared = text.includes(`(${SHARED})`) ? readText(`docs/guide/hosts/${SHARED}`) : '';
      const code = codeBlocks(text + shared).map(block => block.text);
      const spoken = ['ready', 'auth.getToken', 'configure'].filter(word => code.join().includes(word));

      assert.deepEqual(spoken, page === 'other.md' ? [] : ['ready', 'auth.getToken', 'configure']);
    });

    it(`has no slip in its JavaScript and TypeScript: ${page}`, async () => {
      for (const block of codeBlocks(text).filter(({lang}) => lang === 'js' || lang === 'tsx'))
        await transform(block.text, {loader: block.lang as 'js' | 'tsx', sourcefile: page});
    });

    it(`says what was not run: ${page}`, () => {
      assert.match(text, /\bnot\s+(been\s+)?(run|compiled)\b|tests\s+run in Chromium/);
    });
  }

  for (const [page, name, file] of [
    ['electron', 'preload', 'demo/launchers/electron/preload.js'],
    ['electron', 'main', 'demo/launchers/electron/main.js'],
    ['iframe', 'launcher', 'demo/launchers/iframe/launcher.js'],
  ] as const)
    it(`shows the code that is run: ${file}`, () => {
      const shown = codeBlocks(readText(`docs/guide/hosts/${page}.md`)).find(block => block.name === name)!;

      assert.ok(shown.text.length > 300);
      assert.ok(readText(file).includes(shown.text.trim()));
    });
});
