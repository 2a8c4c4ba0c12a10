import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {RewardChainInput} from '../../../src/admin/index.js';
import {assertRefused, backEnd, collect} from './back-end.js';
import {clanChain, individualChain} from './chains.js';

const {value_point: _, ...summer} = individualChain;

describe('Reward chains', () => {
  const at = backEnd();
  const create = async (input: RewardChainInput = individualChain): Promise<number> =>
    (await at.admin.rewardChains.create(input)).reward_chain_id;

  for (const [kind, input] of Object.entries({individual: individualChain, clan: clanChain}))
    it(`are read as they were sent: ${kind}`, async () => {
      const id = await create(input);

      const {value_point, recurrent_schedule, steps, ...chain} = await at.admin.rewardChains.get(id);
      const {value_point: sentPoint, recurrent_schedule: sentSchedule, steps: sentSteps, ...sent} = input;
      assert.deepEqual(chain, {...sent, reward_chain_id: id});
      assert.deepEqual([value_point.sku, value_point.is_clan], [sentPoint.sku, kind === 'clan']);
      assert.deepEqual({...recurrent_schedule, ...sentSchedule}, recurrent_schedule);
      assert.deepEqual(
        steps.map(({step_id: _, ...step}) => step),
        sentSteps,
      );
    });

  it('are listed without their steps, ten a page', async () => {
    for (let left = 8; left > 0; left -= 1) await create();

    const rows = await collect(at.admin.rewardChains.list());

    assert.equal(rows.length, 12);
    assert.ok(rows.every(row => !('steps' in row)));
    assert.equal((await at.sandbox.readLog()).filter(({method}) => method === 'GET').length, 2);
  });

  it('are listed by whether they are on', async () => {
    const off = await create({...individualChain, is_enabled: false});

    const ids = (await collect(at.admin.rewardChains.list({enabled: false}))).map(row => row.reward_chain_id);

    assert.deepEqual(ids, [off]);
    assert.equal((await collect(at.admin.rewardChains.list({enabled: true}))).length, 4);
  });

  it('have their list under the newer path, too', async () => {
    const Authorization = `Basic ${btoa('44056:sandbox-api-key')}`;
    const [older, newer] = await Promise.all(
      ['v2', 'v3'].map(async version => {
        const answer = await fetch(`${at.sandbox.apiBase}/${version}/project/44056/admin/reward_chain`, {
          headers: {Authorization},
        });
        return (await answer.json()) as unknown;
      }),
    );

    assert.deepEqual(newer, older);
  });

  for (const [kind, input] of Object.entries({individual: individualChain, clan: clanChain}))
    it(`keep all but what a change changes: ${kind}`, async () => {
      const id = await create(input);
      const before = await at.admin.rewardChains.get(id);

      await at.admin.rewardChains.change(id, current => ({...current, name: {en: 'Autumn'}}));

      assert.deepEqual(await at.admin.rewardChains.get(id), {...before, name: {en: 'Autumn'}});
    });

  for (const empty of [null, {}, {en: null}])
    it(`are changed without the empty popups of an individual chain: ${JSON.stringify(empty)}`, async () => {
      const answered = await at.admin.rewardChains.get(await create());
      const popups = {popup_header: empty, popup_instruction: empty, popup_image_url: null, clan_type: null};
      await at.sandbox.setFaults([
        {path: '/api', method: 'GET', fault: 'status', status: 200, body: {...answered, ...popups}},
      ]);

      await at.admin.rewardChains.change(answered.reward_chain_id, current => ({...current, name: {en: 'Autumn'}}));

      await at.sandbox.setFaults([]);
      assert.deepEqual(await at.admin.rewardChains.get(answered.reward_chain_id), {...answered, name: {en: 'Autumn'}});
    });

  it('are answered with the vendor’s keys of locales, the two of Chinese among them', async () => {
    const name = {'en-US': 'Summer', 'zh-CN': '夏天 (cn)', 'zh-TW': '夏天 (tw)', 'pt-BR': 'Verão'};
    const id = await create({...individualChain, name});

    assert.deepEqual((await at.admin.rewardChains.get(id)).name, {
      en: 'Summer',
      cn: '夏天 (cn)',
      tw: '夏天 (tw)',
      pt: 'Verão',
    });
  });

  it('can be changed out of the seed', async () => {
    for (const id of [101, 102, 103, 10]) {
      const before = await at.admin.rewardChains.get(id);

      await at.admin.rewardChains.change(id, current => current);

      assert.deepEqual(await at.admin.rewardChains.get(id), before);
    }
  });

  it('keep the steps that an update names, and give new ones ids', async () => {
    const id = await create();
    const [first] = (await at.admin.rewardChains.get(id)).steps;

    await at.admin.rewardChains.change(id, current => ({
      ...current,
      steps: [...current.steps.slice(0, 1), {...individualChain.steps[1]!, step_id: null}],
    }));

    const [kept, added] = (await at.admin.rewardChains.get(id)).steps;
    assert.equal(kept?.step_id, first?.step_id);
    assert.ok(added && added.step_id > kept!.step_id + 1);
  });

  it('refuse steps of other chains', async () => {
    const id = await create();

    const change = at.admin.rewardChains.change(id, current => ({
      ...current,
      steps: [{...individualChain.steps[0]!, step_id: 1001}],
    }));

    await assertRefused(change, 'invalid', 422, 1102);
  });

  it('need a value point of their kind', async () => {
    for (const [input, sku] of [
      [clanChain, 'com.xsolla.value_point_1'],
      [individualChain, 'com.xsolla.clan_point_1'],
      [individualChain, 'com.example.unknown'],
    ] as const)
      await assertRefused(at.admin.rewardChains.create({...input, value_point: {sku}}), 'invalid', 422, 1102);
  });

  it('keep their kind through an update', async () => {
    const {popup_header, popup_instruction} = clanChain;
    const individual = {
      value_point: undefined,
      popup_header: undefined,
      popup_instruction: undefined,
      popup_image_url: undefined,
      clan_type: undefined,
    };
    const ids = [await create(), await create(clanChain)] as const;
    const {change} = at.admin.rewardChains;

    await assertRefused(
      change(ids[0], current => ({...current, popup_header, popup_instruction})),
      'invalid',
      422,
      1102,
    );
    await assertRefused(
      change(ids[1], current => ({...current, ...individual})),
      'invalid',
      422,
      1102,
    );
    await change(ids[0], current => ({...current, ...individual}));
  });

  it('are enabled and disabled, each as often as one likes', async () => {
    const {rewardChains} = at.admin;
    const id = await create();
    const writes = async (): Promise<number> =>
      (await at.sandbox.readLog()).filter(({method}) => method === 'PUT').length;

    for (const [change, enabled, sent] of [
      [rewardChains.enable, true, 0],
      [rewardChains.disable, false, 1],
      [rewardChains.disable, false, 1],
      [rewardChains.enable, true, 2],
    ] as const) {
      await change(id);
      assert.deepEqual([(await rewardChains.get(id)).is_enabled, await writes()], [enabled, sent]);
    }
  });

  it('are gone once deleted', async () => {
    const {rewardChains} = at.admin;
    const id = await create();

    await rewardChains.delete(id);

    for (const call of [
      () => rewardChains.get(id),
      () => rewardChains.update(id, {...summer, steps: [{...summer.steps[0]!, step_id: null}]}),
      () => rewardChains.change(id, current => current),
      () => rewardChains.delete(id),
      () => rewardChains.enable(id),
      () => rewardChains.disable(id),
      () => rewardChains.reset(id, {confirm: 'all players'}),
    ])
      await assertRefused(call(), 'not-found', 404, 4001);
  });
});
