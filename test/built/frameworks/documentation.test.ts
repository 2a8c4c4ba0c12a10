import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {codeBlocks, readText} from '../../unit/docs/markdown.js';

const HERE = 'test/built/frameworks';

/** Languages of code that runs in a project here; the others are settings of tools that do not. */
const RUNS = ['html', 'svelte', 'ts', 'tsx', 'vue'];

const projects = readdirSync(HERE, {withFileTypes: true}).filter(entry => entry.isDirectory());
const files = projects.flatMap(({name}) => readdirSync(join(HERE, name)).map(file => join(HERE, name, file)));
const sources = files.map(file => linesOf(readText(file)));

describe('The page on frameworks', () => {
  const blocks = codeBlocks(readText('docs/guide/frameworks.md')).filter(({lang}) => RUNS.includes(lang));

  for (const {lang, text} of blocks)
    it(`shows ${lang} of a project that runs: ${linesOf(text)[0]}`, () => {
      assert.ok(sources.some(source => isFrom(source, linesOf(text))));
    });

  it('shows every kind of project', () => {
    assert.deepEqual([...new Set(blocks.map(({lang}) => lang))].sort(), RUNS);
  });
});

function linesOf(code: string): string[] {
  return code.split('\n').flatMap(line => line.trim() || []);
}

/** Whether the lines stand in the source in that order; the page leaves out what only the tests need. */
function isFrom(source: readonly string[], lines: readonly string[]): boolean {
  let next = 0;
  return lines.every(line => (next = source.indexOf(line, next) + 1) > 0);
}
