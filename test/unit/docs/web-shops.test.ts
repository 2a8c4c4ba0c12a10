import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileClanBlock, inOneForm, readDemo, recipeInPage, recipes} from './recipes.js';

const source = readDemo('clan-block.jsx');

describe('docs/guide/web-shop.md', () => {
  const {
    'custom-code': customCode = '',
    'second-block': secondBlock = '',
    headless = '',
    'clan-block': clanBlock,
    'clan-offers': clanOffers = '',
    theme = '',
    ...rest
  } = recipes();

  for (const [page, name, code] of [
    ['custom-code.html', 'custom-code', customCode],
    ['custom-code.html', 'second-block', secondBlock],
    ['headless.html', 'headless', headless],
  ] as const)
    it(`has in "${name}" what ${page} runs`, async () => {
      assert.ok(code);
      assert.equal(await inOneForm(code, 'html'), await inOneForm(recipeInPage(page, name), 'html'));
    });

  it('has the source of the custom block, letter for letter', () => {
    assert.equal(clanBlock, source);
  });

  it('has the script of the headless page', async () => {
    assert.equal(await inOneForm(clanOffers, 'babel'), readDemo('clan-offers.js'));
  });

  it('has the colours of the pages', () => {
    const plain = readDemo('web-shops.css').replace(/ *\/\*.*?\*\/\n/gs, '');
    assert.ok(theme && plain.startsWith(theme));
  });

  it('has no other code than the token’s answer, the policy, the settings and the session’s events', () => {
    assert.deepEqual(Object.keys(rest).sort(), ['events', 'json', 'policy', 'settings']);
  });
});

describe('The custom block', () => {
  it('is on the demo page as esbuild makes it', async () => {
    assert.equal(readDemo('clan-block.js'), await compileClanBlock(), 'run npx tsx test/unit/docs/make-clan-block.ts');
  });

  it('is a function without props that imports nothing', () => {
    assert.match(source, /^export default function \w+\(\) \{$/m);
    assert.doesNotMatch(source, /\bimport\b|\brequire\(|className|<style/);
  });

  it('asks for one control a call, by a name, and outside of any branch', () => {
    const calls = source.split('useControls(').slice(1);
    assert.ok(calls.length);
    for (const call of calls) assert.match(call, /^(text|toggle|number|select|color)\('[\w ]+', /);
    assert.equal(source.match(/^ {2}const \w+ = useControls\(/gm)?.length, calls.length);
  });
});
