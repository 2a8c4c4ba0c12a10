import assert from 'node:assert/strict';
import {cp, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';

import {pack, run, type Packed} from './pack.js';

const program = (name: string): string => resolve(`node_modules/${name}/bin/tsc`);

/** How types are found, and the compiler that does: the current one, and the one before it. */
const COMPILERS = [
  {moduleResolution: 'bundler', module: 'esnext', compiler: program('typescript')},
  {moduleResolution: 'nodenext', module: 'nodenext', compiler: program('typescript-native')},
] as const;

describe('A project that installs the package', () => {
  let packed: Packed;

  before(async () => {
    packed = await pack();
    await install(packed);
  });

  after(() => packed?.remove());

  for (const {compiler, ...resolution} of COMPILERS)
    it(`compiles against its types under ${resolution.moduleResolution}`, async () => {
      await compile(packed.folder, {compiler, resolution});
    });

  it('imports it without a DOM: nothing throws, nothing is defined', async () => {
    const {stdout} = await run(process.execPath, ['without-dom.mjs'], packed.folder);

    assert.deepEqual(JSON.parse(stdout), {kinds: ['function', 'function', 'function'], defined: []});
  });

  it('imports the server side in Node; its errors are those of the main entry', async () => {
    const {stdout} = await run(process.execPath, ['server-side.mjs'], packed.folder);

    const groups = [
      ...['bonuses', 'catalog', 'couponCampaigns', 'coupons', 'dailyChains', 'discounts', 'offerChains', 'orders'],
      ...['personalization', 'promoCodes', 'promotions', 'rewardChains', 'tokens', 'uniqueOffers', 'upsell'],
      'valuePoints',
    ];
    assert.deepEqual(JSON.parse(stdout), {groups, isOurs: true});
  });

  it('cannot import the server side where modules are for browsers', async () => {
    const loaded = run(process.execPath, ['--conditions=browser', 'server-side.mjs'], packed.folder);
    await assert.rejects(loaded, /does not provide an export named 'createAdmin'/);

    const bare = ['--conditions=browser', '--input-type=module', '--eval', "import 'liveops-elements/admin'"];
    await assert.rejects(run(process.execPath, bare, packed.folder), /must not be loaded in a browser/);
  });

  it('throws as the first thing in what a bundler makes of it for a browser', async () => {
    const entryPoints = [join(packed.folder, 'server-side.mjs')];
    const {outputFiles} = await build({entryPoints, bundle: true, write: false, format: 'esm', platform: 'browser'});

    const bundled = ['--input-type=module', '--eval', outputFiles[0]?.text ?? ''];
    await assert.rejects(run(process.execPath, bundled, packed.folder), /must not be loaded in a browser/);
  });
});

/** Our own lock file lets npm take lit, ky and nanostores from its cache, without asking the registry about versions. */
async function install({folder, tarball}: Packed): Promise<void> {
  const {dependencies} = JSON.parse(await readFile('package.json', 'utf8')) as {dependencies: object};
  await cp('test/built/package/consumer', folder, {recursive: true});
  await cp('package-lock.json', join(folder, 'package-lock.json'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module', dependencies}));
  const quiet = ['--prefer-offline', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quiet, tarball], folder);
}

async function compile(folder: string, {compiler, resolution}: {compiler: string; resolution: object}): Promise<void> {
  const compilerOptions = {
    ...resolution,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['app.ts', 'back-end.ts']}));
  await run(process.execPath, [compiler, '-p', folder]);
}
