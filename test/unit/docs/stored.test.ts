import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readText} from './markdown.js';

const SECTION = /^## What is stored where\n(.*?)^## /ms;

/** What the sources call the things that they store: keys, the database and its store. */
function storedNames(): string[] {
  const files = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts'));
  const code = files.map(file => readFileSync(`src/${file}`, 'utf8')).join('\n');
  const keys = [...code.matchAll(/['`]liveops\/([\w-]*)/g)].map(([, name]) => `liveops/${name || '<player>'}`);
  const [, database] = /DATABASE = '([\w-]+)'/.exec(code)!;
  const [, store] = /STORE = '([\w-]+)'/.exec(code)!;
  const places = ['localStorage', 'sessionStorage'].filter(place => code.includes(`${place}.setItem(`));
  return [...new Set([...keys, database!, store!, ...places])];
}

describe('What is stored where', () => {
  const [, section] = SECTION.exec(readText('docs/internals/security.md'))!;

  it('is found in the sources', () => {
    assert.deepEqual(storedNames().sort(), [
      'liveops-elements',
      'liveops/<player>',
      'liveops/codes',
      'liveops/index',
      'liveops/items',
      'liveops/orders',
      'liveops/ranks',
      'liveops/visit',
      'localStorage',
      'sessionStorage',
      'texts',
    ]);
  });

  for (const name of storedNames()) it(`names ${name}`, () => assert.ok(section!.includes(`\`${name}`)));
});
