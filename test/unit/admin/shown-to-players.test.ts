import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AttributeConditions, RewardChainInput} from '../../../src/admin/index.js';
import {Visitor, type ChainItem} from '../sandbox/support/visitor.js';
import {backEnd} from './back-end.js';
import {clanChain, individualChain} from './chains.js';

const orcs: AttributeConditions = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}];
const elves: AttributeConditions = [{attribute: 'race', type: 'string', operator: 'eq', value: 'elf'}];

describe('What managers set up, as players see it', () => {
  const at = backEnd();
  const create = async (input: RewardChainInput): Promise<number> =>
    (await at.admin.rewardChains.create(input)).reward_chain_id;
  const rocket = async (): Promise<Visitor> => await Visitor.signIn(at.sandbox, 'Rocket');
  const seen = async (id: number): Promise<ChainItem | undefined> =>
    (await (await rocket()).chains()).items.find(({reward_chain_id}) => reward_chain_id === id);
  const race = async (value: string | null): Promise<unknown> =>
    await at.sandbox.setAttributes('Rocket', {race: value});

  it('is a chain as soon as it is created', async () => {
    const chain = await seen(await create(clanChain));

    assert.deepEqual(
      [chain?.clan_type, chain?.value_point.is_clan, chain?.image_url, chain?.steps.map(({price}) => price.amount)],
      ['guild', true, 'https://cdn.example/summer.png', [10, 20]],
    );
    assert.equal(typeof chain?.recurrent_schedule?.reset_next_date, 'number');
  });

  it('is its own chain, whose points and claims are counted apart', async () => {
    const id = await create(individualChain);
    const player = await rocket();
    await player.contribute(id, 15);

    const [step] = (await player.chain(id)).steps;
    assert.equal((await player.claim(id, step!.step_id)).status, 204);

    assert.deepEqual(
      (await player.chain(id)).steps.map(({is_claimed}) => is_claimed),
      [true, false],
    );
    assert.equal((await player.balance(10)).amount, 130);
  });

  it('is a chain whose first step may be a gift to all', async () => {
    const [first, second] = individualChain.steps;
    const id = await create({...individualChain, steps: [{...first!, price: {amount: 0}}, second!]});
    const player = await rocket();

    const [gift, next] = (await player.chain(id)).steps;
    assert.equal((await player.claim(id, gift!.step_id)).status, 204);
    assert.equal((await player.claim(id, next!.step_id)).status, 422);
  });

  it('keeps points and claims through an update', async () => {
    const id = await create(individualChain);
    const player = await rocket();
    await player.contribute(id, 15);
    await player.claim(id, (await player.chain(id)).steps[0]!.step_id);

    await at.admin.rewardChains.change(id, current => ({...current, name: {en: 'Autumn'}}));

    const chain = await player.chain(id);
    assert.deepEqual([chain.value_point.amount, chain.steps[0]?.is_claimed], [15, true]);
  });

  it('is no chain that is switched off, and is there again when switched on', async () => {
    await at.admin.rewardChains.disable(101);
    assert.equal(await seen(101), undefined);
    assert.equal((await at.admin.rewardChains.get(101)).is_enabled, false);

    await at.admin.rewardChains.enable(101);
    assert.equal((await seen(101))?.value_point.amount, 1155);
  });

  it('has no points after a reset', async () => {
    await at.admin.rewardChains.reset(101, {confirm: 'all players'});

    const chain = await seen(101);
    assert.deepEqual([chain?.value_point.amount, chain?.top_contributors], [0, []]);
  });

  it('is no chain that is deleted', async () => {
    await at.admin.rewardChains.delete(101);

    assert.equal(await seen(101), undefined);
    assert.equal((await (await rocket()).call('GET', '/reward_chain/101/balance')).status, 404);
  });

  it('is a chain with conditions only for who meets them', async () => {
    const id = await create({...individualChain, attribute_conditions: orcs});

    assert.equal(await seen(id), undefined);
    await race('orc');
    assert.notEqual(await seen(id), undefined);
  });

  it('cannot be claimed by who does not see it', async () => {
    const id = await create({...individualChain, attribute_conditions: orcs});
    const step = (await at.admin.rewardChains.get(id)).steps[0]!.step_id;
    const player = await rocket();
    await player.contribute(id, 15);

    assert.equal((await player.claim(id, step)).status, 404);
    await race('orc');
    assert.equal((await player.claim(id, step)).status, 204);
  });

  it('is a fallback only for who sees no chain with conditions', async () => {
    await create({...individualChain, attribute_conditions: orcs});
    const fallback = await create({...individualChain, is_always_visible: false});

    assert.notEqual(await seen(fallback), undefined);
    await race('orc');
    assert.equal(await seen(fallback), undefined);
    await race('elf');
    assert.notEqual(await seen(fallback), undefined);
  });

  it('is a reward with conditions only for who meets them', async () => {
    const [first, second] = individualChain.steps;
    const forEach = [
      {sku: 'axe', quantity: 1, attribute_conditions: orcs},
      {sku: 'bow', quantity: 1, attribute_conditions: elves},
    ];
    const id = await create({...individualChain, steps: [{...first!, reward: forEach}, second!]});
    const rewards = async () => (await seen(id))?.steps[0]?.reward.map(({sku}) => sku);

    assert.deepEqual(await rewards(), []);
    await race('elf');
    assert.deepEqual(await rewards(), ['bow']);
    await race('orc');
    assert.deepEqual(await rewards(), ['axe']);
  });

  it('is an item under a rule only for who meets it, in chains and in what a clan switch gives', async () => {
    const rule = {
      name: 'Box for orcs',
      is_enabled: true,
      attribute_conditions: orcs,
      items: [{sku: 'com.xsolla.box_1'}],
    };
    const {rule_id} = await at.admin.personalization.create(rule);
    const rewards = async () => (await seen(101))?.steps[1]?.reward.map(({sku}) => sku);

    assert.deepEqual(await rewards(), []);
    await at.admin.personalization.patch(rule_id, {is_enabled: false});
    assert.deepEqual(await rewards(), ['com.xsolla.box_1']);
    await at.admin.personalization.patch(rule_id, {is_enabled: true});

    await at.sandbox.setAttributes('Rocket', {clan: 'owls'});
    assert.deepEqual(await (await rocket()).updateClan(), ['Mega potion']);
  });

  it('is an item under several rules for who meets one of them', async () => {
    const items = [{sku: 'com.xsolla.box_1'}];
    await at.admin.personalization.create({name: 'orcs', is_enabled: true, attribute_conditions: orcs, items});
    const {rule_id} = await at.admin.personalization.create({
      name: 'elves',
      is_enabled: true,
      attribute_conditions: elves,
      items,
    });
    await race('elf');
    const rewards = async () => (await seen(101))?.steps[1]?.reward.length;

    assert.equal(await rewards(), 1);
    await at.admin.personalization.delete(rule_id);
    assert.equal(await rewards(), 0);
  });

  it('is settled by a clan switch even where the new clan no longer sees it', async () => {
    const wolves: AttributeConditions = [{attribute: 'clan', type: 'string', operator: 'eq', value: 'wolves'}];
    await at.admin.rewardChains.change(101, current => ({...current, attribute_conditions: wolves}));
    await at.sandbox.setAttributes('Rocket', {clan: 'owls'});

    assert.equal(await seen(101), undefined);
    assert.deepEqual(await (await rocket()).updateClan(), ['Super box', 'Mega potion']);
  });

  it('is as out of the box after a reset of the sandbox', async () => {
    await create(individualChain);
    await at.admin.rewardChains.delete(101);
    await at.admin.personalization.create({
      name: 'x',
      is_enabled: true,
      attribute_conditions: orcs,
      items: [{sku: 'com.xsolla.gem_1'}],
    });

    await at.sandbox.reset();

    const {items} = await (await rocket()).chains();
    assert.deepEqual(
      items.map(({reward_chain_id}) => reward_chain_id),
      [101, 102, 103, 10],
    );
    assert.deepEqual(await at.admin.personalization.all(), []);
  });

  it('is the points of an item, which an order then gives', async () => {
    await at.admin.valuePoints.items.replace('com.xsolla.value_point_1', [{sku: 'com.xsolla.daily_spark', amount: 7}]);
    const player = await rocket();
    const before = (await player.balance(10)).amount;

    const item = await (await player.callProject('GET', '/items/sku/com.xsolla.daily_spark')).json();
    const order = await player.callProject('POST', '/free/item/com.xsolla.daily_spark');

    const points = (item as {vp_rewards: {sku: string; amount: number}[]}).vp_rewards;
    assert.deepEqual(points.map(({sku, amount}) => [sku, amount]).sort(), [
      ['com.xsolla.clan_point_1', 10],
      ['com.xsolla.value_point_1', 7],
    ]);
    assert.equal(order.status, 200);
    assert.equal((await player.balance(10)).amount, before + 7);
  });

  it('is the upsell: the list, what sells most, what has a promotion, or nothing', async () => {
    const shown = async (): Promise<readonly string[]> => {
      const answer = await (await rocket()).callProject('GET', '/items/upsell');
      return ((await answer.json()) as {items: {sku: string}[]}).items.map(({sku}) => sku.replace('com.xsolla.', ''));
    };

    await at.admin.upsell.update({is_enabled: true, type: 'fixed_list', items: ['com.xsolla.wolf_banner']});
    assert.deepEqual(await shown(), ['wolf_banner']);
    await at.admin.upsell.update({is_enabled: true, type: 'most_sellable'});
    assert.deepEqual(await shown(), ['golden_saddle', 'ember_pouch']);
    await at.admin.upsell.update({is_enabled: true, type: 'only_promotions'});
    assert.deepEqual(await shown(), ['wolf_shield', 'night_lantern', 'starter_box']);
    await at.admin.upsell.deactivate();
    assert.deepEqual(await shown(), []);
  });
});
