import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import type {CSSResult, LitElement} from 'lit';
import type {Browser} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';

const TAGS = [
  'clan-contributors',
  'clan-switch',
  'daily-rewards',
  'offer-chain',
  'offers',
  'redeem-code',
  'reward-chain',
  'session',
].map(name => `liveops-${name}`);

/** The npm modules, whose templates are as we wrote them. */
async function asWritten(): Promise<string> {
  const imports = TAGS.map(tag => `import './dist/components/${tag.replace('liveops-', '')}/define.js';`);
  const {outputFiles} = await build({
    stdin: {contents: imports.join('\n'), resolveDir: '.'},
    bundle: true,
    format: 'esm',
    write: false,
    define: {'process.env.NODE_ENV': '"production"'},
  });
  return outputFiles[0]!.text;
}

function rulesOf(tags: readonly string[]): Record<string, string[]> {
  const sheets = (tag: string): CSSStyleSheet[] =>
    (customElements.get(tag) as typeof LitElement).elementStyles.map(style => (style as CSSResult).styleSheet!);
  // A list of selectors means the same in any order.
  const sorted = (selectors: string): string => selectors.split(', ').sort().join(', ');
  const read = (rule: CSSRule): string[] => {
    // A declaration with `var()` is kept as text, in which blanks around commas and slashes and a leading 0 mean nothing.
    const plain = (text: string): string =>
      text
        .replace('outline: 0px', 'outline: none')
        .replace(/\s*([,/])\s*/g, '$1')
        .replace(/(?<!\d)0\./g, '.');
    if (rule instanceof CSSStyleRule) return [`${sorted(rule.selectorText)} {${plain(rule.style.cssText)}}`];
    if (!(rule instanceof CSSGroupingRule)) return [rule.cssText];
    const condition = rule instanceof CSSMediaRule ? rule.conditionText : '';
    return [...rule.cssRules].flatMap(read).map(text => `@media ${condition} ${text}`);
  };
  return Object.fromEntries(
    tags.map(tag => [tag, sheets(tag).flatMap(sheet => [...sheet.cssRules].flatMap(read))] as const),
  );
}

describe('The minified styles', () => {
  let browser: Browser;

  before(async () => {
    browser = await borrowChrome();
  });

  after(() => browser.close());

  async function rulesIn(content: string): Promise<Record<string, string[]>> {
    const page = await browser.newPage();
    await page.addScriptTag({content, type: 'module'});
    await page.evaluate(tags => Promise.all(tags.map(tag => customElements.whenDefined(tag))).then(() => true), TAGS);
    return page.evaluate(rulesOf, TAGS);
  }

  it('have the rules that we wrote, in their order', async () => {
    const [written, minified] = [
      await rulesIn(await asWritten()),
      await rulesIn(readFileSync('dist/liveops-elements.js', 'utf8')),
    ];

    assert.ok(Object.values(written).flat().length > 100);
    assert.deepEqual(minified, written);
  });

  it('are without the blanks of the sources', () => {
    const text = readFileSync('dist/liveops-elements.js', 'utf8');
    assert.match(text, /box-sizing:border-box/);
    assert.doesNotMatch(text, /box-sizing: border-box|>\n\s+</);
  });
});
