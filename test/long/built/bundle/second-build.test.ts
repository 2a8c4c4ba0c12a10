import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, describe, it} from 'node:test';
import {promisify} from 'node:util';

const {files} = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as {files: Record<string, {integrity: string}>};

const sha384 = (bytes: Buffer): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const scriptsAndStyles = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(path => /\.(js|css|html)$/.test(path));

describe('A second build of the same sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liveops-build-'));

  after(() => rmSync(folder, {recursive: true}));

  it('gives the same bytes, elsewhere too', {timeout: 300_000}, async () => {
    const sources = ['src', 'components', 'scripts', 'docs', 'package.json', 'tsconfig.json', 'rollup.config.mjs'];
    for (const source of sources) cpSync(source, join(folder, source), {recursive: true});
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

    await promisify(execFile)('node', ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], {cwd: folder});

    const built = scriptsAndStyles(join(folder, 'dist'));
    assert.ok(built.includes('liveops-elements.iife.js') && built.length > 30, String(built.length));
    for (const path of built)
      assert.equal(sha384(readFileSync(join(folder, 'dist', path))), files[path]?.integrity, path);
  });
});
