import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {assertRefused, assertRefusedHere, backEnd, collect, PROJECT} from './back-end.js';

const campaign = {
  campaign_code: 'sample_campaign',
  project_id: PROJECT,
  campaign_names: {en: 'Campaign name', de: 'Name der Kampagne'},
  expiration_date: '2099-12-31T00:00:00+00:00',
  redeems_count: 3,
  redeems_count_for_user: 2,
  campaign_redeems_count_for_user: 3,
  virtual_currency_amount: 200,
  virtual_items: [{sku: 'com.xsolla.potion_1', quantity: 2}],
};
const CODE = '34bryrb3';

describe('Coupon campaigns of the Subscriptions API', () => {
  const at = backEnd();
  const create = async (changes: object = {}, ...codes: string[]): Promise<number> => {
    const {id} = await at.admin.couponCampaigns.create({...campaign, ...changes});
    for (const code of codes) await at.admin.couponCampaigns.addCode(id, code);
    return id;
  };
  const redeem = async (code: string, user = 'Rocket') => await at.admin.couponCampaigns.redeem(PROJECT, code, user);
  const usedUp = async (code: string, user = 'Rocket'): Promise<void> =>
    await assertRefused(redeem(code, user), 'invalid', 422, 1102);

  it('are listed page by page, by project and code', async () => {
    const ids = [await create(), await create({campaign_code: 'other'}), await create()];

    const all = await collect(at.admin.couponCampaigns.list({pageSize: 2, project_id: PROJECT}));
    const other = await collect(at.admin.couponCampaigns.list({campaign_code: 'other'}));

    assert.deepEqual(
      all.map(({id}) => id),
      ids,
    );
    assert.deepEqual(other, [{...campaign, campaign_code: 'other', id: ids[1]}]);
    assert.deepEqual(await collect(at.admin.couponCampaigns.list({project_id: 1})), []);
  });

  it('have codes, each of which shows what it gives', async () => {
    await create({}, CODE);

    const {coupon_code, campaign_code, is_active, redeems_count_remain, virtual_items} =
      await at.admin.couponCampaigns.details(PROJECT, CODE);

    assert.deepEqual(
      [coupon_code, campaign_code, is_active, redeems_count_remain, virtual_items],
      [CODE, 'sample_campaign', 1, 3, campaign.virtual_items],
    );
  });

  it('take a code once, and no code without a campaign', async () => {
    const id = await create({}, CODE);

    await assertRefused(at.admin.couponCampaigns.addCode(id, CODE), 'invalid', 422, 1102);
    await assertRefused(at.admin.couponCampaigns.addCode(1, 'x'), 'forbidden', 403);
  });

  it('count a redemption, which shows in the coupon', async () => {
    await create({}, CODE);

    assert.equal((await redeem(CODE)).redeems_count_remain, 2);
    assert.equal((await at.admin.couponCampaigns.details(PROJECT, CODE)).redeems_count_remain, 2);
  });

  it('stop at the limit of a code, of a player, and of a player in the campaign', async () => {
    await create({redeems_count: 3, redeems_count_for_user: 2, campaign_redeems_count_for_user: 3}, 'a', 'b', 'c');
    await redeem('a');
    await redeem('a');
    await usedUp('a');
    await redeem('b');
    await usedUp('b');
    await usedUp('c');
    await redeem('a', 'MrJoe');
    await usedUp('a', 'MrJoe');
    await redeem('c', 'MrJoe');
  });

  it('are unlimited where a limit is null', async () => {
    const none = {redeems_count: null, redeems_count_for_user: null, campaign_redeems_count_for_user: null};
    await create(none, CODE);

    for (const user of ['a', 'a', 'a', 'b', 'b']) assert.equal((await redeem(CODE, user)).redeems_count_remain, null);
  });

  it('end when they expire', async () => {
    await create({expiration_date: new Date(Date.now() + 3_600_000).toISOString()}, CODE);
    await redeem(CODE);

    await at.sandbox.passTime(3700);

    await usedUp(CODE, 'MrJoe');
    assert.equal((await at.admin.couponCampaigns.details(PROJECT, CODE)).is_active, 0);
  });

  it('know no other code, and none of another project', async () => {
    await create({}, CODE);

    await assertRefused(at.admin.couponCampaigns.details(PROJECT, CODE.toUpperCase()), 'not-found', 404);
    await assertRefused(at.admin.couponCampaigns.redeem(1, CODE, 'Rocket'), 'not-found', 404);
  });

  it('are refused before they are sent where they break a limit', async () => {
    const {couponCampaigns} = at.admin;
    const none = undefined as never;

    for (const [field, value] of [
      ['campaign_code', ' '],
      ['project_id', 0],
      ['campaign_names', {}],
      ['expiration_date', '2019-12-31'],
      ['redeems_count', 0],
      ['redeems_count_for_user', 1.5],
      ['campaign_redeems_count_for_user', -1],
      ['virtual_currency_amount', -1],
    ] as const)
      await assertRefusedHere(couponCampaigns.create({...campaign, [field]: value}), field);
    const trial = {plan_id: 1, product_id: 2, trial_period: 0};
    await assertRefusedHere(
      couponCampaigns.create({...campaign, subscription_coupon: trial}),
      'subscription_coupon.trial_period',
    );
    await assertRefusedHere(couponCampaigns.addCode(0, CODE), 'campaignId');
    await assertRefusedHere(couponCampaigns.addCode(1, 'a b'), 'code');
    await assertRefusedHere(couponCampaigns.details(0, CODE), 'projectId');
    await assertRefusedHere(couponCampaigns.details(PROJECT, '..'), 'code');
    await assertRefusedHere(couponCampaigns.redeem(PROJECT, CODE, none), 'userId');
    await assertRefusedHere(collect(couponCampaigns.list({pageSize: 21})), 'pageSize');
    await assertRefusedHere(collect(couponCampaigns.list({status: 1 as never})), 'status');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
