import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {anchorsOf, linksOf, readText} from './markdown.js';

const docs = readdirSync('docs', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map(name => `docs/${name}`)];

function isDead(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path ? join(dirname(page), path) : page;
  if (!existsSync(file)) return true;
  return anchor !== undefined && !anchorsOf(readText(file)).includes(anchor);
}

describe('The links within the package', () => {
  for (const page of pages)
    it(`lead somewhere: ${page}`, () => {
      const links = linksOf(readText(page)).filter(link => !/^[a-z]+:/.test(link));
      assert.deepEqual(
        links.filter(link => isDead(page, link)),
        [],
      );
    });

  it('are found', () => {
    assert.ok(linksOf(readText('README.md')).includes('CONTRIBUTING.md'));
  });
});
