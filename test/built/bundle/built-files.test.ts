import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {parse, type Program} from 'acorn';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import {isParsedByAll} from '../../../scripts/build/bundle/target.mjs';

type Bundle = {file: string; sourceType: 'module' | 'script'};

type Manifest = {
  modules: {path: string; declarations: {tagName?: string; events?: {name: string; description?: string}[]}[]}[];
};

const BUNDLES: readonly Bundle[] = [
  {file: 'dist/liveops-elements.js', sourceType: 'module'},
  {file: 'dist/liveops-elements.iife.js', sourceType: 'script'},
];

const read = (file: string): string => readFileSync(file, 'utf8');
const readJson = (file: string): unknown => JSON.parse(read(file));

function treeOf({file, sourceType}: Bundle): Program {
  return parse(read(file), {ecmaVersion: 2022, sourceType});
}

function filesUnder(folder: string, ending: string): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
  return names.filter(name => name.endsWith(ending)).map(name => join(folder, name));
}

function sourcesOf(map: string): string[] {
  return (readJson(map) as {sources: string[]}).sources;
}

for (const bundle of BUNDLES) {
  describe(bundle.file, () => {
    it('can be parsed by every browser of browserslist', async () => {
      assert.ok(treeOf(bundle).body.length);
      assert.ok(await isParsedByAll(read(bundle.file)));
    });

    it('needs no build tool, no eval and no further file', () => {
      assert.doesNotMatch(read(bundle.file), /process\.env|\beval\(|new Function\(|\bimport\(|\bimport\s*["'{*]/);
    });

    it('reads the same in every encoding', () => {
      assert.match(read(bundle.file), /^[\0-\x7f]*$/);
    });

    it('has its styles in a form that Chromium 87 knows', () => {
      assert.match(read(bundle.file), /@media/);
      assert.doesNotMatch(read(bundle.file), /@media[^{]*[<>]=/);
    });
  });
}

describe('browserslist', () => {
  it('is the floor that the documents promise', () => {
    assert.deepEqual(browserslistToEsbuild(), ['chrome87', 'firefox102', 'ios15.4', 'safari15.4']);
  });

  for (const code of ['class A { static { f(); } }', 'x => #y in x;', '/(?<=a)b/.test(c)', 'a.b ??= await c; await d;'])
    it(`would not let pass: ${code}`, async () => {
      const isParsed = await isParsedByAll(code).catch(() => false);
      assert.equal(isParsed, false);
    });
});

describe('the classic script', () => {
  it('puts one name on the page', () => {
    const [statement, ...rest] = treeOf(BUNDLES[1]!).body;
    assert.equal(rest.length, 0);
    assert.equal(statement?.type, 'VariableDeclaration');
    assert.match(read(BUNDLES[1]!.file), /^\/\*[^]*?\*\/\s*var LiveOps=/);
  });
});

describe('source maps', () => {
  it('name sources that exist', () => {
    const maps = filesUnder('dist', '.js.map');
    const sources = maps.flatMap(map => sourcesOf(map).map(source => join(dirname(map), source)));
    assert.ok(sources.length);
    assert.deepEqual([...new Set(sources.filter(source => !existsSync(source)))], []);
  });
});

describe('custom-elements.json', () => {
  const {modules} = readJson('dist/custom-elements.json') as Manifest;
  const declarations = modules.flatMap(module => module.declarations);

  it('describes every element', () => {
    const tags = declarations.map(({tagName}) => tagName);
    for (const name of [
      'session',
      'clan-contributors',
      'clan-switch',
      'daily-rewards',
      'offer-chain',
      'offers',
      'redeem-code',
      'reward-chain',
    ])
      assert.ok(tags.includes(`liveops-${name}`), name);
  });

  it('names modules that are published', () => {
    const paths = modules.map(({path}) => path);
    assert.deepEqual(
      paths.filter(path => !path.startsWith('dist/') || !existsSync(path)),
      [],
    );
  });

  it('lists no event without a description', () => {
    const events = declarations.flatMap(declaration => declaration.events ?? []);
    assert.ok(events.length);
    assert.ok(events.every(({name, description}) => description && name.startsWith('liveops-')));
  });
});

describe('THIRD-PARTY-LICENSES.txt', () => {
  it('has the terms of everything inside the bundles', () => {
    const text = read('dist/THIRD-PARTY-LICENSES.txt');
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element', 'ky', 'nanostores', 'penpal'])
      assert.match(text, new RegExp(`^${name} \\d`, 'm'));
  });
});
