import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {SeedPromotion} from '../../../demo/sandbox/catalog/seed.js';
import {defaultSeed} from '../../../demo/sandbox/seed/default-seed.js';
import {controlled, Visitor} from '../sandbox/support/visitor.js';
import {backEnd, collect} from './back-end.js';

const SHIELD = 'com.xsolla.wolf_shield';
const LANTERN = 'com.xsolla.night_lantern';
const SADDLE = 'com.xsolla.golden_saddle';
const BANNER = 'com.xsolla.raid_banner';

type Item = {
  price: {amount: string};
  promotions: {name: string; bonus: {sku: string; name: string; quantity: number}[]; limits?: unknown}[];
};

/** A discount with a gift, a limit that starts again on Thursdays in the middle of an hour, and two types of conditions. */
const weekly: SeedPromotion = {
  id: 505,
  name: 'Raid days',
  skus: [BANNER],
  discount: 25,
  bonus: [{sku: 'com.example.horn', name: 'Horn', type: 'virtual_good', description: 'x', image_url: 'x', quantity: 2}],
  period: {from_in_hours: null, until_in_hours: 48},
  user_limit: {total: 2, interval_type: 'weekly', resets_in_hours: 1.5},
  excluded_promotions: [501],
  attribute_conditions: [
    {attribute: 'vip', type: 'string', operator: 'ne', value: 'true', can_be_missing: true},
    {attribute: 'level', type: 'number', operator: 'eq', value: '7', can_be_missing: true},
  ],
};

describe('Promotions of the sandbox’s seed', () => {
  const at = backEnd({...defaultSeed, promotions: [...defaultSeed.promotions, weekly]});
  const seen = async (sku: string): Promise<Item> => {
    const answer = await (await Visitor.signIn(at.sandbox, 'Rocket')).callProject('GET', `/items/sku/${sku}`);
    return (await answer.json()) as Item;
  };
  const amount = async (sku: string): Promise<string> => (await seen(sku)).price.amount;

  it('are in the lists of managers, as players see them', async () => {
    const {discounts, bonuses} = at.admin;
    assert.deepEqual(
      (await collect(discounts.list())).map(({id, name, discount, is_enabled}) => [
        ...[id, name['en-US'], discount?.percent, is_enabled],
      ]),
      [
        [501, 'Winter sale', '20.00', true],
        [502, 'First box', '10.00', true],
        [504, 'Inner circle', '50.00', true],
        [505, 'Raid days', '25.00', true],
      ],
    );
    const [gift] = await collect(bonuses.list());
    assert.deepEqual(
      [gift?.id, gift?.condition, gift?.bonus, gift?.limits?.per_user?.total],
      [503, [{sku: LANTERN}], [{sku: 'com.xsolla.potion_2', quantity: 2}], 2],
    );
    const raid = await discounts.get(505);
    assert.deepEqual(raid.attribute_conditions, weekly.attribute_conditions);
    assert.deepEqual(raid.excluded_promotions, [501]);
    assert.equal(raid.limits?.recurrent_schedule?.per_user?.interval_type, 'weekly');
    assert.deepEqual((await discounts.get(504)).promotion_periods, []);
    assert.equal((await collect(bonuses.listAll())).filter(({id}) => id >= 501 && id <= 505).length, 5);
  });

  it('change for players when managers change them', async () => {
    const {discounts, bonuses} = at.admin;
    assert.equal(await amount(SHIELD), '1.59');

    await discounts.change(501, current => ({...current, discount: {percent: '50.00'}}));
    assert.equal(await amount(SHIELD), '1.00');
    await discounts.deactivate(501);
    assert.equal(await amount(SHIELD), '1.99');
    await discounts.activate(501);
    await discounts.delete(501);
    assert.equal(await amount(SHIELD), '1.99');

    await bonuses.change(503, current => ({...current, bonus: [{sku: 'com.xsolla.gem_1', quantity: 7}]}));
    const [row] = (await seen(LANTERN)).promotions;
    assert.deepEqual(
      row?.bonus.map(({sku, quantity}) => [sku, quantity]),
      [['com.xsolla.gem_1', 7]],
    );
    assert.equal(await amount(SADDLE), '14.99');
    await discounts.change(504, ({attribute_conditions: _, ...current}) => current);
    assert.equal(await amount(SADDLE), '7.50');
  });

  it('keep what no call of managers can change: gifts of a discount, and the minute of a reset', async () => {
    await at.admin.discounts.change(505, current => ({...current, name: {'en-US': 'Raid week'}}));
    const [row] = (await seen(BANNER)).promotions;
    assert.deepEqual([row?.name, row?.bonus[0]?.name, row?.bonus[0]?.quantity], ['Raid week', 'Horn', 2]);

    const {userLimits} = at.admin.discounts;
    await userLimits.set(505, 'Rocket', 0);
    await controlled(at.sandbox, 'POST', '/clock', {seconds: 1.4 * 3600});
    assert.equal((await userLimits.get(505, 'Rocket')).available, 0);
    await controlled(at.sandbox, 'POST', '/clock', {seconds: 0.2 * 3600});
    assert.equal((await userLimits.get(505, 'Rocket')).available, 2);
  });

  it('are as out of the box after a reset of the sandbox', async () => {
    await at.admin.discounts.delete(501);
    await at.admin.bonuses.deactivate(503);

    await at.sandbox.reset();

    assert.equal((await at.admin.discounts.get(501)).is_enabled, true);
    assert.equal((await at.admin.bonuses.get(503)).is_enabled, true);
    assert.equal(await amount(SHIELD), '1.59');
  });
});
