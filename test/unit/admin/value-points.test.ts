import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ValuePointInput} from '../../../src/admin/index.js';
import {Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, backEnd, collect} from './back-end.js';

const point: ValuePointInput = {
  sku: 'com.example.honour',
  name: {en: 'Honour', de: 'Ehre'},
  is_enabled: true,
  description: {en: 'For brave deeds'},
  long_description: {de: 'Für Mut'},
  image_url: 'https://cdn.example/honour.png',
  media_list: [{type: 'image', url: 'https://cdn.example/banner.png'}],
  order: 9,
  is_clan: true,
};
const {sku} = point;
const SEEDED = 'com.xsolla.value_point_1';

describe('Value points', () => {
  const at = backEnd();

  it('are read as they were sent', async () => {
    const created = await at.admin.valuePoints.create(point);

    assert.equal(created.sku, sku);
    assert.ok(created.item_id > 0);
    assert.deepEqual(await at.admin.valuePoints.get(sku), {...point, type: 'value_point', can_delete: true});
  });

  it('are listed until a page is empty, since the list does not count', async () => {
    await at.admin.valuePoints.create(point);

    const rows = await collect(at.admin.valuePoints.list({pageSize: 2}));

    assert.deepEqual(rows.map(row => row.sku).sort(), [
      'com.example.honour',
      'com.xsolla.clan_point_1',
      'com.xsolla.clan_point_2',
      'com.xsolla.clan_point_3',
      SEEDED,
    ]);
    assert.equal((await at.sandbox.readLog()).filter(({method}) => method === 'GET').length, 4);
  });

  it('are replaced, but for SKU and kind', async () => {
    await at.admin.valuePoints.create(point);

    await at.admin.valuePoints.update(sku, {name: {en: 'Glory'}});

    const {name, is_clan, description} = await at.admin.valuePoints.get(sku);
    assert.deepEqual([name, is_clan, description], [{en: 'Glory'}, true, undefined]);
  });

  it('keep all but what a change changes', async () => {
    await at.admin.valuePoints.create(point);
    const before = await at.admin.valuePoints.get(sku);

    await at.admin.valuePoints.change(sku, current => ({...current, is_enabled: false}));

    assert.deepEqual(await at.admin.valuePoints.get(sku), {...before, is_enabled: false});
  });

  it('are shown to players under their new name at once', async () => {
    await at.admin.valuePoints.change(SEEDED, current => ({...current, name: {en: 'Stars'}}));

    const rocket = await Visitor.signIn(at.sandbox, 'Rocket');
    assert.equal(((await rocket.balance(10)) as {name?: string}).name, 'Stars');
  });

  it('cannot be deleted while a chain counts them', async () => {
    assert.equal((await at.admin.valuePoints.get(SEEDED)).can_delete, false);
    await assertRefused(at.admin.valuePoints.delete(SEEDED), 'invalid', 422, 1102);
  });

  it('are gone once deleted', async () => {
    const {valuePoints} = at.admin;
    await valuePoints.create(point);

    await valuePoints.delete(sku);

    await assertRefused(valuePoints.get(sku), 'not-found', 404, 4001);
    await assertRefused(valuePoints.update(sku, {name: {en: 'Glory'}}), 'not-found', 404, 4001);
    await assertRefused(valuePoints.delete(sku), 'not-found', 404, 4001);
    await assertRefused(valuePoints.items.list(sku), 'not-found', 404, 4001);
  });

  it('are refused under a SKU that is taken', async () => {
    await assertRefused(at.admin.valuePoints.create({...point, sku: SEEDED}), 'invalid', 422, 1102);
  });
});

describe('Items that give value points', () => {
  const at = backEnd();
  const potion = {sku: 'com.xsolla.potion_1', amount: 100};
  const box = {sku: 'com.xsolla.box_1', amount: 200};
  const amounts = async () =>
    (await at.admin.valuePoints.items.list(SEEDED)).map(({sku: item, amount}) => [item, amount]);

  it('are replaced as a whole', async () => {
    await at.admin.valuePoints.items.replace(SEEDED, [potion, box]);
    await at.admin.valuePoints.items.replace(SEEDED, [box]);

    const [row, ...others] = await at.admin.valuePoints.items.list(SEEDED);
    assert.deepEqual([row?.sku, row?.amount, row?.name, others], ['com.xsolla.box_1', 200, {en: 'Super box'}, []]);
  });

  it('are patched one by one; an amount of 0 takes the points away', async () => {
    await at.admin.valuePoints.items.replace(SEEDED, [potion, box]);

    await at.admin.valuePoints.items.patch(SEEDED, [
      {...potion, amount: 0},
      {sku: 'com.xsolla.gem_1', amount: 1},
    ]);

    assert.deepEqual(await amounts(), [
      ['com.xsolla.box_1', 200],
      ['com.xsolla.gem_1', 1],
    ]);
  });

  it('are changed on the ground of what they are', async () => {
    await at.admin.valuePoints.items.replace(SEEDED, [potion, box]);

    await at.admin.valuePoints.items.change(SEEDED, current =>
      current.map(({sku: item, amount}) => ({sku: item, amount: amount * 2})),
    );

    assert.deepEqual(await amounts(), [
      ['com.xsolla.potion_1', 200],
      ['com.xsolla.box_1', 400],
    ]);
  });

  it('are cleared', async () => {
    await at.admin.valuePoints.items.replace(SEEDED, [potion, box]);

    await at.admin.valuePoints.items.clear(SEEDED);

    assert.deepEqual(await amounts(), []);
  });

  it('are refused when the shop does not have them', async () => {
    const {items} = at.admin.valuePoints;

    await assertRefused(items.replace(SEEDED, [{sku: 'electric_shiel', amount: 1}]), 'not-found', 404, 4001);
    await assertRefused(items.patch(SEEDED, [{sku: 'electric_shiel', amount: 1}]), 'not-found', 404, 4001);
  });
});
