import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin, type DailyChainInput} from '../../../src/admin/index.js';
import {Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, assertRefusedHere, backEnd, collect, errorOf} from './back-end.js';

const HOUR = 3_600_000;
const DAY_SECONDS = 24 * 3600;
const everyone = {confirm: 'all players'} as const;

/** A chain that began an hour ago. */
const chain = (changes: Partial<DailyChainInput> = {}): DailyChainInput => ({
  name: {en: 'Three days', de: 'Drei Tage'},
  description: {en: 'One gift a day'},
  is_enabled: true,
  date_start: new Date(Date.now() - HOUR).toISOString().replace(/\.\d+Z$/, '+00:00'),
  type: 'calendar_hard',
  is_recurrent: false,
  order: 9,
  steps: [
    {step_number: 1, items: [{sku: 'com.xsolla.gem_1', quantity: 5}]},
    {
      step_number: 2,
      items: [
        {sku: 'com.xsolla.box_1', quantity: 1},
        {sku: 'com.example.new', quantity: 2},
      ],
    },
    {step_number: 3, items: [{sku: 'com.xsolla.potion_1'}]},
  ],
  ...changes,
});

type Day = {
  step_number: number;
  status: string;
  items: {item_id: number; sku: string; quantity: number; content?: []}[];
};
type PlayerChain = {id: number; name: string; description: string | null; type: string; steps: Day[]};

describe('Daily chains', () => {
  const at = backEnd();
  const create = async (input = chain()): Promise<number> => (await at.admin.dailyChains.create(input)).daily_chain_id;
  const rocket = async (): Promise<Visitor> => await Visitor.signIn(at.sandbox, 'Rocket');
  const seen = async (id: number): Promise<PlayerChain | undefined> => {
    const page = (await (await (await rocket()).call('GET', '/daily_chain')).json()) as {items: PlayerChain[]};
    return page.items.find(each => each.id === id);
  };
  const claim = async (id: number, day: number): Promise<number> =>
    (await (await rocket()).call('POST', `/daily_chain/${id}/step/number/${day}/claim`)).status;
  const statuses = async (id: number) => (await seen(id))?.steps.map(({status}) => status);

  it('are read as they were sent', async () => {
    const input = chain();
    const id = await create(input);

    const {steps, date_end, number_of_steps, ...fields} = await at.admin.dailyChains.get(id);

    const {steps: sent, ...sentFields} = input;
    assert.deepEqual(fields, {...sentFields, id});
    assert.deepEqual([number_of_steps, Date.parse(date_end ?? '') - Date.parse(fields.date_start)], [3, 72 * HOUR]);
    assert.deepEqual(
      steps.map(({step_number, items}) => ({step_number, items: items.map(({sku, quantity}) => [sku, quantity])})),
      sent.map(({step_number, items}) => ({
        step_number,
        items: items.map(({sku, quantity = 1}) => [sku, quantity]),
      })),
    );
  });

  it('show their days to players at once, who can claim them', async () => {
    const id = await create();

    const shown = await seen(id);
    assert.deepEqual([shown?.name, shown?.description, shown?.type], ['Three days', 'One gift a day', 'calendar_hard']);
    assert.deepEqual(await statuses(id), ['claimable', 'claim_in_future', 'claim_in_future']);
    assert.equal(await claim(id, 1), 204);
    await at.sandbox.passTime(2 * DAY_SECONDS);
    assert.deepEqual(await statuses(id), ['claimed', 'blocked', 'claimable']);
  });

  it('show the items of the shop, with what is in them, and a number for a new one', async () => {
    const id = await create();

    const items = (await seen(id))?.steps[1]?.items;

    assert.deepEqual(
      items?.map(({sku, quantity, content}) => [sku, quantity, content?.length]),
      [
        ['com.xsolla.box_1', 1, 2],
        ['com.example.new', 2, undefined],
      ],
    );
    assert.ok(items.every(({item_id}) => item_id > 0));
  });

  it('are those of the seed, too, which keep claims when they change', async () => {
    await at.admin.dailyChains.change(201, current => ({...current, name: {en: 'A week'}}));

    const shown = await seen(201);
    assert.equal(shown?.name, 'A week');
    assert.deepEqual(await statuses(201), [
      ...['blocked', 'claimed', 'claimable'],
      ...Array<string>(4).fill('claim_in_future'),
    ]);
    assert.equal(shown.steps[6]?.items[0]?.content?.length, 2);
  });

  it('are listed by whether they are on, ten a page', async () => {
    for (let left = 10; left > 0; left -= 1) await create(chain({is_enabled: left > 1}));

    const all = await collect(at.admin.dailyChains.list());
    const off = await collect(at.admin.dailyChains.list({enabled: false}));

    assert.deepEqual([all.length, off.length, off[0]?.is_enabled], [12, 1, false]);
    assert.ok(all.every(row => !('steps' in row)));
    const requests = (await at.sandbox.readLog()).filter(({method}) => method === 'GET');
    assert.equal(requests.length, 3);
  });

  it('are hidden when they are disabled, and keep claims', async () => {
    await at.admin.dailyChains.disable(201);
    await at.admin.dailyChains.disable(201);

    assert.equal(await seen(201), undefined);
    assert.equal((await (await rocket()).call('GET', '/daily_chain/201')).status, 404);
    assert.equal(await claim(201, 3), 404);
    await at.admin.dailyChains.enable(201);
    await at.admin.dailyChains.enable(201);
    assert.equal((await statuses(201))?.[1], 'claimed');
  });

  it('keep the ids of days, and lose a day that is left out', async () => {
    const id = await create();
    const before = (await at.admin.dailyChains.get(id)).steps;

    await at.admin.dailyChains.change(id, current => ({
      ...current,
      steps: [...current.steps.slice(1), {step_number: 4, items: [{sku: 'com.xsolla.gem_1', quantity: 1}]}],
    }));

    const after = (await at.admin.dailyChains.get(id)).steps;
    assert.deepEqual(
      after.map(({step_number}) => step_number),
      [2, 3, 4],
    );
    assert.deepEqual([after[0]?.step_id, after[1]?.step_id], [before[1]?.step_id, before[2]?.step_id]);
    assert.ok(before.every(({step_id}) => step_id !== after[2]?.step_id));
  });

  it('start again for everybody after a reset, if they are rolling', async () => {
    assert.deepEqual((await statuses(202))?.slice(0, 3), ['claimed', 'claimed', 'claimed']);

    await at.admin.dailyChains.reset(202, everyone);

    assert.deepEqual((await statuses(202))?.slice(0, 2), ['claimable', 'claim_in_future']);
    await assertRefused(at.admin.dailyChains.reset(201, everyone), 'invalid', 422, 1102);
  });

  it('are still there for a read of the state before', async () => {
    const id = await create();
    await at.sandbox.passTime(60);
    await at.admin.dailyChains.delete(id);
    assert.equal(await seen(id), undefined);

    await at.sandbox.setFaults([{path: '/api', fault: 'stale', seconds: 30}]);

    assert.equal((await seen(id))?.id, id);
  });

  it('are gone once deleted', async () => {
    const {dailyChains} = at.admin;
    await dailyChains.delete(201);

    assert.equal(await seen(201), undefined);
    for (const call of [dailyChains.get, dailyChains.delete, dailyChains.enable])
      await assertRefused(call(201), 'not-found', 404, 4001);
    await assertRefused(dailyChains.reset(201, everyone), 'not-found', 404, 4001);
  });

  it('are refused where the sandbox knows no such kind, and no such day', async () => {
    const {dailyChains} = at.admin;
    await assertRefused(create(chain({type: 'weekly'})), 'invalid', 422, 1102);

    const id = await create();
    const steps = [{step_id: 1, step_number: 1, items: [{sku: 'x'}]}];
    await assertRefused(dailyChains.update(id, {...chain(), steps}), 'invalid', 422, 1102);
  });

  it('are refused before they are sent where they break a limit', async () => {
    const day = {step_number: 1, items: [{sku: 'x', quantity: 1}]};
    for (const [changes, path] of [
      [{name: {}}, 'name'],
      [{description: 'plain'}, 'description'],
      [{is_enabled: 'yes'}, 'is_enabled'],
      [{date_start: '2026-01-01'}, 'date_start'],
      [{date_end: '2026-01-01T00:00:00Z'}, 'date_end'],
      [{type: ''}, 'type'],
      [{is_recurrent: null}, 'is_recurrent'],
      [{order: 1.5}, 'order'],
      [{steps: []}, 'steps'],
      [{steps: [day, day]}, 'steps'],
      [{steps: [{...day, step_number: 0}]}, 'steps[0].step_number'],
      [{steps: [{...day, items: []}]}, 'steps[0].items'],
      [{steps: [{...day, items: [{sku: 'a b'}]}]}, 'steps[0].items[0].sku'],
      [{steps: [{...day, items: [{sku: 'x', quantity: 0}]}]}, 'steps[0].items[0].quantity'],
      [{steps: [{...day, step_id: 1}]}, 'steps[0].step_id'],
    ] as const)
      await assertRefusedHere(at.admin.dailyChains.create({...chain(), ...changes} as never), path);
    const steps = [{...day, step_id: 0}];
    await assertRefusedHere(at.admin.dailyChains.update(201, {...chain(), steps}), 'steps[0].step_id');
    await assertRefusedHere(at.admin.dailyChains.get(0), 'chainId');
    await assertRefusedHere(collect(at.admin.dailyChains.list({pageSize: 11})), 'pageSize');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });

  it('have an id after their creation, by either name, or an error', async () => {
    const idOf = async (answer: object): Promise<unknown> => {
      const fetch = async (): Promise<Response> => Response.json(answer, {status: 201});
      return await createAdmin({projectId: 1, apiKey: 'key', fetch}).dailyChains.create(chain());
    };

    assert.deepEqual(await idOf({daily_chain_id: 7}), {daily_chain_id: 7});
    assert.deepEqual(await idOf({id: 8}), {daily_chain_id: 8});
    assert.equal((await errorOf(idOf({}))).code, 'bad-answer');
  });

  it('send back what they do not know, and nothing that follows from items', async () => {
    const sent: unknown[] = [];
    const item = {
      item_id: 1,
      sku: 'x',
      name: {en: 'X'},
      type: 'virtual_good',
      description: null,
      quantity: 2,
      badge: 1,
    };
    const day = {step_id: 5, step_number: 1, items: [item], mood: 'good'};
    const answer = {...chain(), id: 7, date_end: null, number_of_steps: 1, theme: 'ice', steps: [day]};
    const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
      if (init.method === 'GET') return Response.json(answer);
      sent.push(JSON.parse(String(init.body)));
      return new Response(null, {status: 204});
    };

    await createAdmin({projectId: 1, apiKey: 'key', fetch}).dailyChains.change(7, current => current);

    const {id: _, date_end: __, number_of_steps: ___, ...kept} = answer;
    assert.deepEqual(sent, [{...kept, steps: [{...day, items: [{sku: 'x', quantity: 2, badge: 1}]}]}]);
  });

  it('flip no switch whose state is not in the answer', async () => {
    const {is_enabled: _, ...answer} = chain();
    const fetch = async (): Promise<Response> => Response.json({...answer, id: 7, steps: []});
    const {dailyChains} = createAdmin({projectId: 1, apiKey: 'key', fetch});

    assert.equal((await errorOf(dailyChains.enable(7))).code, 'bad-answer');
  });
});
