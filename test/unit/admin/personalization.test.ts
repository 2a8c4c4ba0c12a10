import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {CatalogRuleInput} from '../../../src/admin/index.js';
import {adminOf, assertRefused, backEnd, collect} from './back-end.js';

const rule: CatalogRuleInput = {
  name: 'Orc race armour',
  is_enabled: true,
  attribute_conditions: [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc', can_be_missing: false}],
  items: [{sku: 'com.xsolla.box_1'}],
  is_satisfied_for_unauth: true,
};

describe('Rules of the personalised catalog', () => {
  const at = backEnd();
  const create = async (input: CatalogRuleInput = rule): Promise<number> =>
    (await at.admin.personalization.create(input)).rule_id;

  it('are read as they were sent, their items with names and types', async () => {
    const rule_id = await create();

    const {items, ...rest} = await at.admin.personalization.get(rule_id);
    const {items: _, ...sent} = rule;
    assert.deepEqual(rest, {...sent, rule_id});
    const [{item_id, ...item} = {}] = items;
    assert.deepEqual(item, {sku: 'com.xsolla.box_1', name: 'Super box', type: 'bundle', bundle_type: 'standard'});
    assert.equal(typeof item_id, 'number');
  });

  it('name their items by id, too', async () => {
    const id = (await at.admin.personalization.get(await create())).items[0]?.item_id ?? 0;

    const other = await create({...rule, items: [{item_id: id}]});

    assert.equal((await at.admin.personalization.get(other)).items[0]?.sku, 'com.xsolla.box_1');
  });

  it('are listed page by page, and by whether they are on', async () => {
    const ids = [await create(), await create({...rule, is_enabled: false}), await create()];

    const rows = await collect(at.admin.personalization.list({pageSize: 1}));
    const off = await collect(at.admin.personalization.list({enabled: false}));

    assert.deepEqual([rows.map(({rule_id}) => rule_id), off.map(({rule_id}) => rule_id)], [ids, [ids[1]]]);
  });

  it('are listed by name with one request', async () => {
    const rule_id = await create();

    const {name, is_enabled, is_satisfied_for_unauth} = rule;
    assert.deepEqual(await at.admin.personalization.all(), [{rule_id, name, is_enabled, is_satisfied_for_unauth}]);
  });

  it('are replaced as a whole', async () => {
    const id = await create();
    const {is_satisfied_for_unauth: _, ...others} = rule;

    await at.admin.personalization.replace(id, {...others, name: 'Other'});

    const {name, is_satisfied_for_unauth} = await at.admin.personalization.get(id);
    assert.deepEqual([name, is_satisfied_for_unauth], ['Other', false]);
  });

  it('are patched field by field', async () => {
    const id = await create();
    const before = await at.admin.personalization.get(id);

    await at.admin.personalization.patch(id, {is_enabled: false});

    assert.deepEqual(await at.admin.personalization.get(id), {...before, is_enabled: false});
  });

  it('keep all but what a change changes', async () => {
    const id = await create();
    const before = await at.admin.personalization.get(id);

    await at.admin.personalization.change(id, current => ({...current, name: 'Other'}));

    assert.deepEqual(await at.admin.personalization.get(id), {...before, name: 'Other'});
  });

  it('are gone once deleted', async () => {
    const id = await create();
    const {personalization} = at.admin;

    await personalization.delete(id);

    for (const call of [
      () => personalization.get(id),
      () => personalization.replace(id, rule),
      () => personalization.patch(id, {}),
      () => personalization.change(id, current => current),
      () => personalization.delete(id),
    ])
      await assertRefused(call(), 'not-found', 404, 4001);
  });

  it('have a code of their own for a wrong key', async () => {
    const {personalization} = adminOf(at.sandbox, 'wrong-key');

    await assertRefused(personalization.all(), 'auth-required', 401, 1013);
  });
});
