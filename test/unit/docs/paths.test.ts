import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readText} from './markdown.js';

const docs = readdirSync('docs', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'));
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...docs.map(name => `docs/${name}`)];

/** Files and folders of the tree that a page names; those with a blank to fill in are no paths. */
const pathsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/`((?:src|components|demo|test|scripts|docs)\/[\w./-]*)[^`]*`/g)]
    .filter(([whole]) => !/[<*]/.test(whole))
    .map(([, path = '']) => path);

describe('The paths of the tree', () => {
  for (const page of pages)
    it(`exist where a document names them: ${page}`, () => {
      assert.deepEqual(
        pathsOf(readText(page)).filter(path => !existsSync(path)),
        [],
      );
    });

  it('are found', () => assert.ok(pathsOf(readText('CONTRIBUTING.md')).length > 20));
});
