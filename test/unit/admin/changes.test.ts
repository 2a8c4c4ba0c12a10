import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin, type ProjectAdmin} from '../../../src/admin/index.js';
import {assertRefusedHere, KEY, PROJECT} from './back-end.js';

type Row = Record<string, unknown>;

const step = {
  step_id: 7,
  name: {en: 'First'},
  price: {amount: 10},
  reward: [{sku: 'sword', quantity: 1}],
  image_url: null,
};
const chain = {
  reward_chain_id: 5,
  name: {en: 'Siege'},
  is_enabled: true,
  date_start: '2026-01-01T00:00:00+00:00',
  date_end: null,
  value_point: {sku: 'points', is_clan: true},
  steps: [step],
  recurrent_schedule: null,
  popup_header: {en: 'Join'},
  popup_instruction: {en: 'In the game'},
  popup_image_url: 'https://cdn.example/join.png',
  clan_type: 'guild',
};
const bonus = {
  id: 9,
  name: {'en-US': 'Bonus'},
  is_enabled: false,
  condition: [{sku: 'boots'}],
  bonus: [{sku: 'sword', quantity: 2}],
  promotion_periods: [{date_from: '2026-01-01T00:00:00+00:00', date_until: null}],
  price_conditions: [{operator: 'gt', value: '10.0000'}],
};

/** A back end's client of a vendor that answers every GET with `record`, and the bodies that were put. */
function vendorOf(record: object): {admin: ProjectAdmin; sent: Row[]} {
  const sent: Row[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(String(input), init);
    if (request.method === 'GET') return Response.json(record);
    sent.push((await request.json()) as Row);
    return new Response(null, {status: 204});
  };
  return {admin: createAdmin({projectId: PROJECT, apiKey: KEY, fetch}), sent};
}

describe('A change', () => {
  it('keeps a bonus with items and price conditions, which could not be created like that', async () => {
    const {admin, sent} = vendorOf(bonus);

    await admin.bonuses.change(9, current => ({...current, name: {'en-US': 'Spring'}}));

    const {id: _, is_enabled: __, ...fields} = bonus;
    assert.deepEqual(sent, [{...fields, name: {'en-US': 'Spring'}}]);
  });

  it('refuses a price condition that the caller adds next to items', async () => {
    const {admin, sent} = vendorOf(bonus);

    const price_conditions = [{operator: 'lt', value: '99.0000'}] as const;
    await assertRefusedHere(
      admin.bonuses.change(9, current => ({...current, price_conditions}) as never),
      'condition',
    );
    assert.deepEqual(sent, []);
  });

  for (const popups of [
    {popup_header: null},
    {popup_instruction: null},
    {popup_header: null, popup_instruction: null},
    {popup_header: {en: null}},
    {clan_type: 'posse'},
    {popup_image_url: 'no address'},
    {name: {english: 'Siege'}},
  ])
    it(`sends back what it did not touch, though it could not be new: ${JSON.stringify(popups)}`, async () => {
      const {admin, sent} = vendorOf({...chain, ...popups});

      await admin.rewardChains.change(5, current => ({...current, order: 3}));

      const {reward_chain_id: _, value_point: __, ...fields} = {...chain, ...popups};
      assert.deepEqual(sent, [{...fields, order: 3}]);
    });

  it('sends back fields of steps and rewards that it does not know', async () => {
    const odd = {...step, badge: {tier: 2}, reward: [{sku: 'sword', quantity: 1, drop: 'rare'}]};
    const {admin, sent} = vendorOf({...chain, steps: [odd]});

    await admin.rewardChains.change(5, current => ({...current, name: {en: 'Storm'}}));

    assert.deepEqual(sent[0]?.steps, [odd]);
  });

  it('does not take rows that moved for changed ones', async () => {
    const odd = {...step, name: {}, reward: []};
    const {admin, sent} = vendorOf({...chain, steps: [odd]});
    const added = {step_id: null, name: {en: 'New'}, price: {amount: 5}, reward: [{sku: 'gem', quantity: 1}]};

    await admin.rewardChains.change(5, current => ({...current, steps: [added, ...current.steps]}));

    assert.deepEqual(sent[0]?.steps, [added, odd]);
  });

  it('refuses a row that the caller adds or edits, by its path', async () => {
    const {admin, sent} = vendorOf(chain);
    const bad = {step_id: null, name: {en: 'New'}, price: {amount: -1}, reward: [{sku: 'gem', quantity: 1}]};

    await assertRefusedHere(
      admin.rewardChains.change(5, current => ({...current, steps: [...current.steps, bad]})),
      'steps[1].price.amount',
    );
    await assertRefusedHere(
      admin.rewardChains.change(5, current => ({...current, steps: [{...current.steps[0]!, reward: []}]})),
      'steps[0].reward',
    );
    assert.deepEqual(sent, []);
  });

  it('refuses a popup that the caller empties', async () => {
    const {admin} = vendorOf(chain);

    await assertRefusedHere(
      admin.rewardChains.change(5, current => ({...current, popup_header: null}) as never),
      'popup_header',
    );
  });

  it('compares with what was read, even if the caller edits that in place', async () => {
    const {admin, sent} = vendorOf(chain);

    await assertRefusedHere(
      admin.rewardChains.change(5, current => {
        (current.steps[0] as {price: {amount: number}}).price.amount = -1;
        return current;
      }),
      'steps[0].price.amount',
    );
    assert.deepEqual(sent, []);
  });

  it('keeps the points of items that break a limit for new ones', async () => {
    const items = [{sku: 'old item', amount: -5}];
    const {admin, sent} = vendorOf({items});

    await admin.valuePoints.items.change('points', current => [...current, {sku: 'sword', amount: 3}]);

    assert.deepEqual(sent, [[...items, {sku: 'sword', amount: 3}]]);
  });
});
