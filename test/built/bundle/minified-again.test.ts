import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {parse} from 'acorn';
import {transform} from 'esbuild';
import type {Browser} from 'playwright-core';
import {minify} from 'terser';
import {borrowChrome} from '../../support/chrome.js';
import {startSandbox} from '../../support/sandbox-node.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {servePage} from '../pages/static-page.js';

/** What players load, by the kind of script. */
const FILES = {
  'liveops-elements.js': 'module',
  'liveops-elements.iife.js': 'script',
} as const;

type File = keyof typeof FILES;

/** What optimisers of shops, content systems and networks do to a file once more. */
const MINIFIERS: Readonly<Record<string, (code: string, file: File) => Promise<string>>> = {
  terser: async (code, file) => (await minify(code, {module: FILES[file] === 'module', compress: {passes: 2}})).code!,
  esbuild: async code => (await transform(code, {minify: true, target: 'chrome87'})).code,
  // As matthiasmullie/minify, which WP Rocket and Jetpack use: quoted texts and patterns stay, a template literal ends at
  // the next backtick, and blanks around operators go.
  'one that knows no templates': async code => withoutBlanks(code),
};

function withoutBlanks(code: string): string {
  const kept =
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\[^])*`|(?<=[(=:,!&|?{};]\s*|return\s*)\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[gimuy]*/g;
  const parts: string[] = [];
  const marked = code.replace(kept, text => `"${parts.push(text) - 1}"`);
  const bare = marked.replace(/\s*([?:=<>|&!,;{}()[\].])\s*/g, '$1').replace(/\s+/g, ' ');
  return bare.replace(/"(\d+)"/g, (_whole, index: string) => parts[Number(index)]!);
}

describe('The built files, minified once more', () => {
  let sandbox: SandboxControl;
  let browser: Browser;
  // Made once: a minifier blocks this process for longer than the sandbox keeps a connection open for the next token.
  let token: string;

  before(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), borrowChrome()]);
    token = await sandbox.token();
  });

  after(() => Promise.all([browser.close(), sandbox.close()]));

  /** What a page with that script shows of each element, by the part of its rows. */
  async function shownBy(file: File, code: string) {
    const served = await servePage(
      `<!doctype html>
      <html lang="en"><body>
        <liveops-session project-id="44056" api-base="${sandbox.apiBase}" clan="wolves">
          <liveops-reward-chain></liveops-reward-chain>
          <liveops-clan-contributors></liveops-clan-contributors>
          <liveops-clan-switch></liveops-clan-switch>
          <liveops-daily-rewards></liveops-daily-rewards>
          <liveops-offer-chain></liveops-offer-chain>
          <liveops-offers></liveops-offers>
          <liveops-redeem-code></liveops-redeem-code>
        </liveops-session>
        <script>document.querySelector('liveops-session').getToken = () => '${token}';</script>
        <script src="/again.js" type="${FILES[file] === 'module' ? 'module' : 'text/javascript'}"></script>
      </body></html>`,
      {'/again.js': code},
    );
    const page = await browser.newPage();
    try {
      await page.goto(served.url);
      const textsOf = async (part: string): Promise<string[]> => {
        await page.locator(part).first().waitFor({timeout: 10_000});
        return page.locator(part).allInnerTexts();
      };
      return {
        steps: await textsOf('[part~=step]'),
        claims: await page.locator('button[part=claim]:enabled').count(),
        rows: await textsOf('[part~=row]'),
        climbs: await textsOf('[part=climb]'),
        switch: await textsOf('liveops-clan-switch :is([part~=status], button)'),
        days: await textsOf('[part~=day]'),
      };
    } finally {
      await page.close();
      await served.close();
    }
  }

  for (const file of Object.keys(FILES) as File[]) {
    it(`${file} has no template literal that a minifier could take for code`, () => {
      const literals: number[] = [];
      parse(readFileSync(`dist/${file}`, 'utf8'), {
        ecmaVersion: 2022,
        sourceType: FILES[file],
        onToken: token => void (token.type.label === '`' && literals.push(token.start)),
      });
      assert.deepEqual(literals, []);
    });

    for (const [name, again] of Object.entries(MINIFIERS))
      it(`${file} by ${name} still draws every element with its buttons`, async () => {
        const code = readFileSync(`dist/${file}`, 'utf8');
        const changed = await again(code, file);

        const [plain, minified] = [await shownBy(file, code), await shownBy(file, changed)];

        assert.notEqual(changed, code);
        for (const [what, shown] of Object.entries(plain)) assert.ok(Number(shown) || Object(shown).length > 0, what);
        assert.deepEqual(minified, plain);
      });
  }
});
