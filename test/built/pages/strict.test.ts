import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {ELEMENTS} from '../../../demo/gallery/elements.js';
import {borrowChrome} from '../../support/chrome.js';
import type {Served} from './browser-page.js';
import {serveStages, type Stage} from './strict-page.js';
import {watchTokens} from './token-traces.js';

/** What `docs/internals/security.md` tells a host page to send. */
const HOST =
  "default-src 'none'; style-src 'self'; connect-src https://store.xsolla.com; img-src https:; base-uri 'none'";
const TYPES = "require-trusted-types-for 'script'; trusted-types";

const STAGES: Readonly<Record<string, Stage>> = {
  'no policy': {scripts: ['classic', 'cards']},
  'a strict nonce and the trusted type of Lit': {
    scripts: ['classic', 'cards'],
    policy: `${HOST}; script-src NONCE; object-src 'none'; ${TYPES} lit-html`,
  },
  'strict-dynamic, the script added by a script': {
    scripts: ['loader'],
    policy: `${HOST}; script-src NONCE 'strict-dynamic'`,
  },
  'hashes only': {scripts: ['classic', 'cards'], policy: `${HOST}; script-src HASHES`},
  // The strictest of them, so that all states are tried here.
  'no styles but adopted ones': {
    scripts: ['module', 'cards'],
    policy: `default-src 'none'; img-src https:; script-src NONCE; style-src 'none'; ${TYPES} lit-html`,
    states: 'all',
  },
  'trusted types and npm modules': {scripts: ['npm', 'cards'], policy: `${HOST}; script-src NONCE; ${TYPES} lit-html`},
  'another Lit before ours': {
    scripts: ['foreign', 'classic', 'cards'],
    policy: `${HOST}; script-src NONCE; ${TYPES} lit-html 'allow-duplicates'`,
  },
  'another Lit after ours': {
    scripts: ['classic', 'foreign', 'cards'],
    policy: `${HOST}; script-src NONCE; ${TYPES} lit-html 'allow-duplicates'`,
  },
  'a frame in a sandbox': {scripts: ['classic', 'cards'], policy: 'sandbox allow-scripts', states: 'default expired'},
  'isolation from other origins': {
    scripts: ['module', 'cards'],
    headers: {'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp'},
  },
  'storage that is blocked': {
    scripts: ['classic', 'cards'],
    states: 'default receipt acknowledged',
    before: () => {
      const refuse = (): never => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, {get: refuse});
      Object.defineProperty(Navigator.prototype, 'locks', {get: refuse});
    },
  },
  'polluted prototypes': {
    scripts: ['classic', 'cards'],
    states: 'default expired receipt empty',
    before: () => {
      for (const name of ['polluted', 'reward', 'items', 'own', 'stale', '__proto__x', 'isClan', 'exp', 'sub'])
        Object.defineProperty(Object.prototype, name, {
          value: 'polluted',
          enumerable: true,
          configurable: true,
          writable: true,
        });
      Object.assign(Array.prototype, {polluted: () => 'polluted'});
    },
  },
  'clobbered names and patched globals': {
    scripts: ['classic', 'cards'],
    states: 'default expired receipt',
    markup: `<form id="fetch"></form><form id="navigator"><input name="onLine"></form><img name="customElements" alt="">
      <form id="liveops"><input name="session"></form><a id="performance"></a><form name="adoptedStyleSheets"></form>`,
    before: () => {
      const {parse} = JSON;
      const {then} = Promise.prototype;
      const later = globalThis.setTimeout;
      JSON.parse = (...given) => parse(...given) as unknown;
      globalThis.setTimeout = ((...given: Parameters<typeof later>) => later(...given)) as typeof later;
      Promise.prototype.then = function (...given) {
        return then.apply(this, given as never) as never;
      };
      Array.prototype.toJSON = function () {
        return [...this];
      };
    },
  },
  'no pictures': {
    scripts: ['classic', 'cards'],
    policy: `${HOST.replace('img-src https:', "img-src 'none'")}; script-src NONCE`,
  },
};

declare global {
  interface Array<T> {
    toJSON(): T[];
  }
}

/** Loud on purpose: were the harness blind, these would pass too. */
const CONTROLS: Readonly<Record<string, Stage & {reports: string}>> = {
  styleMap: {scripts: ['styled'], policy: `${HOST}; script-src NONCE`, reports: 'style-src-attr'},
  unsafeHTML: {scripts: ['unsafe'], policy: `${HOST}; script-src NONCE`, reports: 'script-src-attr'},
};

describe('Our files on a strict or broken page', () => {
  let browser: Browser;
  let served: Served;
  const names = [...Object.keys(STAGES), ...Object.keys(CONTROLS)];
  const pathOf = (name: string): string => `stage-${names.indexOf(name)}`;

  before(async () => {
    const stages = Object.entries({...STAGES, ...CONTROLS}).map(([name, stage]) => [pathOf(name), stage] as const);
    [served, browser] = await Promise.all([serveStages(Object.fromEntries(stages)), borrowChrome()]);
  });

  after(() => Promise.all([browser.close(), served.close()]));

  /** Shows a stage until `ended`; what the policy refused, as directives, and what the page threw. */
  async function show(
    name: string,
    {stage, ended, tag = ''}: {stage: Stage; ended: string; tag?: string | undefined},
  ): Promise<{page: Page; reports: string[]; errors: string[]}> {
    const page = await browser.newPage();
    watchTokens(page.context(), page);
    const [reports, errors]: string[][] = [[], []];
    await page.exposeFunction('report', (directive: string) => void reports!.push(directive));
    await page.addInitScript(() => {
      const {report} = globalThis as unknown as {report: (text: string) => void};
      document.addEventListener('securitypolicyviolation', ({effectiveDirective}) => report(effectiveDirective));
    });
    if (stage.before) await page.addInitScript(stage.before);
    await page.route(/^https:/, route => route.abort());
    page.on('pageerror', error => errors!.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors!.push(message.text());
    });
    await page.goto(`${served.url}${pathOf(name)}#${tag}`);
    await page.locator(`html[data-${ended}]`).waitFor({timeout: 60_000});
    return {page, reports: reports!, errors: errors!};
  }

  /** Elements come to their states on a stage, or one of them to all of its states, and break no rule. */
  async function play(name: string, stage: Stage, tag?: string): Promise<void> {
    const {page, reports, errors} = await show(name, {stage, ended: 'ended', tag});

    const cards = await page
      .locator('.card')
      .evaluateAll(nodes => nodes.map(node => (node as HTMLElement).dataset['state']));
    const isPicture = (text: string): boolean => name === 'no pictures' && /img-src/.test(text);
    assert.deepEqual([errors.filter(text => !isPicture(text)), reports.filter(text => !isPicture(text))], [[], []]);
    assert.ok(cards.length >= 3, String(cards.length));
    assert.deepEqual([...new Set(cards)], ['reached']);
    if (stage.scripts.includes('foreign')) assert.equal(await page.locator('foreign-lit').count(), 1);
    await page.close();
  }

  for (const [name, stage] of Object.entries(STAGES)) {
    if (stage.states !== 'all')
      it(`come to their states under ${name}, and break no rule`, async () => await play(name, stage));
    else
      for (const {tag} of ELEMENTS)
        it(`<${tag}> comes to all of its states under ${name}, and breaks no rule`, async () =>
          await play(name, stage, tag));
  }

  for (const [name, stage] of Object.entries(CONTROLS))
    it(`would be caught using ${name}`, async () => {
      const {page, reports} = await show(name, {stage, ended: 'foreign'});

      const until = performance.now() + 10_000;
      while (!reports.includes(stage.reports) && performance.now() < until) await page.title();
      assert.ok(reports.includes(stage.reports), reports.join());
      await page.close();
    });
});
