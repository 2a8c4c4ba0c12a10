import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readText, sectionsOf, tableOf} from './markdown.js';

const files = readdirSync('test', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.test.ts'));

describe('The threats of docs/internals/security.md', () => {
  const {text = ''} = sectionsOf(readText('docs/internals/security.md')).find(({heading}) => heading === 'Threats')!;
  const named = tableOf(text).flatMap(([, , tests = '']) =>
    [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

  it('name tests', () => assert.ok(named.length > 30));

  for (const name of new Set(named))
    it(`have a test of this name: ${name}`, () => assert.ok(files.some(file => `/${file}`.includes(`/${name}`))));
});
