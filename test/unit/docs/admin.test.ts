import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createAdmin} from '../../../src/admin/index.js';
import type {SandboxControl} from '../../support/sandbox-control.js';
import {startSandbox} from '../../support/sandbox-node.js';
import {codeBlocks, readText, sectionsOf} from './markdown.js';
import {outputsOf} from './run-examples.js';

const page = readText('docs/reference/admin.md');
const blocks = codeBlocks(page);

describe('docs/reference/admin.md', () => {
  let sandbox: SandboxControl;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(async () => {
    await sandbox.close();
  });

  it('prints below every example what it prints', async () => {
    const expected = blocks.filter(({lang}) => lang === 'text').map(({text}) => text);
    assert.ok(expected.length >= 7);
    assert.deepEqual(await outputsOf(blocks, sandbox.url, 'own'), expected);
  });

  it('has a section with an example for every group, and names every method', () => {
    const admin = createAdmin({projectId: 1, merchantId: 1, apiKey: 'key'});
    const groups = {
      promotions: 'Promotions',
      couponCampaigns: 'Coupon campaigns',
      bonuses: 'Bonus promotions',
      discounts: 'Discounts',
      coupons: 'Coupons',
      promoCodes: 'Promo codes',
      uniqueOffers: 'Unique catalog offers',
      valuePoints: 'Value points',
      rewardChains: 'Reward chains',
      dailyChains: 'Daily chains',
      offerChains: 'Offer chains',
      upsell: 'Upsell',
      tokens: 'Tokens of players',
      orders: 'Orders',
      catalog: 'Catalog',
      personalization: 'Personalisation',
    };

    assert.deepEqual(Object.keys(admin).sort(), Object.keys(groups).sort());
    for (const [group, heading] of Object.entries(groups)) {
      const {text = ''} = sectionsOf(page).find(section => section.heading === heading) ?? {};
      const methods = Object.keys(admin[group as keyof typeof admin]);
      assert.ok(
        codeBlocks(text).some(({lang}) => lang === 'js'),
        heading,
      );
      for (const method of methods) assert.match(text, new RegExp(`\\b${method}\\b`), `${group}.${method}`);
    }
  });
});
