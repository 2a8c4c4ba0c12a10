import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';

import {pack, run, type Packed} from './pack.js';

type Manifest = Record<'dependencies' | 'devDependencies' | 'scripts', Record<string, string>>;
type Lock = {packages: Record<string, {integrity?: string}>};
type Targets = string | {[condition: string]: Targets};

describe('The packed package', () => {
  let packed: Packed;

  before(async () => {
    packed = await pack();
  });

  after(() => packed?.remove());

  it('holds a file for every target of its exports', () => {
    const {exports} = JSON.parse(readFileSync('package.json', 'utf8')) as {exports: Targets};

    const missing = targetsIn(exports).filter(target => !packed.files.some(file => matches(target, file)));

    assert.deepEqual(missing, []);
  });

  it('has the files that script tags of content networks load', () => {
    for (const file of ['dist/liveops-elements.iife.js', 'dist/liveops-elements.js', 'LICENSE', 'package.json'])
      assert.ok(packed.files.includes(file), file);
  });

  it('holds no tests, demo pages or source maps of what runs on servers', () => {
    const strangers = packed.files.filter(file =>
      /(^|\/)(test|tests|demo|coverage)\/|\.test\.|(sandbox|admin).*\.map$/.test(file),
    );

    assert.deepEqual(strangers, []);
  });

  it('names few dependencies, each exactly, and runs nothing where it is installed', () => {
    const {dependencies, devDependencies, scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

    const exact = /^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/;
    assert.deepEqual(
      Object.entries({...dependencies, ...devDependencies}).filter(([, version]) => !exact.test(version)),
      [],
    );
    assert.ok(Object.keys(dependencies).length <= 4);
    assert.deepEqual(
      Object.keys(scripts).filter(name => /install$|^prepare/.test(name)),
      [],
    );
  });

  it('is built from packages whose bytes are known', () => {
    const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

    const unknown = Object.entries(packages).filter(([path, {integrity}]) => path && !/^sha512-/.test(integrity ?? ''));

    assert.ok(Object.keys(packages).length > 100);
    assert.deepEqual(unknown, []);
  });

  it('gives publint nothing to say', async () => {
    const {stdout} = await run('npx', ['--no-install', 'publint', 'run', packed.tarball, '--strict']);

    assert.match(stdout, /All good/);
  });

  it('resolves to the right types for every ES module consumer', async () => {
    await run('npx', ['--no-install', 'attw', packed.tarball, '--profile', 'esm-only', '--no-emoji']);
  });
});

function targetsIn(targets: Targets): string[] {
  return typeof targets === 'string' ? [targets] : Object.values(targets).flatMap(targetsIn);
}

function matches(target: string, file: string): boolean {
  const [start, end = ''] = target.replace(/^\.\//, '').split('*');
  return target.includes('*') ? file.startsWith(start!) && file.endsWith(end) : file === start;
}
