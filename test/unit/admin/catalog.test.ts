import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin} from '../../../src/admin/index.js';
import {assertRefused, assertRefusedHere, backEnd, collect} from './back-end.js';

const item = {sku: 'x', item_id: 1, name: 'X', type: 'virtual_good', price: null, custom_attributes: {tier: 2}};

/** A back end's client of a vendor that answers with these pages, and the requests that were sent. */
function vendorOf(...pages: object[]) {
  const sent: {path: string; query: string[]; authorization: string | null}[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const {pathname, searchParams} = new URL(String(input));
    const query = [...searchParams].map(([name, value]) => `${name}=${value}`);
    sent.push({path: pathname, query, authorization: new Headers(init.headers).get('authorization')});
    return Response.json(pages.shift());
  };
  return {catalog: createAdmin({projectId: 44056, apiKey: 'key', fetch}).catalog, sent};
}

describe('The catalog', () => {
  const at = backEnd();

  it('has the items of the shop with their prices, and one by its SKU', async () => {
    const items = await collect(at.admin.catalog.items({pageSize: 2}));

    const lantern = items.find(({sku}) => sku === 'com.xsolla.night_lantern');
    assert.deepEqual(lantern?.price, {amount: '3.99', amount_without_discount: '3.99', currency: 'EUR'});
    assert.deepEqual(await at.admin.catalog.item('com.xsolla.night_lantern'), lantern);
    await assertRefused(at.admin.catalog.item('gone'), 'not-found', 404, 4001);
  });

  it('says which points an item gives, as soon as it gives them', async () => {
    await at.admin.valuePoints.items.replace('com.xsolla.clan_point_1', [
      {sku: 'com.xsolla.night_lantern', amount: 300},
    ]);

    const {vp_rewards} = await at.admin.catalog.item('com.xsolla.night_lantern');

    assert.deepEqual(
      vp_rewards?.map(({sku, amount}) => [sku, amount]),
      [['com.xsolla.clan_point_1', 300]],
    );
  });

  it('hides items under a rule from visitors, unless the rule lets them', async () => {
    const skus = async () => (await collect(at.admin.catalog.items())).map(({sku}) => sku);
    const {rule_id} = await at.admin.personalization.create({
      name: 'Lantern for orcs',
      is_enabled: true,
      attribute_conditions: [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}],
      items: [{sku: 'com.xsolla.night_lantern'}],
    });

    assert.ok(!(await skus()).includes('com.xsolla.night_lantern'));
    await assertRefused(at.admin.catalog.item('com.xsolla.night_lantern'), 'not-found', 404, 4001);
    await at.admin.personalization.patch(rule_id, {is_satisfied_for_unauth: true});
    assert.ok((await skus()).includes('com.xsolla.night_lantern'));
    await at.admin.personalization.patch(rule_id, {is_satisfied_for_unauth: false, is_enabled: false});
    assert.ok((await skus()).includes('com.xsolla.night_lantern'));
  });

  it('is read by kind', async () => {
    const typesOf = async (kind: 'virtual_items' | 'virtual_currency/package' | 'bundle') =>
      new Set((await collect(at.admin.catalog.items({kind}))).map(({bundle_type, type}) => bundle_type ?? type));

    assert.deepEqual(await typesOf('virtual_items'), new Set(['virtual_good']));
    assert.deepEqual(await typesOf('virtual_currency/package'), new Set(['virtual_currency_package']));
    assert.deepEqual(await typesOf('bundle'), new Set(['standard']));
    const [good] = await collect(at.admin.catalog.items({kind: 'virtual_items'}));
    assert.deepEqual(good?.name, {en: 'Ember pouch'});
  });

  it('is asked without the key, and keeps every field of an answer', async () => {
    const {catalog, sent} = vendorOf({items: [item], has_more: false}, item);

    assert.deepEqual(await collect(catalog.items()), [item]);
    assert.deepEqual(await catalog.item('x', {promo_code: 'WINTER'}), item);

    assert.deepEqual(sent, [
      {path: '/api/v2/project/44056/items', query: ['limit=50', 'offset=0'], authorization: null},
      {path: '/api/v2/project/44056/items/sku/x', query: ['promo_code=WINTER'], authorization: null},
    ]);
  });

  it('sends what it is asked for as the vendor names it', async () => {
    const {catalog, sent} = vendorOf({items: [], has_more: false});

    await collect(
      catalog.items({
        ...{kind: 'bundle', group: 'a-b', locale: 'de', country: 'DE', promo_code: 'WINTER'},
        ...{
          additional_fields: ['order', 'media_list'],
          show_inactive_time_limited_items: true,
          pageSize: 10,
          offset: 5,
        },
      }),
    );

    assert.equal(sent[0]?.path, '/api/v2/project/44056/items/bundle/group/a-b');
    assert.deepEqual(sent[0]?.query.sort(), [
      ...['additional_fields[]=media_list', 'additional_fields[]=order', 'country=DE', 'limit=10', 'locale=de'],
      ...['offset=5', 'promo_code=WINTER', 'show_inactive_time_limited_items=1'],
    ]);
  });

  it('is refused before it is asked where the question breaks a limit', async () => {
    const {catalog} = at.admin;
    for (const [options, path] of [
      [{kind: 'games'}, 'kind'],
      [{group: '..'}, 'group'],
      [{group: 'x', kind: 'virtual_currency/package'}, 'group'],
      [{locale: 'de-DE'}, 'locale'],
      [{country: 'de'}, 'country'],
      [{promo_code: 'a b'}, 'promo_code'],
      [{additional_fields: ['price']}, 'additional_fields[0]'],
      [{show_inactive_time_limited_items: 1}, 'show_inactive_time_limited_items'],
      [{pageSize: 51}, 'pageSize'],
    ] as const)
      await assertRefusedHere(collect(catalog.items(options as never)), path);
    await assertRefusedHere(catalog.item('a b'), 'sku');
    await assertRefusedHere(catalog.item('x', {promo_code: ''}), 'promo_code');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
