import assert from 'node:assert/strict';
import {cp, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {pack, run, type Packed} from './pack.js';

const COMPILER = resolve('node_modules/typescript/bin/tsc');

describe('A project that installs the package', () => {
  let packed: Packed;

  before(async () => {
    packed = await pack();
    await install(packed);
  });

  after(() => packed?.remove());

  for (const [moduleResolution, module] of [
    ['bundler', 'esnext'],
    ['nodenext', 'nodenext'],
  ] as const)
    it(`compiles against its types under ${moduleResolution}`, async () => {
      await compile(packed.folder, {module, moduleResolution});
    });

  it('imports it without a DOM: nothing throws, nothing is defined', async () => {
    const {stdout} = await run(process.execPath, ['without-dom.mjs'], packed.folder);

    assert.deepEqual(JSON.parse(stdout), {kinds: ['function', 'function', 'function'], defined: []});
  });
});

/** Our own lock file lets npm take lit, ky and nanostores from its cache, without asking the registry about versions. */
async function install({folder, tarball}: Packed): Promise<void> {
  const {dependencies} = JSON.parse(await readFile('package.json', 'utf8')) as {dependencies: object};
  await cp('test/package/consumer', folder, {recursive: true});
  await cp('package-lock.json', join(folder, 'package-lock.json'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module', dependencies}));
  const quiet = ['--prefer-offline', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quiet, tarball], folder);
}

async function compile(folder: string, resolution: object): Promise<void> {
  const compilerOptions = {
    ...resolution,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    strict: true,
    noEmit: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['app.ts']}));
  await run(process.execPath, [COMPILER, '-p', folder]);
}
