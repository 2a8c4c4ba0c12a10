import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'acorn';
import {isParsedByAll} from '../../../scripts/build/bundle/target.mjs';

const page = readFileSync('dist/game.html', 'utf8');
const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code);

describe('dist/game.html', () => {
  it('has every script inside, in syntax that the oldest browsers parse', async () => {
    assert.equal(scripts.length, 3);
    assert.doesNotMatch(page, /<script[^>]+src|<link[^>]+href="(?!data:)|@import|url\(/);
    for (const code of scripts) assert.ok(await isParsedByAll(code));
  });

  it('has the bundle as it is', () => {
    const bundle = readFileSync('dist/liveops-elements.iife.js', 'utf8')
      .replace(/\/\/# sourceMappingURL=.*/, '')
      .trim();

    assert.equal(scripts[0]?.trim(), bundle);
  });

  it('tells engines of long ago what they lack, in words that they read', () => {
    assert.ok(parse(scripts[2] ?? '', {ecmaVersion: 5}).body.length);
  });

  it('has styles that Chromium 87 knows', () => {
    const [, styles = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];

    assert.ok(styles.includes('transparent'));
    assert.doesNotMatch(styles, /:is\(|:where\(|:has\(|@layer|@container|dvh|color-mix|light-dark|&|:host-context/);
  });
});

describe('The scripts next to the bundle', () => {
  for (const name of ['game.js', ...readdirSync('dist/hosts').map(file => `hosts/${file}`)])
    it(`puts nothing on the page and needs no other file: ${name}`, () => {
      const {body} = parse(readFileSync(`dist/${name}`, 'utf8'), {ecmaVersion: 2022});

      assert.deepEqual(
        body.map(({type}) => type),
        ['ExpressionStatement'],
      );
      assert.doesNotMatch(readFileSync(`dist/${name}`, 'utf8'), /\bimport\(|process\.env/);
    });
});
