import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {auditCards, startGallery, type Gallery} from './quality-gallery.js';
import {geometryFaults} from './quality-geometry.js';
import {expectTrees, readTrees} from './quality-trees.js';

/** The states whose trees are kept, by the names of their cards. */
const TREES: Readonly<Record<string, readonly string[]>> = {
  'clan-contributors': [
    ...['default', 'tie', 'rtl', 'empty', 'no-clan', 'clanless-chain', 'unknown-clan', 'no-chain'],
    ...['default: waiting for a session', 'slow', 'expired', 'server-error', 'default: misconfigured'],
  ],
  'clan-switch': [
    ...['default: waiting for a session', 'default', 'poor-new-clan: pending', 'poor-new-clan: preview'],
    ...[
      'nothing-to-claim: preview',
      'slow-switch: still working',
      'poor-new-clan: receipt',
      'long-texts: receipt',
      'lost-answer: receipt',
    ],
    ...['short-answer: receipt', 'nothing-to-claim: switched', 'refused', 'expired', 'default: misconfigured'],
  ],
  'reward-chain': [
    ...['default', 'default: one claimed now', 'all-claimed', 'locked', 'individual', 'clanless-chain', 'rtl'],
    ...['no-chain', 'slow-claim', 'claim-refused', 'default: waiting for a session', 'slow', 'expired'],
    ...['server-error', 'default: misconfigured'],
  ],
};

/** States that are over once the clock has been put forward. */
const EARLY: Readonly<Record<string, readonly string[]>> = {
  'clan-switch': ['slow: preview on its way', 'slow-switch: switching'],
};

describe('Every state', () => {
  let gallery: Gallery;
  const pages: Record<string, Page> = {};
  const early: Record<string, string[]> = {};

  before(async () => {
    gallery = await startGallery();
    await Promise.all(
      Object.keys(TREES).map(async element => {
        const page = (pages[element] = await gallery.newPage());
        await gallery.open(page, `?element=${element}`, async () => {
          early[element] = await readTrees(page, EARLY[element] ?? []);
        });
      }),
    );
  });

  after(() => gallery.close());

  for (const [element, names] of Object.entries(TREES))
    describe(`of <liveops-${element}>`, () => {
      it('has nothing that axe objects to', async () => {
        assert.deepEqual(await auditCards(pages[element]!), []);
      });

      it('has a place for everything', async () => {
        assert.deepEqual(await geometryFaults(pages[element]!), []);
      });

      it('reads, for those who do not see it, as it did', async () => {
        expectTrees(element, [...(await readTrees(pages[element]!, names)), ...early[element]!]);
      });
    });
});
