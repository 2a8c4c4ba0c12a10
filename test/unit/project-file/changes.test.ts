import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import {planProject, type Row} from '../../../src/admin/project-file/index.js';
import {collect} from '../admin/back-end.js';
import {apply, contentOf, EmptyProject, planOf, project} from './projects.js';

describe('A change of the project file', () => {
  const empty = new EmptyProject();
  const {admin} = empty;
  beforeEach(async () => await empty.reset());

  it('says what an update changes, and keeps claims of steps', async () => {
    const {ids} = await apply(admin, project);
    const stepIds = async () => {
      const {steps} = await admin.rewardChains.get(ids.reward_chains?.['siege'] ?? 0);
      return steps.map(({step_id, name}) => [step_id, name['en']]);
    };
    const [camp, gate] = await stepIds();
    const [chain] = project.reward_chains ?? [];
    const [first, second] = chain?.['steps'] as {price: object; name: object}[];
    const between = {name: {en: 'Wall'}, price: {amount: 700}, reward: [{sku: 'gem', quantity: 1}]};
    const changed = {
      ...project,
      reward_chains: [{...chain, steps: [first, between, {...second, price: {amount: 900}}]}],
    };

    const {steps} = await planProject({admin, file: changed, ids, prune: false});
    assert.deepEqual(
      steps.map(({action, name, before: old, after: next}) => [
        action,
        name,
        (old?.['steps'] as unknown[]).length,
        (next?.['steps'] as unknown[]).length,
      ]),
      [['update', 'siege', 2, 3]],
    );
    await apply(admin, changed, {ids});

    const now = await stepIds();
    assert.deepEqual([now[0], now[2]], [camp, gate]);
    assert.equal(now[1]?.[1], 'Wall');
  });

  it('keeps the ids of days by their number, and of offers by what they give', async () => {
    const {ids} = await apply(admin, project);
    const rations = ids.daily_chains?.['rations'] ?? 0;
    const supplies = ids.offer_chains?.['supplies'] ?? 0;
    const days = (await admin.dailyChains.get(rations)).steps;
    const offers = (await admin.offerChains.get(supplies)).steps;
    const [daily] = project.daily_chains ?? [];
    const [offer] = project.offer_chains ?? [];
    const [gift, potions] = offer?.['steps'] as object[];
    const between = {step_number: 2, is_free: true, items: [{sku: 'box', quantity: 1}]};
    const changed = {
      daily_chains: [
        {
          ...daily,
          steps: [
            {step_number: 2, items: [{sku: 'crown'}]},
            {step_number: 3, items: [{sku: 'gem', quantity: 5}]},
          ],
        },
      ],
      offer_chains: [{...offer, steps: [gift, between, {...potions, step_number: 3}]}],
    };

    await apply(admin, changed, {ids});

    const nextDays = (await admin.dailyChains.get(rations)).steps;
    assert.equal(nextDays[0]?.step_id, days.find(({step_number}) => step_number === 2)?.step_id);
    assert.ok(days.every(({step_id}) => step_id !== nextDays[1]?.step_id));
    const nextOffers = (await admin.offerChains.get(supplies)).steps;
    assert.deepEqual(
      [nextOffers[0]?.step_id, nextOffers[2]?.step_id],
      offers.map(({step_id}) => step_id),
    );
    assert.deepEqual(await planOf(admin, changed, ids), []);
  });

  it('changes only the parts of a promotion that differ, and deletes one that is enabled', async () => {
    const {ids} = await apply(admin, project);
    const [promotion] = project.promotions ?? [];
    const {subject: _, ...rest} = promotion as Row;
    const sent: string[] = [];
    const watched = empty.adminOver(async (input, init) => {
      const {method, url} = new Request(input, init);
      if (method !== 'GET') sent.push(`${method} ${url.split('/').at(-1)}`);
      return await empty.fetch(input, init);
    });

    const changed = {promotions: [{...rest, subject: {purchase: true}, rewards: {purchase: {discount_percent: 5}}}]};
    await apply(watched, changed, {ids});

    assert.deepEqual(sent, ['PUT subject', 'PUT rewards']);
    assert.deepEqual(await planOf(admin, changed, ids), []);
    await apply(admin, {promotions: []}, {ids, prune: true});
    assert.deepEqual(await collect(admin.promotions.list()), []);
  });

  it('compares no campaign of which the list shows only a code', async () => {
    await apply(admin, project);
    const laconic = empty.adminOver(async (input, init) => {
      const response = await empty.fetch(input, init);
      if (!new URL(new Request(input, init).url).pathname.endsWith('/coupon_promotions')) return response;
      const rows = (await response.json()) as {id: number; campaign_code: string}[];
      return Response.json(rows.map(({id, campaign_code}) => ({id, campaign_code})));
    });

    assert.deepEqual(await planOf(laconic, project), []);
    assert.deepEqual((await contentOf(laconic)).coupon_campaigns, []);
  });

  it('changes the upsell, and leaves it alone where the file has none', async () => {
    await apply(admin, project);

    assert.deepEqual(await planOf(admin, {rules: []}), []);
    await apply(admin, {upsell: {is_enabled: false, type: 'most_sellable'}});

    const {is_enabled, type} = (await admin.upsell.get()) ?? {};
    assert.deepEqual([is_enabled, type], [false, 'most_sellable']);
    assert.deepEqual((await contentOf(admin)).upsell, {is_enabled: false, type: 'most_sellable'});
  });

  it('takes away what the file no longer has', async () => {
    const {ids} = await apply(admin, project);
    const [coupon] = project.coupons ?? [];
    const {promotion_periods: _, redeem_user_limit: __, ...fewer} = coupon as Record<string, unknown>;

    await apply(admin, {coupons: [{...fewer, is_enabled: false}]}, {ids});

    const {promotion_periods, redeem_user_limit, is_enabled} = await admin.coupons.get('winter');
    assert.deepEqual([promotion_periods, redeem_user_limit, is_enabled], [[], 10, false]);
  });

  it('adds codes, and never counts generated ones as a difference', async () => {
    const {ids} = await apply(admin, project);
    await admin.coupons.codes.generate('winter', 60);
    const [coupon] = project.coupons ?? [];

    assert.deepEqual(await planOf(admin, project, ids), []);
    assert.equal((await contentOf(admin, ids)).coupons?.[0]?.['codes'], undefined);
    await apply(admin, {coupons: [{...coupon, codes: ['SNOW', 'ICE', 'HAIL']}]}, {ids});

    assert.equal((await admin.coupons.codes.find('HAIL')).external_id, 'winter');
    assert.deepEqual(await planOf(admin, project, ids), []);
  });
});
