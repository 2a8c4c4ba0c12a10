import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {auditCards, startGallery, type Gallery} from './gallery.js';
import {inFonts} from '../pages/page-fonts.js';
import {geometryFaults} from './geometry.js';
import {expectTrees, readTrees} from './trees.js';

/** The states whose trees are kept, by the names of their cards. */
const TREES: Readonly<Record<string, readonly string[]>> = {
  'clan-contributors': [
    ...[
      'default',
      'default: rank change',
      'tie',
      'rtl',
      'empty',
      'no-clan',
      'clanless-chain',
      'unknown-clan',
      'no-chain',
    ],
    ...['default: waiting for a session', 'expired', 'server-error', 'default: misconfigured'],
  ],
  'clan-switch': [
    ...['default: waiting for a session', 'default', 'poor-new-clan: pending', 'poor-new-clan: preview'],
    ...['nothing-to-claim: preview', 'slow-switch: still working', 'poor-new-clan: receipt'],
    ...['long-texts: receipt', 'lost-answer: receipt'],
    ...['short-answer: receipt', 'nothing-to-claim: switched', 'refused', 'expired', 'default: misconfigured'],
  ],
  'reward-chain': [
    ...['default', 'default: one claimed now', 'all-claimed', 'locked', 'individual', 'clanless-chain', 'rtl'],
    ...['no-chain', 'claim-refused', 'default: waiting for a session', 'expired'],
    ...['server-error', 'default: misconfigured'],
  ],
  'daily-rewards': [
    ...['default', 'day-claimed', 'days-done', 'days-over', 'month', 'unknown-days', 'no-days'],
    ...['default: waiting for a session', 'expired', 'server-error'],
  ],
  'offer-chain': [
    ...['default', 'offer-free', 'default: waiting for the payment', 'default: no payment yet', 'order-blocked'],
    ...[
      'order-paid',
      'order-declined',
      'order-unkept',
      'offer-vanished',
      'price-missing',
      'offers-done',
      'offers-over',
    ],
    ...['long-offers', 'no-offers', 'default: waiting for a session', 'expired', 'server-error'],
  ],
  offers: [
    ...['default', 'default: list', 'default: strip', 'default: upsell', 'default: climb', 'items-few-points'],
    ...['default: question', 'default: waiting for the payment', 'default: received', 'item-limit', 'item-lost'],
    'item-lost: lost on an earlier visit',
    ...['items-sold-out', 'long-items', 'no-items', 'default: waiting for a session', 'expired', 'server-error'],
  ],
  'redeem-code': [
    ...['default', 'default: waiting for a session', 'default: unknown code', 'default: grouped', 'default: coupon'],
    ...['default: choice', 'default: promo code', 'default: unique offer', 'default: redeemed', 'default: applied'],
    ...['code-answer-lost', 'code-unanswered', 'default: history', 'expired', 'server-error', 'default: misconfigured'],
  ],
};

/** States that do not last, so that each is looked at as soon as it is there: its scenario and the name of its card. */
const PASSING: Readonly<Record<string, readonly (readonly [scenario: string, name: string])[]>> = {
  'clan-contributors': [['slow', 'slow']],
  'clan-switch': [
    ['slow', 'slow: preview on its way'],
    ['slow-switch', 'slow-switch: switching'],
  ],
  'reward-chain': [
    ['slow', 'slow'],
    ['slow-claim', 'slow-claim'],
  ],
  'daily-rewards': [['slow', 'slow']],
  'offer-chain': [
    ['slow', 'slow'],
    ['slow-order', 'slow-order'],
  ],
  offers: [
    ['slow', 'slow'],
    ['slow-item', 'slow-item'],
  ],
  'redeem-code': [
    ['slow-code', 'slow-code'],
    ['slow-redeem', 'slow-redeem'],
  ],
};

describe('Every state', () => {
  let gallery: Gallery;
  const pages: Record<string, Page> = {};

  before(async () => {
    gallery = await startGallery();
    await Promise.all(
      Object.keys(TREES).map(async element => {
        pages[element] = await gallery.newPage();
        await gallery.open(pages[element], `?element=${element}`);
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
        const page = pages[element]!;
        assert.deepEqual(await inFonts(page, () => geometryFaults(page)), {wide: [], narrow: []});
      });

      it('reads, for those who do not see it, as it did', async () => {
        const page = pages[element]!;
        const trees = await readTrees(page, names);
        for (const [scenario, name] of PASSING[element]!)
          await gallery.open(page, `?element=${element}&scenario=${scenario}`, async () => {
            trees.push(...(await readTrees(page, [name])));
          });
        expectTrees(element, trees);
      });
    });
});
