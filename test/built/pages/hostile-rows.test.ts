import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {borrowChrome} from '../../support/chrome.js';
import {Chance, seedOf} from '../../unit/security/chance.js';
import {hostileName} from '../../unit/security/hostile-names.js';
import {newPage, type Misdeeds, type Served} from './browser-page.js';
import {bringFonts, useFont} from './page-fonts.js';
import {FONT_NAMES} from '../../runner/fonts.mjs';
import {servePage} from './static-page.js';

const PAGE = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Board</title>
  <script src="/dist/liveops-elements.iife.js"></script>
  <liveops-session project-id="1" poll-seconds="0" player-name="a">
    <liveops-clan-contributors reward-chain-id="1" max-rows="100"></liveops-clan-contributors>
  </liveops-session>`;

const ROWS = 2_000;
const ROWS_A_TIME = 100;

const AMOUNTS: readonly unknown[] = [
  ...[0, 1, 12.34, -5, 1.005, 1e21, 1e300, 2 ** 53, null, true, '12', '1e3', '0x10', [], {}, '<b>9</b>', 555],
];

type Row = {name: unknown; contributed_amount: unknown};

/** Runs in the page: how many dots of each picture are darker or lighter by more than smoothed edges ever are. */
function inkBetween([before, after]: readonly [readonly string[], readonly string[]]): Promise<number[]> {
  const SMOOTHING = 64;
  const dotsOf = async (png: string): Promise<Uint8ClampedArray> => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  return Promise.all(
    before.map(async (png, index) => {
      const [old, now] = await Promise.all([png, after[index]!].map(dotsOf));
      return old!.filter((value, at) => Math.abs(value - (now![at] ?? 0)) > SMOOTHING).length;
    }),
  );
}

describe('Rows of strangers', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let misdeeds: Misdeeds;
  const requests: string[] = [];

  before(async () => {
    [served, browser] = await Promise.all([servePage(PAGE), borrowChrome()]);
    ({page, misdeeds} = await newPage(browser));
    await page.goto(served.url);
    await bringFonts(page);
    page.on('request', request => requests.push(request.url()));
    await page.evaluate(() => {
      const session = document.querySelector('liveops-session') as unknown as Record<string, unknown>;
      const global = globalThis as unknown as {answer: string};
      global.answer = '[]';
      session['fetch'] = async () => new Response(global.answer, {headers: {'content-type': 'application/json'}});
      session['getToken'] = () => 'token';
    });
    // Or the first reload of a test could join this request, whose answer has no rows.
    await page.locator('[part~=empty]').waitFor();
  });

  after(() => Promise.all([browser.close(), served.close()]));

  /** Shows these rows; what stands there then, and how high each row is. */
  function show(rows: readonly Row[]) {
    return page.evaluate(async answer => {
      const {session} = document.querySelector('liveops-session') as unknown as {
        session: {contributors(id: number): {reload(): Promise<void>}};
      };
      const board = document.querySelector('liveops-clan-contributors') as unknown as {
        updateComplete: Promise<unknown>;
        shadowRoot: ShadowRoot;
      };
      Object.assign(globalThis, {answer});
      await session.contributors(1).reload();
      await board.updateComplete;
      while (!board.shadowRoot.querySelector('[part~=row]')) await new Promise(requestAnimationFrame);
      const list = [...board.shadowRoot.querySelectorAll('[part~=row]')];
      const structure = (row: Element): string => [...row.querySelectorAll('*')].map(({localName}) => localName).join();
      return {
        names: list.map(row => row.querySelector('[part~=name]')!.textContent),
        structures: [...new Set(list.map(structure))],
        heights: [...new Set(list.map(row => Math.round(row.getBoundingClientRect().height)))],
        outside: list.filter(row => {
          const box = row.getBoundingClientRect();
          return [...row.querySelectorAll('.rank, .name, .amount')].some(part => {
            const {left, right} = part.getBoundingClientRect();
            return left < box.left - 1 || right > box.right + 1;
          });
        }).length,
        clips: list.every(row => /paint|content|strict/.test(getComputedStyle(row).contain)),
        pwned: 'pwned' in globalThis,
        roots: Object.keys(Object.prototype).length + Object.keys(Array.prototype).length,
      };
    }, JSON.stringify(rows));
  }

  it(`show ${ROWS} hostile names and amounts as text in their own rows, and do nothing else`, async () => {
    const chance = new Chance(seedOf());
    // Own or not: no other structures than these.
    const kinds = await show([
      {name: 'a', contributed_amount: 1},
      {name: 'b', contributed_amount: null},
      {name: 'a', contributed_amount: null},
      {name: 'c', contributed_amount: 1},
    ]);
    assert.equal(kinds.structures.length, 2);
    for (let shown = 0; shown < ROWS; shown += ROWS_A_TIME) {
      const rows = Array.from({length: ROWS_A_TIME}, () => ({
        name: hostileName(chance).slice(0, 400),
        contributed_amount: chance.pick(AMOUNTS),
      }));
      const seen = await show(rows);
      assert.equal(seen.names.length, ROWS_A_TIME);
      assert.deepEqual(
        seen.structures.filter(structure => !kinds.structures.includes(structure)),
        [],
      );
      assert.deepEqual(
        {...seen, names: 0, structures: 0, heights: 0},
        {names: 0, structures: 0, heights: 0, outside: 0, clips: true, pwned: false, roots: 0},
      );
    }
    assert.deepEqual([misdeeds.errors, requests], [[], []]);
  });

  for (const font of FONT_NAMES) {
    it(`stay as high as any other row, whatever the marks, in a ${font} font`, async () => {
      await useFont(page, font);
      const plain = await show([{name: 'plain', contributed_amount: 5}]);
      const names = [
        'Z\u0351\u036b\u0343\u036a'.repeat(30),
        'x\u0338'.repeat(64),
        'W'.repeat(256),
        '\ufdfa'.repeat(64),
        '👨‍👩‍👧‍👦'.repeat(40),
        'ที่'.repeat(60),
      ];

      const hostile = await show(names.map(name => ({name, contributed_amount: 1e300})));

      assert.deepEqual(hostile.heights, plain.heights);
      assert.equal(hostile.outside, 0);
    });

    it(`let no ink of a name out of its row, in a ${font} font`, async () => {
      await useFont(page, font);
      const around = (name: string): Row[] =>
        ['above', name, 'below'].map((text, index) => ({name: text, contributed_amount: 9 - index}));
      const pictures = (): Promise<string[]> =>
        Promise.all(
          [0, 2].map(async index => {
            const row = page.locator('liveops-clan-contributors [part~=row]').nth(index);
            return (await row.screenshot({animations: 'disabled'})).toString('base64');
          }),
        );
      await show(around('plain'));
      const neighbours = await pictures();

      // Measured in Chromium with DejaVu Sans: the first towers three ems over its line, the second hangs 0.7 below it.
      await show(around(`\u05d0${'\u05ab'.repeat(4)} \u0f67\u0f90\u0fb5\u0fa8`.repeat(7)));

      assert.deepEqual(await page.evaluate(inkBetween, [neighbours, await pictures()] as const), [0, 0]);
    });
  }

  it('do not turn the amount or the neighbours around', async () => {
    const where = (): Promise<number[]> =>
      page
        .locator('liveops-clan-contributors [part~=amount]')
        .evaluateAll(parts => parts.map(part => Math.round(part.getBoundingClientRect().right)));
    await show(['plain', 'plain'].map((name, index) => ({name, contributed_amount: 12_345 - index})));
    const before = await where();

    for (const name of ['\u202eevil', '\u2066\u2067open', 'لاعب 123', 'שחקן (1)']) {
      const {names} = await show([
        {name, contributed_amount: 12_345},
        {name: 'plain', contributed_amount: 12_344},
      ]);
      assert.deepEqual(await where(), before, name);
      assert.equal(names[1]?.trim(), 'plain');
    }
  });
});
