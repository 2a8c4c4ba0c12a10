import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin} from '../../../src/admin/index.js';
import {assertRefused, assertRefusedHere, backEnd, basesOf, collect, errorOf, MERCHANT, PROJECT} from './back-end.js';

const PROMOTION = 17840;
const READ_ONLY = 17841;
const payPal = {id: 24, name: 'PayPal'};
const cards = {id: 1380, name: 'Credit cards'};
const spring = {from: '2026-03-01T00:00:00+00:00', to: '2026-06-01T00:00:00+00:00'};
const promotion = {
  technical_name: 'Sale promotion',
  project_id: PROJECT,
  label: {en: '5%', de: '5 %'},
  name: {en: '5% discount'},
  description: {en: 'Promotion with 5% discount'},
};
const summer = {from: '2026-06-01T00:00:00+02:00', to: '2026-09-01T00:00:00+02:00', offset: '+02:00'};

describe('Promotions of the Subscriptions API', () => {
  const at = backEnd();
  const methods = async () => (await at.sandbox.readLog()).map(({method}) => method);
  const flagsOf = async (id: number) => {
    const row = (await collect(at.admin.promotions.list())).find(each => each.id === id);
    return [row?.enabled, row?.is_active];
  };

  it('has the payment systems of a promotion', async () => {
    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), [payPal]);
  });

  it('replaces them', async () => {
    await at.admin.promotions.setPaymentSystems(PROMOTION, [cards, payPal]);

    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), [cards, payPal]);
  });

  it('allows all with an empty list', async () => {
    await at.admin.promotions.setPaymentSystems(PROMOTION, []);

    assert.deepEqual(await at.admin.promotions.getPaymentSystems(PROMOTION), []);
  });

  it('sets validity periods', async () => {
    await at.admin.promotions.setPeriods(PROMOTION, [spring, summer]);

    assert.deepEqual(await at.admin.promotions.getPeriods(PROMOTION), [spring, summer]);
  });

  it('adds a period to those that it reads', async () => {
    await at.admin.promotions.changePeriods(READ_ONLY, periods => [...periods, summer]);

    assert.deepEqual(await at.admin.promotions.getPeriods(READ_ONLY), [spring, summer]);
    await assertRefusedHere(
      at.admin.promotions.changePeriods(READ_ONLY, periods => [...periods, {from: summer.to, to: summer.from}]),
      'periods[2].to',
    );
  });

  it('is created disabled, and read as it was sent', async () => {
    const {id} = await at.admin.promotions.create(promotion);

    assert.deepEqual(await at.admin.promotions.get(id), {...promotion, id, enabled: false, read_only: false});
  });

  it('is listed with what it is at the moment', async () => {
    const {id} = await at.admin.promotions.create(promotion);

    const rows = await collect(at.admin.promotions.list());

    const known = {technical_name: 'Sale promotion', enabled: false, is_active: false, is_infinite: true};
    assert.deepEqual(rows.at(-1), {id, ...known, read_only: false, datetime: null, project: {id: PROJECT}});
    assert.deepEqual(
      rows.map(row => [row.id, row.enabled, row.is_active]),
      [
        [PROMOTION, false, false],
        [READ_ONLY, true, false],
        [id, false, false],
      ],
    );
  });

  it('is replaced as a whole by an update, and keeps its parts', async () => {
    const {id} = await at.admin.promotions.create(promotion);
    await at.admin.promotions.setRewards(id, {subscription: {trial_days: 30}});

    await at.admin.promotions.update(id, {technical_name: 'Other', project_id: PROJECT});

    const {name, label, technical_name} = await at.admin.promotions.get(id);
    assert.deepEqual([name, label, technical_name], [undefined, undefined, 'Other']);
    assert.deepEqual(await at.admin.promotions.getRewards(id), {id, subscription: {trial_days: 30}});
  });

  it('keeps all but what a change changes', async () => {
    const {id} = await at.admin.promotions.create(promotion);

    await at.admin.promotions.change(id, current => ({...current, label: {en: '10%'}}));

    assert.deepEqual(await at.admin.promotions.get(id), {
      ...{...promotion, label: {en: '10%'}},
      ...{id, enabled: false, read_only: false},
    });
  });

  it('cannot move to another project', async () => {
    await assertRefused(at.admin.promotions.update(READ_ONLY, {...promotion, project_id: 1}), 'invalid', 422, 1102);
  });

  it('has one subject', async () => {
    const {promotions} = at.admin;

    await promotions.setSubject(PROMOTION, {items: [{sku: 'com.xsolla.box_1'}], packages: []});

    assert.deepEqual(await promotions.getSubject(PROMOTION), {
      ...{id: PROMOTION, purchase: false, items: [{sku: 'com.xsolla.box_1'}]},
      ...{packages: [], subscriptions: null, digital_contents: null},
    });
    await promotions.setSubject(PROMOTION, {packages: [1, {sku: 'gems'}]});
    assert.deepEqual((await promotions.getSubject(PROMOTION)).packages, [1, {sku: 'gems'}]);
    await assertRefusedHere(promotions.setSubject(PROMOTION, {purchase: true, packages: [1]}), 'subject');
  });

  it('has the rewards that were set last', async () => {
    const rewards = {
      purchase: {discount_percent: 10},
      package: {bonus_percent: 5, bonus_amount: 5},
      item: {
        discount: [{sku: 'com.xsolla.box_1', discount_percent: 5, max_amount: 10}],
        bonus: [{sku: 'com.xsolla.potion_1', quantity: 2}],
      },
    };
    await at.admin.promotions.setRewards(PROMOTION, {subscription: {trial_days: 3}});

    await at.admin.promotions.setRewards(PROMOTION, rewards);

    assert.deepEqual(await at.admin.promotions.getRewards(PROMOTION), {id: PROMOTION, ...rewards});
  });

  it('is enabled once its review finds nothing', async () => {
    const {promotions} = at.admin;
    assert.deepEqual(await promotions.review(PROMOTION), [
      {component: 'subject', message: 'Please select a subject'},
      {component: 'rewards', message: 'Please select a reward'},
    ]);
    await assertRefused(promotions.enable(PROMOTION), 'invalid', 422, 1102);

    await promotions.setSubject(PROMOTION, {purchase: true});
    await promotions.setRewards(PROMOTION, {purchase: {discount_percent: 5}});

    assert.deepEqual(await promotions.review(PROMOTION), []);
    await promotions.enable(PROMOTION);
    assert.deepEqual(await flagsOf(PROMOTION), [true, true]);
  });

  it('is active in its periods only', async () => {
    const {promotions} = at.admin;
    await promotions.setSubject(PROMOTION, {purchase: true});
    await promotions.setRewards(PROMOTION, {purchase: {discount_percent: 5}});
    await promotions.enable(PROMOTION);
    const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
    await promotions.setPeriods(PROMOTION, [{from: hours(1), to: hours(2)}]);

    assert.deepEqual(await flagsOf(PROMOTION), [true, false]);
    await at.sandbox.passTime(5400);
    assert.deepEqual(await flagsOf(PROMOTION), [true, true]);
  });

  it('stays as it is when it is enabled or disabled twice', async () => {
    const {promotions} = at.admin;

    await promotions.enable(READ_ONLY);
    assert.deepEqual(await methods(), ['GET']);
    await promotions.disable(READ_ONLY);
    await promotions.disable(READ_ONLY);

    assert.equal((await promotions.get(READ_ONLY)).enabled, false);
    assert.deepEqual(await methods(), ['GET', 'GET', 'PUT', 'GET', 'GET']);
  });

  it('is deleted only when it is disabled', async () => {
    const {promotions} = at.admin;
    await assertRefused(promotions.delete(READ_ONLY), 'invalid', 422, 1102);

    await promotions.disable(READ_ONLY);
    await promotions.delete(READ_ONLY);

    await assertRefused(promotions.get(READ_ONLY), 'not-found', 404);
  });

  it('takes the campaigns that exist', async () => {
    const campaign = {campaign_code: 'x', project_id: PROJECT, campaign_names: {en: 'x'}};
    const {id} = await at.admin.couponCampaigns.create(campaign);

    await at.admin.promotions.attachCampaigns(PROMOTION, [id]);
    await at.admin.promotions.attachCampaigns(READ_ONLY, [id]);

    await assertRefused(at.admin.promotions.attachCampaigns(PROMOTION, [id + 1]), 'invalid', 422, 1102);
  });

  it('is refused another subject and other rewards by a read-only promotion', async () => {
    await assertRefused(at.admin.promotions.setSubject(READ_ONLY, {purchase: true}), 'invalid', 422, 1102);
    await assertRefused(at.admin.promotions.setRewards(READ_ONLY, {}), 'invalid', 422, 1102);
  });

  it('reads the list where the promotion itself does not say whether it is enabled', async () => {
    const sent: string[] = [];
    const row = {id: 7, technical_name: 'x', enabled: false};
    const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
      const {method = '', path} = {method: init.method, path: new URL(String(input)).pathname};
      sent.push(`${method} ${path.split('/').slice(5).join('/')}`);
      if (method === 'PUT') return new Response(null, {status: 204});
      return Response.json(path.endsWith('/7') ? {id: 7, technical_name: 'x', project_id: 1} : [row]);
    };
    const {promotions} = createAdmin({merchantId: 1, apiKey: 'key', fetch});

    await promotions.enable(7);
    await promotions.disable(7);

    const reads = ['GET promotions/7', 'GET promotions'];
    assert.deepEqual(sent, [...reads, 'PUT promotions/7/toggle', ...reads]);
  });

  it('is refused other payment systems by a read-only promotion', async () => {
    await assertRefused(at.admin.promotions.setPaymentSystems(READ_ONLY, []), 'invalid', 422, 1102);
  });

  it('may add periods to a read-only promotion, and not take its own away', async () => {
    await at.admin.promotions.setPeriods(READ_ONLY, [spring, summer]);

    await assertRefused(at.admin.promotions.setPeriods(READ_ONLY, [spring]), 'invalid', 422, 1102);
  });

  it('is told of an unknown promotion', async () => {
    await assertRefused(at.admin.promotions.getPaymentSystems(1), 'not-found', 404);
  });

  it('says that a key of one project is not enough', async () => {
    const options = {projectId: PROJECT, merchantId: MERCHANT, apiKey: 'sandbox-project-api-key'};
    const admin = createAdmin({...options, ...basesOf(at.sandbox)});

    const error = await errorOf(admin.promotions.getPaymentSystems(PROMOTION));

    assert.deepEqual([error.code, error.status, error.vendorCode], ['auth-required', 401, 1020]);
    assert.match(error.message, /company-wide/);
  });

  it('says which option it needs when it has no company', async () => {
    const {promotions} = createAdmin({projectId: PROJECT, apiKey: 'key'} as {
      projectId: number;
      merchantId: 1;
      apiKey: 'key';
    });

    const {code, message} = await errorOf(promotions.getPaymentSystems(PROMOTION));

    assert.deepEqual([code, message], ['config', 'This call needs `merchantId`.']);
  });

  it('refuses what breaks a limit before it is sent', async () => {
    const {promotions} = at.admin;

    await assertRefusedHere(promotions.getPaymentSystems(0), 'promotionId');
    await assertRefusedHere(promotions.setPaymentSystems(1.5, []), 'promotionId');
    await assertRefusedHere(promotions.setPaymentSystems(PROMOTION, [payPal, {...cards, id: 0}]), 'systems[1].id');
    await assertRefusedHere(promotions.setPaymentSystems(PROMOTION, [{id: 24} as typeof payPal]), 'systems[0].name');
    await assertRefusedHere(
      promotions.setPeriods(PROMOTION, [{...spring, from: '2026-03-01T00:00:00'}]),
      'periods[0].from',
    );
    await assertRefusedHere(
      promotions.setPeriods(PROMOTION, [spring, {...summer, to: '2026-02-30T00:00:00Z'}]),
      'periods[1].to',
    );
    await assertRefusedHere(promotions.setPeriods(PROMOTION, [{from: spring.to, to: spring.from}]), 'periods[0].to');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
