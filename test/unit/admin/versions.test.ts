import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin, type ApiVersion, type BonusPromotionInput, type ProjectAdmin} from '../../../src/admin/index.js';
import {individualChain} from './chains.js';
import {assertRefusedHere, backEnd, collect, KEY, PROJECT} from './back-end.js';

const name = {'en-US': 'Spring'};
const spring = {date_from: '2026-03-01T00:00:00+00:00', date_until: '2026-06-01T00:00:00+00:00'};
const autumn = {date_from: '2026-09-01T00:00:00+00:00', date_until: '2026-12-01T00:00:00+00:00'};
const plain: BonusPromotionInput = {name, condition: null, bonus: [{sku: 'x', quantity: 1}]};

type Sent = {readonly method: string; readonly path: string; readonly body: Record<string, unknown> | undefined};

/** A client of a vendor that answers everything with `record`, and what it was sent. */
function clientOf(
  apiVersions: ApiVersion | {promotions?: ApiVersion; rewardChains?: ApiVersion} | undefined,
  record: object = {},
): {admin: ProjectAdmin; sent: Sent[]} {
  const sent: Sent[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, init);
    const text = await request.text();
    const path = new URL(request.url).pathname.replace(/^\/api/, '');
    const body = text ? (JSON.parse(text) as Record<string, unknown>) : undefined;
    sent.push({method: request.method, path, body});
    return Response.json(record);
  };
  return {admin: createAdmin({projectId: PROJECT, apiKey: KEY, fetch, apiVersions}), sent};
}

const answer = {
  id: 7,
  external_id: 'x',
  promotion_id: 7,
  reward_chain_id: 7,
  name,
  is_enabled: true,
  date_start: '2026-03-01T00:00:00+00:00',
  value_point: {sku: 'x'},
  steps: [],
  promotions: [],
  items: [],
};

/** The calls that have moved, as the vendor’s newer documents show them, and one that stayed. */
async function pathsOf(admin: ProjectAdmin): Promise<void> {
  const {bonuses, uniqueOffers, rewardChains} = admin;
  await bonuses.create(plain);
  await bonuses.get(7);
  await bonuses.update(7, plain);
  await bonuses.delete(7);
  await collect(bonuses.listAll());
  await uniqueOffers.create({external_id: 'x', name});
  await uniqueOffers.get('x');
  await uniqueOffers.update('x', {name});
  await uniqueOffers.delete('x');
  await rewardChains.create(individualChain);
  await collect(rewardChains.list());
  await rewardChains.get(7);
  await rewardChains.disable(7);
  await rewardChains.reset(7, {confirm: 'all players'});
  await rewardChains.delete(7);
}

async function stayed({bonuses, uniqueOffers}: ProjectAdmin): Promise<void> {
  await collect(bonuses.list());
  await bonuses.activate(7);
  await bonuses.deactivate(7);
  await collect(uniqueOffers.list());
  await uniqueOffers.activate('x');
}

const versionsIn = (sent: readonly Sent[]): string[] => [...new Set(sent.map(({path}) => path.split('/')[1] ?? ''))];

describe('The versions of calls', () => {
  it('are the newer ones where the vendor has moved, and the old ones elsewhere', async () => {
    const {admin, sent} = clientOf(undefined, answer);

    await pathsOf(admin);
    assert.deepEqual([versionsIn(sent), sent.length > 14], [['v3'], true]);

    const rest = clientOf(undefined, answer);
    await stayed(rest.admin);
    assert.deepEqual(versionsIn(rest.sent), ['v2']);
  });

  it('are the old ones for a project that needs them', async () => {
    const {admin, sent} = clientOf('v2', answer);

    await pathsOf(admin);
    await stayed(admin);

    assert.deepEqual(versionsIn(sent), ['v2']);
  });

  it('are chosen for promotions and for reward chains', async () => {
    const {admin, sent} = clientOf({promotions: 'v2'}, answer);

    await admin.bonuses.get(7);
    await admin.rewardChains.get(7);

    assert.deepEqual(
      sent.map(({path}) => path),
      [`/v2/project/${PROJECT}/admin/promotion/7/bonus`, `/v3/project/${PROJECT}/admin/reward_chain/id/7`],
    );
  });

  it('decide how dates are written', async () => {
    const input = {...plain, promotion_periods: [spring]};
    const [newer, old] = [clientOf('v3', answer), clientOf('v2', answer)];

    await newer.admin.bonuses.create(input);
    await old.admin.bonuses.create(input);
    await old.admin.bonuses.create(plain);

    assert.deepEqual(newer.sent[0]?.body, input);
    assert.deepEqual(old.sent[0]?.body, {...plain, date_start: spring.date_from, date_end: spring.date_until});
    assert.deepEqual(old.sent[1]?.body, {...plain, date_start: null, date_end: null});
  });

  it('refuse several periods before they are sent where a promotion has one', async () => {
    const {admin, sent} = clientOf('v2', answer);
    const several = {promotion_periods: [spring, autumn]};

    await assertRefusedHere(admin.bonuses.create({...plain, ...several}), 'promotion_periods');
    await assertRefusedHere(admin.uniqueOffers.update('x', {name, ...several}), 'promotion_periods');
    await assertRefusedHere(
      admin.bonuses.change(7, current => ({...current, ...several})),
      'promotion_periods',
    );

    assert.deepEqual(
      sent.map(({method}) => method),
      ['GET'],
    );
  });

  for (const version of ['v2', 'v3'] as const)
    it(`are read into one type, and sent back as they came: ${version}`, async () => {
      const dates =
        version === 'v2'
          ? {date_start: null, date_end: spring.date_until}
          : {promotion_periods: [{...spring, zone: 'UTC'}, autumn]};
      const periods = version === 'v2' ? [{date_from: null, date_until: spring.date_until}] : dates.promotion_periods;
      const {id, is_enabled} = answer;
      const {admin, sent} = clientOf(version, {id, is_enabled, ...plain, ...dates});

      assert.deepEqual(await admin.bonuses.get(7), {id, is_enabled, ...plain, promotion_periods: periods});
      await admin.bonuses.change(7, current => ({...current, name: {'en-US': 'Other'}}));

      assert.deepEqual(sent.at(-1)?.body, {...plain, ...dates, name: {'en-US': 'Other'}});
    });
});

describe('The versions in the sandbox', () => {
  const at = backEnd();
  const client = (apiVersions: ApiVersion): ProjectAdmin =>
    createAdmin({projectId: PROJECT, apiKey: KEY, storeBase: at.sandbox.apiBase, apiVersions});

  it('show one promotion to both, which sees the whole time of several periods where it has only one', async () => {
    const [newer, old] = [client('v3'), client('v2')];
    const {promotion_id} = await newer.bonuses.create({...plain, promotion_periods: [autumn, spring]});

    assert.deepEqual((await newer.bonuses.get(promotion_id)).promotion_periods, [autumn, spring]);
    const whole = {date_from: spring.date_from, date_until: autumn.date_until};
    assert.deepEqual((await old.bonuses.get(promotion_id)).promotion_periods, [whole]);
    const rows = await collect(newer.bonuses.list());
    assert.deepEqual(rows.find(({id}) => id === promotion_id)?.promotion_periods, [whole]);
    const all = await collect(newer.bonuses.listAll());
    assert.deepEqual(all.find(({id}) => id === promotion_id)?.promotion_periods, [autumn, spring]);
  });

  it('change the same promotion', async () => {
    const [newer, old] = [client('v3'), client('v2')];
    await old.uniqueOffers.create({external_id: 'x', name, promotion_periods: [spring]});

    await newer.uniqueOffers.change('x', current => ({
      ...current,
      promotion_periods: [...(current.promotion_periods ?? []), autumn],
    }));

    assert.deepEqual((await newer.uniqueOffers.get('x')).promotion_periods, [spring, autumn]);
  });

  it('have the same reward chains', async () => {
    await client('v2').rewardChains.disable(101);

    assert.equal((await client('v3').rewardChains.get(101)).is_enabled, false);
  });
});
