import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {BonusPromotionInput} from '../../../src/admin/index.js';
import {assertRefused, backEnd, collect} from './back-end.js';

const plain: BonusPromotionInput = {
  name: {'en-US': 'Spring bonus', 'de-DE': 'Frühlingsbonus'},
  condition: [{sku: 'com.xsolla.elven_boots_1'}],
  bonus: [{sku: 'com.xsolla.elven_sword_1', quantity: 2}],
  promotion_periods: [{date_from: '2026-04-15T18:16:00+05:00', date_until: null}],
};

const full: BonusPromotionInput = {
  ...plain,
  condition: null,
  attribute_conditions: [{attribute: 'status', type: 'string', operator: 'eq', value: 'golden', can_be_missing: false}],
  limits: {
    per_user: 3,
    recurrent_schedule: {per_user: {interval_type: 'weekly', day_of_week: 1, time: '02:00:00+03:00'}},
  },
  price_conditions: [{operator: 'gt', value: '10.0000'}],
  excluded_promotions: [12, 789],
};

/** The bonus promotion of the sandbox's seed. */
const SEEDED = 503;

describe('Bonus promotions', () => {
  const at = backEnd();
  const create = async (input: BonusPromotionInput = plain): Promise<number> =>
    (await at.admin.bonuses.create(input)).promotion_id;

  it('are created switched off, and read as they were sent', async () => {
    const id = await create();

    const {limits: _, ...promotion} = await at.admin.bonuses.get(id);
    assert.deepEqual(promotion, {...plain, id, is_enabled: false});
  });

  it('are activated and deactivated', async () => {
    const id = await create();

    await at.admin.bonuses.activate(id);
    assert.equal((await at.admin.bonuses.get(id)).is_enabled, true);
    await at.admin.bonuses.deactivate(id);
    assert.equal((await at.admin.bonuses.get(id)).is_enabled, false);
  });

  it('are replaced as a whole by an update', async () => {
    const id = await create(full);

    await at.admin.bonuses.update(id, plain);

    const promotion = await at.admin.bonuses.get(id);
    assert.deepEqual(promotion.limits, {per_user: null, per_item: null, recurrent_schedule: null});
    assert.equal(promotion.excluded_promotions, undefined);
  });

  it('keep all but what a change changes', async () => {
    const id = await create(full);
    const before = await at.admin.bonuses.get(id);

    await at.admin.bonuses.change(id, current => {
      assert.deepEqual(current, full);
      return {...current, name: {'en-US': 'Summer bonus'}};
    });

    assert.deepEqual(await at.admin.bonuses.get(id), {...before, name: {'en-US': 'Summer bonus'}});
  });

  for (const schedule of [
    {interval_type: 'daily', time: '00:00:00-02:30'},
    {interval_type: 'monthly', day_of_month: 31, time: '23:00:00+14:00'},
  ] as const)
    it(`keep a ${schedule.interval_type} refresh of their limits through a change`, async () => {
      const limits = {per_user: 1, recurrent_schedule: {per_user: schedule}};
      const id = await create({...plain, limits});

      await at.admin.bonuses.change(id, current => {
        assert.deepEqual(current.limits, limits);
        return current;
      });
    });

  it('are listed page by page', async () => {
    const ids = [SEEDED, await create(), await create(), await create()];

    const rows = await collect(at.admin.bonuses.list({pageSize: 2}));

    assert.deepEqual(
      rows.map(({id}) => id),
      ids,
    );
    const lists = (await at.sandbox.readLog()).filter(({method}) => method === 'GET');
    assert.equal(lists.length, 2);
  });

  it('are in the list of all kinds, which can be asked for those that are on', async () => {
    const [on, off] = [await create(), await create()];
    await at.admin.bonuses.activate(on);

    const all = await collect(at.admin.bonuses.listAll());
    const enabled = await collect(at.admin.bonuses.listAll({enabled: true}));

    assert.deepEqual(
      all.filter(({type}) => type === 'item_bonus').map(({id}) => id),
      [SEEDED, on, off],
    );
    assert.deepEqual(
      enabled.filter(({id}) => id === on || id === off).map(({type}) => type),
      ['item_bonus'],
    );
  });

  it('are gone once deleted', async () => {
    const id = await create();

    await at.admin.bonuses.delete(id);

    await assertRefused(at.admin.bonuses.get(id), 'not-found', 404, 9502);
    await assertRefused(at.admin.bonuses.delete(id), 'not-found', 404, 9502);
    await assertRefused(at.admin.bonuses.update(id, plain), 'not-found', 404, 9502);
    await assertRefused(
      at.admin.bonuses.change(id, current => current),
      'not-found',
      404,
      9502,
    );
    await assertRefused(at.admin.bonuses.activate(id), 'invalid', 422, 1102);
    await assertRefused(at.admin.bonuses.deactivate(id), 'invalid', 422, 1102);
  });
});
