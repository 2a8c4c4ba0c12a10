import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {defaultSeed} from '../../../demo/sandbox/seed/default-seed.js';
import {createAdmin, type UpsellInput} from '../../../src/admin/index.js';
import {assertRefused, assertRefusedHere, backEnd, errorOf} from './back-end.js';

const list: UpsellInput = {is_enabled: true, type: 'fixed_list', items: ['com.xsolla.box_1', 'com.xsolla.potion_1']};

describe('The upsell', () => {
  const at = backEnd({...defaultSeed, upsell: []});

  it('is not there until it is created, and then as it was sent', async () => {
    assert.equal(await at.admin.upsell.get(), undefined);

    await at.admin.upsell.create(list);

    const {items, ...fields} = (await at.admin.upsell.get()) ?? {};
    assert.deepEqual(fields, {is_enabled: true, type: 'fixed_list'});
    assert.deepEqual(
      items?.map(({sku, type, name}) => [sku, type, name]),
      [
        ['com.xsolla.box_1', 'bundle', {en: 'Super box'}],
        ['com.xsolla.potion_1', 'virtual_good', {en: 'Mega potion'}],
      ],
    );
  });

  it('is created once, and replaced only where there is one', async () => {
    await assertRefused(at.admin.upsell.update(list), 'invalid', 422, 1102);
    await at.admin.upsell.create(list);

    await assertRefused(at.admin.upsell.create(list), 'invalid', 422, 1102);
    await at.admin.upsell.update({is_enabled: false, type: 'most_sellable'});

    assert.deepEqual(await at.admin.upsell.get(), {is_enabled: false, type: 'most_sellable', items: []});
  });

  it('is switched on and off, however often', async () => {
    await at.admin.upsell.create(list);
    const isOn = async () => (await at.admin.upsell.get())?.is_enabled;

    await at.admin.upsell.deactivate();
    await at.admin.upsell.deactivate();
    assert.equal(await isOn(), false);
    await at.admin.upsell.activate();
    await at.admin.upsell.activate();
    assert.equal(await isOn(), true);
  });

  it('keeps all but what a change changes', async () => {
    await at.admin.upsell.create(list);

    await at.admin.upsell.change(current => ({...current, is_enabled: false}));

    const {is_enabled, items} = (await at.admin.upsell.get()) ?? {};
    assert.deepEqual([is_enabled, items?.map(({sku}) => sku)], [false, list.items]);
  });

  it('cannot be changed where there is none', async () => {
    assert.equal((await errorOf(at.admin.upsell.change(current => current))).code, 'not-found');
  });

  it('names the items that the shop does not have', async () => {
    const items = ['com.xsolla.box_1', 'gone', 'lost'];

    const error = await errorOf(at.admin.upsell.create({...list, items} as UpsellInput));

    assert.deepEqual([error.code, error.vendorCode], ['not-found', 9901]);
    assert.match(error.message, /gone, lost$/);
  });

  it('is read from the newer answer, too, and sends back what it does not know', async () => {
    const sent: unknown[] = [];
    const answer = {is_enabled: true, type: 'fixed_list', items: [{item_id: 1, sku: 'x'}], place: 'cart'};
    const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
      if (init.method === 'GET') return Response.json(answer);
      sent.push(JSON.parse(String(init.body)));
      return new Response(null, {status: 202});
    };
    const {upsell} = createAdmin({projectId: 1, apiKey: 'key', fetch});

    assert.deepEqual(await upsell.get(), answer);
    await upsell.change(current => ({...current, is_enabled: false}));
    await assertRefusedHere(
      upsell.change(() => ({is_enabled: true, type: 'only_promotions', items: ['x']}) as never),
      'items',
    );

    assert.deepEqual(sent, [{...answer, is_enabled: false, items: ['x']}]);
  });

  it('is refused before it is sent where it breaks a limit', async () => {
    for (const [changes, path] of [
      [{type: 'random'}, 'type'],
      [{is_enabled: 1}, 'is_enabled'],
      [{items: []}, 'items'],
      [{items: undefined}, 'items'],
      [{items: ['a b']}, 'items[0]'],
      [{type: 'most_sellable'}, 'items'],
      [{place: 'cart'}, 'place'],
    ] as const) {
      await assertRefusedHere(at.admin.upsell.create({...list, ...changes} as never), path);
      await assertRefusedHere(at.admin.upsell.update({...list, ...changes} as never), path);
    }
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
