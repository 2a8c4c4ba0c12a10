import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {allPairs, audits, cells, fewAudits, fewCells, pairsOf, toSearch} from './cells.js';
import {auditCards, startGallery, type Gallery} from './gallery.js';
import {inFonts} from '../pages/page-fonts.js';
import {geometryFaults} from './geometry.js';

/** The elements with the fewest states first: they are the ones that every run has time for. */
const ELEMENTS = [
  ...['clan-contributors', 'redeem-code', 'reward-chain', 'daily-rewards'],
  ...['clan-switch', 'offer-chain', 'offers'],
];
const isEvery = process.env['EVERY_LOOK'] !== undefined;

/** So many pages work at once. */
const PAGES = 2;

/** Shows a gallery at an address, on one of the pages that the tests of a suite share. */
function usePages(): (search: string, look: (page: Page) => Promise<void>) => Promise<void> {
  let gallery: Gallery;
  const free: Page[] = [];

  before(async () => {
    gallery = await startGallery();
    free.push(...(await Promise.all(Array.from({length: PAGES}, () => gallery.newPage()))));
  });

  after(() => gallery.close());

  return async (search, look) => {
    const page = free.pop()!;
    try {
      await gallery.open(page, search);
      await look(page);
    } finally {
      free.push(page);
    }
  };
}

describe('The looks that are tried', () => {
  it('are forty, and have every two values meet', () => {
    const rows = cells();
    const met = new Set(rows.flatMap(pairsOf));

    assert.equal(rows.length, 40);
    assert.deepEqual(
      allPairs().filter(pair => !met.has(pair)),
      [],
    );
  });
});

describe('Every element', {concurrency: PAGES}, () => {
  const onPage = usePages();

  for (const cell of isEvery ? cells() : fewCells()) {
    const search = toSearch(cell);
    it(`has a place for everything and nothing that axe objects to: ${search}`, async () => {
      await onPage(search, async page => {
        const layout = await inFonts(page, () => geometryFaults(page));
        const faults = {...layout, axe: await auditCards(page)};
        assert.deepEqual(faults, {wide: [], narrow: [], axe: []});
      });
    });
  }
});

describe('Every state of an element', {concurrency: PAGES}, () => {
  const onPage = usePages();

  for (const audit of isEvery ? audits(ELEMENTS) : fewAudits(ELEMENTS)) {
    const search = toSearch(audit);
    it(`has nothing that axe objects to: ${search}`, async () => {
      await onPage(search, async page => assert.deepEqual(await auditCards(page), []));
    });
  }
});

describe('Forced colours', () => {
  let gallery: Gallery;

  before(async () => {
    gallery = await startGallery();
  });

  after(() => gallery.close());

  it('leave a step to claim its own frame', async () => {
    const page = await gallery.newPage();
    await page.emulateMedia({forcedColors: 'active'});
    await gallery.open(page, '?element=reward-chain&scenario=default');
    const frames = (part: string): Promise<string[]> =>
      page.locator(`[part~=${part}]`).evaluateAll(steps => steps.map(step => getComputedStyle(step).borderTopColor));

    const [claimable, locked] = [await frames('step-claimable'), await frames('step-locked')];

    assert.ok(claimable.length && locked.length);
    assert.deepEqual(
      claimable.filter(color => locked.includes(color)),
      [],
    );
  });

  it('leave a switch that is under way its bar', async () => {
    const page = await gallery.newPage();
    await page.emulateMedia({forcedColors: 'active'});
    await gallery.open(page, '?element=clan-switch&scenario=lost-for-now');

    const bar = await page.locator('section[aria-busy=true]').evaluate(section => {
      const {borderTopWidth, borderTopStyle} = getComputedStyle(section, '::after');
      return {borderTopWidth, borderTopStyle};
    });

    assert.deepEqual(bar, {borderTopWidth: '7px', borderTopStyle: 'solid'});
  });

  it('leave the way that is still to go its outline', async () => {
    const page = await gallery.newPage();
    await page.emulateMedia({forcedColors: 'active'});
    await gallery.open(page, '?element=reward-chain&scenario=locked');

    const lines = await page.locator('.rail').evaluateAll(all => all.map(one => getComputedStyle(one).borderTopWidth));

    assert.deepEqual([...new Set(lines)], ['1px']);
  });
});
