import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {build} from 'esbuild';

/** What only runs in Node, or is for it: the server side, the command and its schema. Every other file of `dist` is one that a browser may load. */
const SERVER_FILES = ['admin.js', 'command.js', 'project.schema.json'];

/** Words that the server side cannot do without, and the sandbox's key. */
const MARKS = [/Basic \$?\{?/, /btoa\(/, /is_enabled/, /valibot/, /sandbox(?:-project)?-api-key/, /merchant\/v2/];

const files = readdirSync('dist', {recursive: true, encoding: 'utf8'}).map(path => path.replaceAll('\\', '/'));
const textOf = (file: string): string => readFileSync(`dist/${file}`, 'utf8');
const browserFiles = files.filter(file => /\.(?:js|css|html|json|svg)$/.test(file) && !SERVER_FILES.includes(file));

describe('The server side', () => {
  it('is known by its marks', () => {
    const all = SERVER_FILES.map(textOf).join('\n');

    for (const mark of MARKS) assert.match(all, mark);
  });

  it('has left no mark in a file that a browser may load', () => {
    for (const file of ['liveops-elements.iife.js', 'liveops-elements.dev.js', 'index.js', 'admin.browser.js']) {
      assert.ok(browserFiles.includes(file), file);
    }
    for (const file of browserFiles) for (const mark of MARKS) assert.doesNotMatch(textOf(file), mark, file);
  });

  it('is imported by no such file, nor by the sources of one', async () => {
    const entryPoints = ['src/index.ts', 'src/bundle.ts', 'src/development.ts'];
    const {metafile} = await build({entryPoints, bundle: true, write: false, outdir: 'dist', metafile: true});

    const inputs = Object.keys(metafile.inputs);
    assert.ok(inputs.includes('src/errors.ts'));
    assert.deepEqual(
      inputs.filter(input => /src\/admin|node_modules\/valibot/.test(input)),
      [],
    );
  });
});
