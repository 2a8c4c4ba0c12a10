import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {OfferChainInput} from '../../../src/admin/index.js';
import {controlled, Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, assertRefusedHere, backEnd, collect} from './back-end.js';

const orcs = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}] as const;

const chain: OfferChainInput = {
  name: {en: 'Spring ladder', de: 'Frühlingsleiter'},
  description: null,
  is_enabled: true,
  date_start: '2026-01-01T00:00:00+00:00',
  date_end: '2099-01-01T00:00:00+00:00',
  order: 9,
  recurrent_schedule: null,
  is_always_visible: true,
  steps: [
    {step_number: 1, is_free: true, items: [{sku: 'com.xsolla.gem_1', quantity: 10}]},
    {step_number: 2, is_free: false, items: [{sku: 'com.xsolla.potion_2', quantity: 2}]},
    {step_number: 3, is_free: true, items: [{sku: 'com.xsolla.box_1', quantity: 1}]},
  ],
};

type Step = {
  step_number: number;
  is_claimed: boolean;
  step_price: {amount: number; currency: string} | null;
  items: {sku: string; content: unknown[] | null}[];
  step_vp_rewards: {amount: number; sku: string}[];
};
type PlayerChain = {
  id: number;
  name: string;
  next_step_number: number | null;
  recurrent_schedule: {interval_type: string; reset_next_date: number} | null;
  steps: Step[];
};

describe('Offer chains', () => {
  const at = backEnd();
  const create = async (changes: Partial<OfferChainInput> = {}): Promise<number> =>
    (await at.admin.offerChains.create({...chain, ...changes})).offer_chain_id;
  const rocket = async (): Promise<Visitor> => await Visitor.signIn(at.sandbox, 'Rocket');
  const seen = async (id: number): Promise<PlayerChain | undefined> => {
    const page = (await (await (await rocket()).call('GET', '/offer_chain')).json()) as {items: PlayerChain[]};
    return page.items.find(each => each.id === id);
  };
  const take = async (id: number, step: number, way: 'claim' | 'order'): Promise<Response> =>
    await (await rocket()).call('POST', `/offer_chain/${id}/step/number/${step}/${way}`);

  it('are read as they were sent, with the price of their items', async () => {
    const id = await create();

    const {steps, ...fields} = await at.admin.offerChains.get(id);

    const {steps: sent, ...sentFields} = chain;
    assert.deepEqual(fields, {...sentFields, id});
    assert.deepEqual(
      steps.map(({step_number, is_free, items}) => ({
        step_number,
        is_free,
        items: items.map(({sku, quantity}) => ({sku, quantity})),
      })),
      sent,
    );
    assert.deepEqual(
      steps.map(({step_price}) => step_price),
      [null, {amount: 0.99, currency: 'EUR'}, null],
    );
  });

  it('are taken by players at once: a gift, a purchase, and the next gift', async () => {
    const id = await create();

    assert.equal((await take(id, 1, 'claim')).status, 200);
    const order = (await (await take(id, 2, 'order')).json()) as {order_id: number};
    await controlled(at.sandbox, 'POST', `/orders/${order.order_id}/pay`, {});

    const shown = await seen(id);
    assert.deepEqual([shown?.name, shown?.next_step_number], ['Spring ladder', 3]);
    assert.deepEqual(shown?.steps[1]?.step_price, {amount: 0.99, currency: 'EUR'});
    assert.equal(shown?.steps[2]?.items[0]?.content?.length, 3);
  });

  it('give the points of their items', async () => {
    const points = 'com.xsolla.clan_point_1';
    await at.admin.valuePoints.items.replace(points, [{sku: 'com.xsolla.potion_2', amount: 40}]);
    const id = await create();
    await take(id, 1, 'claim');
    const before = (await (await rocket()).balance(101)).amount;

    const given = (await seen(id))?.steps[1]?.step_vp_rewards.find(({sku}) => sku === points);
    const order = (await (await take(id, 2, 'order')).json()) as {order_id: number};
    await controlled(at.sandbox, 'POST', `/orders/${order.order_id}/pay`, {});

    assert.equal(given?.amount, 40);
    assert.equal((await (await rocket()).balance(101)).amount, before + 40);
  });

  it('are those of the seed, too, which keep prices, points and progress when they change', async () => {
    const before = await seen(301);

    await at.admin.offerChains.change(301, current => ({...current, name: {en: 'Ladder'}}));

    assert.deepEqual(await seen(301), {...before, name: 'Ladder'});
  });

  it('are hidden when they are disabled, and keep progress', async () => {
    await at.admin.offerChains.disable(301);
    await at.admin.offerChains.disable(301);
    assert.equal(await seen(301), undefined);

    await at.admin.offerChains.enable(301);
    assert.equal((await seen(301))?.next_step_number, 2);
  });

  it('are for players who meet their conditions', async () => {
    const id = await create({attribute_conditions: orcs});
    const fallback = await create({is_always_visible: false});

    assert.deepEqual([await seen(id), (await seen(fallback))?.id], [undefined, fallback]);
    await at.sandbox.setAttributes('Rocket', {race: 'orc'});
    assert.deepEqual([(await seen(id))?.id, await seen(fallback)], [id, undefined]);
  });

  it('are listed by whether they are on, without their steps', async () => {
    const off = await create({is_enabled: false});

    const all = await collect(at.admin.offerChains.list({pageSize: 2}));
    const disabled = await collect(at.admin.offerChains.list({enabled: false}));

    assert.deepEqual(
      all.map(({id}) => id),
      [301, 302, off],
    );
    assert.deepEqual(
      disabled.map(({id}) => id),
      [off],
    );
    assert.ok(all.every(row => !('steps' in row)));
  });

  it('start again by their schedule', async () => {
    const weekly = {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+08:00'} as const;
    for (const schedule of [weekly, {interval_type: 'monthly', day_of_month: 1, time: '00:00:00+00:00'} as const]) {
      const id = await create({recurrent_schedule: schedule});
      const {recurrent_schedule} = await at.admin.offerChains.get(id);
      assert.deepEqual({...recurrent_schedule, ...schedule}, recurrent_schedule);
      assert.equal((await seen(id))?.recurrent_schedule?.reset_next_date, recurrent_schedule?.reset_next_date);
    }
    const id = await create({recurrent_schedule: {interval_type: 'hourly'}});
    await take(id, 1, 'claim');
    assert.equal((await seen(id))?.next_step_number, 2);

    await at.sandbox.passTime(3600);

    assert.equal((await seen(id))?.next_step_number, 1);
  });

  it('keep their schedule, and the ids of their steps, when something else changes', async () => {
    const id = await create({recurrent_schedule: {interval_type: 'hourly'}});
    const before = await at.admin.offerChains.get(id);

    await at.admin.offerChains.change(id, ({steps, ...current}) => ({...current, order: 3, steps: steps.slice(0, 2)}));

    assert.deepEqual(await at.admin.offerChains.get(id), {...before, order: 3, steps: before.steps.slice(0, 2)});
  });

  it('are still there for a read of the state before', async () => {
    const id = await create();
    await at.sandbox.passTime(60);
    await at.admin.offerChains.delete(id);
    assert.equal(await seen(id), undefined);

    await at.sandbox.setFaults([{path: '/api', fault: 'stale', seconds: 30}]);

    assert.equal((await seen(id))?.id, id);
  });

  it('are gone once deleted', async () => {
    const {offerChains} = at.admin;
    await offerChains.delete(301);

    assert.equal(await seen(301), undefined);
    for (const call of [offerChains.get, offerChains.delete, offerChains.enable])
      await assertRefused(call(301), 'not-found', 404, 4001);
  });

  it('are refused a price that their item does not have, and a step of another chain', async () => {
    const steps = [{step_number: 1, is_free: false, items: [{sku: 'com.example.new', quantity: 1}]}];
    await assertRefused(create({steps}), 'invalid', 422, 1102);

    const [step] = chain.steps;
    const update = {...chain, steps: [{...step!, step_id: 1}]};
    await assertRefused(at.admin.offerChains.update(301, update), 'invalid', 422, 1102);
  });

  it('are refused before they are sent where they break a limit', async () => {
    const [step] = chain.steps;
    const item = {sku: 'x', quantity: 1};
    const numbered = (count: number) => Array.from({length: count}, (_, index) => ({...step!, step_number: index + 1}));
    for (const [changes, path] of [
      [{name: {}}, 'name'],
      [{date_start: '2026-01-01'}, 'date_start'],
      [{date_end: 'never'}, 'date_end'],
      [{recurrent_schedule: {interval_type: 'daily', time: '01:00:00+00:00'}}, 'recurrent_schedule.interval_type'],
      [{recurrent_schedule: {interval_type: 'hourly', time: '01:30:00+00:00'}}, 'recurrent_schedule.time'],
      [{attribute_conditions: []}, 'attribute_conditions'],
      [{is_always_visible: null}, 'is_always_visible'],
      [{steps: []}, 'steps'],
      [{steps: numbered(31)}, 'steps'],
      [{steps: [step, step]}, 'steps'],
      [{steps: [{...step, is_free: undefined}]}, 'steps[0].is_free'],
      [{steps: [{...step, items: []}]}, 'steps[0].items'],
      [{steps: [{...step, items: [item, item]}]}, 'steps[0].items'],
      [{steps: [{...step, items: [{sku: 'x'}]}]}, 'steps[0].items[0].quantity'],
    ] as const)
      await assertRefusedHere(at.admin.offerChains.create({...chain, ...changes} as never), path);
    await assertRefusedHere(at.admin.offerChains.get(0), 'chainId');
    await assertRefusedHere(collect(at.admin.offerChains.list({pageSize: 11})), 'pageSize');
    assert.deepEqual(await at.sandbox.readLog(), []);
    assert.equal((await create({steps: numbered(30).map(each => ({...each, is_free: true}))})) > 0, true);
  });
});
