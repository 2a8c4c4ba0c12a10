import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {type OutputOptions, type Plugin, rollup, type RollupOptions} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import options from '../../../rollup.config.mjs';

type Build = {
  /** Each module of a library as rollup has read it, all plugins applied. */
  read: Map<string, string>;
  /** What of each is in the bundle, before it is minified. */
  bundled: Map<string, string>;
};

const LIBRARY = /node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element|ky|nanostores)\//;

const BUNDLES = ['liveops-elements.js', 'liveops-elements.iife.js', 'liveops-elements.dev.js'];

const nameOf = (id: string): string => id.slice(id.lastIndexOf('node_modules/'));

async function buildOf({output, ...input}: RollupOptions): Promise<Build> {
  const [read, bundled] = [new Map<string, string>(), new Map<string, string>()];
  const watch: Plugin = {
    name: 'watch',
    buildEnd() {
      for (const id of this.getModuleIds()) if (LIBRARY.test(id)) read.set(nameOf(id), this.getModuleInfo(id)!.code!);
    },
    renderChunk: {
      order: 'pre',
      handler(_code, {modules}) {
        for (const [id, {code}] of Object.entries(modules)) if (LIBRARY.test(id)) bundled.set(nameOf(id), code ?? '');
        return null;
      },
    },
  };
  // That one writes into `dist`, whoever builds.
  const plugins = (input.plugins as Plugin[]).filter(({name}) => name !== 'rollup-plugin-license');
  const build = await rollup({...input, plugins: [plugins, watch]});
  // What comes after this is minifying.
  await build.generate({...(output as OutputOptions), plugins: []});
  await build.close();
  return {read, bundled};
}

/** Nothing but rollup, node-resolve and a compiler for TypeScript, which rollup cannot read. */
const plain = (input: string): RollupOptions => ({
  input,
  output: {format: 'es', inlineDynamicImports: true},
  plugins: [
    nodeResolve({browser: true, exportConditions: ['production']}),
    esbuild({include: /\.ts$/, tsconfig: 'tsconfig.json', target: 'es2022'}),
  ],
});

describe('Lit, ky and nanostores', () => {
  const builds = new Map<string, Build>();
  const configOf = (bundle: string): RollupOptions =>
    options.find(({output}) => (output as OutputOptions).file === `dist/${bundle}`)!;

  before(async () => {
    for (const bundle of BUNDLES) builds.set(bundle, await buildOf(configOf(bundle)));
  });

  for (const bundle of BUNDLES)
    it(`are in ${bundle} as they were published`, () => {
      const {read} = builds.get(bundle)!;

      for (const name of ['lit-html', '@lit/reactive-element', 'lit-element', 'ky', 'nanostores'])
        assert.ok(
          [...read.keys()].some(file => file.startsWith(`node_modules/${name}/`), name),
          name,
        );
      for (const [file, code] of read) assert.equal(code, readFileSync(file, 'utf8'), file);
    });

  for (const [bundle, input] of [
    ['liveops-elements.js', 'src/bundle.ts'],
    ['liveops-elements.dev.js', 'src/development.ts'],
  ] as const)
    it(`are in ${bundle} as a plain build puts them there, byte for byte, before it is minified`, async () => {
      const {bundled} = builds.get(bundle)!;
      const expected = await buildOf(plain(input));

      assert.ok(bundled.size > 20, String(bundled.size));
      assert.deepEqual(bundled, expected.bundled);
    });

  it('are not edited by any plugin, nor are our own modules', () => {
    const namesWith = (plugins: unknown, hook: 'transform' | 'renderChunk'): string[] =>
      (plugins as Plugin[])
        .flat()
        .filter(plugin => plugin[hook])
        .map(({name}) => name);

    for (const {plugins, output} of BUNDLES.map(configOf)) {
      assert.deepEqual(namesWith(plugins, 'transform'), ['esbuild', 'minify-literals']);
      assert.deepEqual(namesWith((output as OutputOptions).plugins, 'renderChunk'), ['lowered-syntax', 'terser']);
    }
  });
});
