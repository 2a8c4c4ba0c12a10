import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {DiscountInput} from '../../../src/admin/index.js';
import {assertRefused, assertRefusedHere, backEnd, collect} from './back-end.js';

const plain: DiscountInput = {
  name: {'en-US': 'Spring sale'},
  discount: {percent: '15.00'},
  items: [{sku: 'com.xsolla.potion_2'}],
};

const full: DiscountInput = {
  ...plain,
  promotion_periods: [{date_from: '2026-04-15T18:16:00+05:00', date_until: null}],
  attribute_conditions: [
    [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}],
    [{attribute: 'level', type: 'number', operator: 'eq', value: '10', can_be_missing: true}],
  ],
  limits: {per_user: 3, recurrent_schedule: {per_user: {interval_type: 'daily', time: '02:00:00+03:00'}}},
  price_conditions: [{operator: 'gt', value: '10.0000'}],
  excluded_promotions: [12, 789],
};

const everyone = {confirm: 'all players'} as const;

describe('admin.discounts', () => {
  const at = backEnd();
  const create = async (input: DiscountInput = plain): Promise<number> =>
    (await at.admin.discounts.create(input)).promotion_id;

  it('creates one disabled, and reads it as it was sent', async () => {
    const id = await create(full);

    const {limits, attribute_conditions, ...rest} = await at.admin.discounts.get(id);
    const {limits: _, attribute_conditions: __, ...sent} = full;
    assert.deepEqual(rest, {...sent, id, is_enabled: false});
    assert.equal(limits?.per_user?.total, 3);
    assert.deepEqual(attribute_conditions, full.attribute_conditions?.flat());
  });

  it('keeps all but what a change changes', async () => {
    const id = await create(full);
    const before = await at.admin.discounts.get(id);

    await at.admin.discounts.change(id, current => {
      assert.deepEqual(current, full);
      return {...current, discount: {percent: '20.00'}};
    });

    assert.deepEqual(await at.admin.discounts.get(id), {...before, discount: {percent: '20.00'}});
  });

  it('replaces everything with an update, activates and deactivates', async () => {
    const id = await create(full);

    await at.admin.discounts.update(id, plain);
    await at.admin.discounts.activate(id);

    const {excluded_promotions, promotion_periods, is_enabled} = await at.admin.discounts.get(id);
    assert.deepEqual([excluded_promotions, promotion_periods, is_enabled], [undefined, [], true]);
    await at.admin.discounts.deactivate(id);
    assert.equal((await at.admin.discounts.get(id)).is_enabled, false);
  });

  it('lists discounts and no other promotions, which the list of all kinds has, too', async () => {
    const ids = [await create(), await create()];
    const {promotion_id} = await at.admin.bonuses.create({name: {'en-US': 'x'}, condition: null, bonus: null});

    const rows = await collect(at.admin.discounts.list({pageSize: 1}));
    const all = await collect(at.admin.bonuses.listAll());

    assert.deepEqual(
      rows.map(({id}) => id),
      [501, 502, 504, ...ids],
    );
    assert.deepEqual(Object.fromEntries(all.map(({id, type}) => [id, type])), {
      ...{1: 'coupon_bonus', 2: 'coupon_bonus', 3: 'coupon_bonus', 4: 'coupon_bonus', 5: 'coupon_bonus'},
      ...{6: 'promocode_discount', 7: 'promocode_bonus', 8: 'unique_catalog_offer'},
      ...{501: 'item_discount', 502: 'item_discount', 503: 'item_bonus', 504: 'item_discount'},
      ...{[ids[0]!]: 'item_discount', [ids[1]!]: 'item_discount', [promotion_id]: 'item_bonus'},
    });
    await assertRefused(at.admin.discounts.get(promotion_id), 'not-found', 404, 9502);
  });

  it('reads conditions in lists of lists, as requests have them', async () => {
    const answer = {...(await at.admin.discounts.get(await create(full)))};
    const body = {...answer, attribute_conditions: full.attribute_conditions};
    await at.sandbox.setFaults([{path: '/api', method: 'GET', fault: 'status', status: 200, body}]);

    assert.deepEqual((await at.admin.discounts.get(1)).attribute_conditions, answer.attribute_conditions);
  });

  it('refuses what the vendor would refuse before it is sent', async () => {
    const {discounts} = at.admin;
    const rows: [object, string][] = [
      [{...plain, discount: {percent: '101'}}, 'discount.percent'],
      [{...plain, discount: {percent: 10}}, 'discount.percent'],
      [{...plain, discount: {percent: '-5'}}, 'discount.percent'],
      [{...plain, discount: undefined}, 'discount'],
      [{...plain, items: undefined}, 'items'],
      [{...plain, items: null}, 'items'],
      [{...plain, items: null, price_conditions: []}, 'items'],
      [{...plain, items: [{sku: 'a b'}]}, 'items[0].sku'],
      [{...plain, attribute_conditions: full.attribute_conditions?.[0]}, 'attribute_conditions[0]'],
      [{...plain, attribute_conditions: []}, 'attribute_conditions'],
      [{...plain, limits: {per_user: 0}}, 'limits.per_user'],
      [{...plain, bonus: []}, 'bonus'],
    ];

    for (const [input, path] of rows) {
      await assertRefusedHere(discounts.create(input as never), path);
      await assertRefusedHere(discounts.update(1, input as never), path);
    }
    assert.deepEqual(await at.sandbox.readLog(), []);
  });

  it('has no trace of one that is deleted', async () => {
    const {discounts} = at.admin;
    const id = await create();

    await discounts.delete(id);

    for (const call of [discounts.get, discounts.delete, (one: number) => discounts.update(one, plain)])
      await assertRefused(call(id), 'not-found', 404, 9502);
    for (const call of [discounts.activate, discounts.deactivate]) await assertRefused(call(id), 'invalid', 422, 1102);
  });
});

describe('The limits of players on promotions', () => {
  const at = backEnd();
  const limits = () => at.admin.discounts.userLimits;
  const limited = async (per_user: number | null = 3): Promise<number> =>
    (await at.admin.discounts.create({...plain, limits: {per_user}})).promotion_id;

  it('are read, set, added to and taken away', async () => {
    const id = await limited();

    assert.deepEqual(await limits().get(id, 'Rocket'), {total: 3, available: 3});
    assert.deepEqual(await limits().remove(id, 'Rocket', 2), {total: 3, available: 1});
    assert.deepEqual(await limits().add(id, 'Rocket', 1), {total: 3, available: 2});
    assert.deepEqual(await limits().set(id, 'Rocket', 0), {total: 3, available: 0});
    assert.deepEqual(await at.admin.bonuses.userLimits.get(id, 'Rocket'), {total: 3, available: 0});
    assert.deepEqual(await limits().get(id, 'MrJoe'), {total: 3, available: 3});

    await assertRefused(limits().remove(id, 'Rocket', 1), 'invalid', 422, 4511);
    await assertRefused(limits().get(id, 'nobody'), 'not-found', 404, 5008);
    await assertRefused(limits().get(id + 1, 'Rocket'), 'not-found', 404, 1101);
    await assertRefused(limits().get(await limited(null), 'Rocket'), 'invalid', 422, 4509);
  });

  it('are reset for one player on one promotion, and on all of them', async () => {
    const [one, other] = [await limited(), await limited()];
    const available = async (user: string): Promise<number[]> => [
      (await limits().get(one, user)).available,
      (await limits().get(other, user)).available,
    ];
    for (const id of [one, other]) for (const user of ['Rocket', 'MrJoe']) await limits().set(id, user, 1);

    await limits().reset(one, 'Rocket');
    assert.deepEqual(
      [await available('Rocket'), await available('MrJoe')],
      [
        [3, 1],
        [1, 1],
      ],
    );
    await limits().resetAllOf('Rocket');
    assert.deepEqual(
      [await available('Rocket'), await available('MrJoe')],
      [
        [3, 3],
        [1, 1],
      ],
    );
  });

  it('are reset for everyone only by a call that says so', async () => {
    const id = await limited();
    for (const user of ['Rocket', 'MrJoe']) await limits().set(id, user, 0);
    const before = (await at.sandbox.readLog()).length;

    for (const userId of [undefined, null, '', 'a b'] as never[]) {
      await assertRefusedHere(limits().reset(id, userId), 'userId');
      await assertRefusedHere(limits().resetAllOf(userId), 'userId');
    }
    assert.equal((await at.sandbox.readLog()).length, before);

    await limits().resetForEveryone(id, everyone);
    for (const user of ['Rocket', 'MrJoe']) assert.equal((await limits().get(id, user)).available, 3);
  });
});
