import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {faultsIn, type Shape} from '../../../../demo/sandbox/admin/requests.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {clanChain, individualChain} from '../../admin/chains.js';
import {assertRefused, controlled, type ErrorBody} from '../support/visitor.js';

let sandbox: Sandbox;
before(async () => (sandbox = await startSandbox({port: 0})));
beforeEach(async () => void (await controlled(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

const KEY = 'sandbox-api-key';
const basic = (user: string | number, key = KEY): string => `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`;

type Options = {body?: unknown; authorization?: string | null};

/** Calls below `admin` of the project, with the project's key unless told otherwise. */
async function call(
  method: string,
  path: string,
  {body, authorization = basic(44056)}: Options = {},
): Promise<Response> {
  const [, version = 'v2', rest = path] = /^\/(v3)(\/.*)/.exec(path) ?? [];
  const base = `${sandbox.apiBase}/${version}/project/44056/admin`;
  const url = path.startsWith('/merchant') ? sandbox.url + path : base + rest;
  return await fetch(url, {
    method,
    headers: authorization === null ? {} : {authorization},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
}

async function answerOf(shape: Shape, path: string): Promise<unknown> {
  const answer = await call('GET', path, path.startsWith('/merchant') ? {authorization: basic(2340)} : {});
  assert.equal(answer.status, 200, path);
  const body: unknown = await answer.json();
  assert.deepEqual(faultsIn(shape, body), [], path);
  return body;
}

const bonus = {
  name: {'en-US': 'x'},
  condition: [{sku: 'x'}],
  bonus: [{sku: 'x', quantity: 1}],
  limits: {per_user: 1, recurrent_schedule: {per_user: {interval_type: 'daily', time: '02:00:00+03:00'}}},
};
const rule = {
  name: 'x',
  is_enabled: true,
  attribute_conditions: [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}],
  items: [{sku: 'com.xsolla.box_1'}, {item_id: 1}],
};
const {condition: _, bonus: __, ...limited} = bonus;
const discount = {...limited, items: [{sku: 'x'}], discount: {percent: '10.00'}};
const COMPANY = '/merchant/v2/merchants/2340';
const PAYMENT_SYSTEMS = `${COMPANY}/promotions/17840/payment_systems`;
const campaign = {campaign_code: 'x', project_id: 44056, campaign_names: {en: 'x'}};

test('every answer follows its schema', async () => {
  await call('POST', '/promotion/bonus', {body: bonus});
  await call('POST', '/unique_catalog_offer', {body: {external_id: 'x', name: {'en-US': 'x'}}});
  await call('PUT', '/unique_catalog_offer/x/code/generate', {body: {count: 60}});
  await call('POST', '/promotion/item', {body: discount});
  await call('POST', '/v3/coupon', {body: {external_id: 'x', name: {'en-US': 'x'}}});
  await call('POST', '/coupon/x/code', {body: {coupon_code: 'X'}});
  await call('POST', '/user/attribute/rule', {body: rule});
  await call('POST', '/reward_chain', {body: individualChain});
  const created = await call('POST', '/reward_chain', {body: clanChain});
  const {reward_chain_id} = (await created.json()) as {reward_chain_id: number};
  const items = [{sku: 'com.xsolla.box_1', amount: 5}];
  await call('PUT', '/items/com.xsolla.value_point_1/value_points/rewards', {body: items});

  const authorization = basic(2340);
  await call('POST', '/items/upsell', {body: {is_enabled: true, type: 'fixed_list', items: ['com.xsolla.box_1']}});
  await call('POST', `${COMPANY}/coupon_promotions`, {authorization, body: campaign});
  await call('POST', `${COMPANY}/coupon_promotions/9134/coupons`, {authorization, body: {coupon_code: 'X'}});

  for (const [shape, path] of [
    ['promotion/answeredSystems', PAYMENT_SYSTEMS],
    ['bonus/page-v2', '/promotion/bonus'],
    ['bonus/answer-v2', '/promotion/111425/bonus'],
    ['bonus/page-v3', '/v3/promotion/bonus'],
    ['bonus/answer-v3', '/v3/promotion/111425/bonus'],
    ['offer/page-v3', '/v3/unique_catalog_offer'],
    ['offer/answer-v3', '/v3/unique_catalog_offer/x'],
    ['discount/page-v2', '/promotion/item'],
    ['discount/answer-v2', '/promotion/111427/item'],
    ['discount/answer-v3', '/v3/promotion/111427/item'],
    ['coupon/page-v2', '/coupon'],
    ['coupon/page-v3', '/v3/coupon'],
    ['coupon/answer-v2', '/coupon/WELCOME'],
    ['coupon/answer-v3', '/v3/coupon/KEYS'],
    ['coupon/answer-v2', '/promotion/redeemable/code/X'],
    ['promo-code/page-v2', '/promocode'],
    ['promo-code/answer-v2', '/promocode/WINTER10'],
    ['promo-code/answer-v3', '/v3/promocode/GIFT'],
    ['campaign/codes', '/coupon/x/code'],
    ['campaign/codeLimits', '/code/limit/coupon/external_id/x'],
    ['campaign/codeLimits', '/code/limit/promocode/external_id/GIFT'],
    ['campaign/userLimit', '/user/limit/coupon/external_id/x?user_external_id=Rocket'],
    ['campaign/userLimit', '/user/limit/promocode/external_id/GIFT?user_external_id=Rocket'],
    ['campaign/userLimit', '/user/limit/promotion/id/111425?user_external_id=Rocket'],
    ['offer/page-v2', '/unique_catalog_offer'],
    ['offer/answer-v2', '/unique_catalog_offer/x'],
    ['campaign/codes', '/unique_catalog_offer/x/code'],
    ['promotion/list', `${COMPANY}/promotions`],
    ['promotion/answer', `${COMPANY}/promotions/17840`],
    ['promotion/review', `${COMPANY}/promotions/17840/review`],
    ['promotion/answeredSubject', `${COMPANY}/promotions/17841/subject`],
    ['promotion/answeredPeriods', `${COMPANY}/promotions/17841/periods`],
    ['promotion/answeredRewards', `${COMPANY}/promotions/17841/rewards`],
    ['coupon-campaign/list', `${COMPANY}/coupon_promotions`],
    ['coupon-campaign/coupon', '/merchant/v2/projects/44056/coupons/X/details'],
    ['coupon-campaign/coupon', '/merchant/v2/projects/44056/coupons/X'],
    ['rule/page', '/user/attribute/rule'],
    ['rule/all', '/user/attribute/rule/all'],
    ['rule/answer', '/user/attribute/rule/1'],
    ['value-point/page', '/items/value_points'],
    ['value-point/answer', '/items/value_points/sku/com.xsolla.clan_point_1'],
    ['value-point/answeredItems', '/items/com.xsolla.value_point_1/value_points/rewards'],
    ['upsell/answer', '/items/upsell'],
    ['managed-daily-chain/page', '/daily_chain'],
    ['managed-daily-chain/answer', '/daily_chain/id/201'],
    ['managed-daily-chain/answer', '/daily_chain/id/202'],
    ['managed-offer-chain/page', '/offer_chain'],
    ['managed-offer-chain/answer', '/offer_chain/id/301'],
    ['managed-offer-chain/answer', '/offer_chain/id/302'],
    ['reward-chain/page', '/reward_chain'],
    ['reward-chain/answer', `/reward_chain/id/${reward_chain_id}`],
    ['reward-chain/answer', '/reward_chain/id/101'],
    ['reward-chain/answer', '/reward_chain/id/10'],
  ] as const)
    await answerOf(shape, path);
});

test('a schedule says when it comes next', async () => {
  await call('POST', '/promotion/bonus', {body: bonus});
  const {limits} = (await answerOf('bonus/answer-v2', '/promotion/111425/bonus')) as {
    limits: {recurrent_schedule: {per_user: {reset_next_date: number; displayable_reset_next_date: string}}};
  };

  const {reset_next_date, displayable_reset_next_date} = limits.recurrent_schedule.per_user;
  assert.equal(Date.parse(displayable_reset_next_date), reset_next_date * 1000);
  assert.match(displayable_reset_next_date, /T02:00:00\+03:00$/);
  assert.ok(reset_next_date * 1000 > Date.now() && reset_next_date * 1000 <= Date.now() + 24 * 3_600_000);
});

test('the project’s key opens the store, by the id of the project or of the company', async () => {
  for (const [authorization, status] of [
    [basic(44056), 200],
    [basic(2340), 200],
    [basic(44056, 'sandbox-project-api-key'), 200],
    [basic(2340, 'sandbox-project-api-key'), 401],
    [basic(44057), 401],
    [basic(44056, 'other'), 401],
    ['Basic', 401],
    ['Basic !', 401],
    [`Bearer ${KEY}`, 401],
    [null, 401],
  ] as const) {
    const answer = await call('GET', '/promotion/bonus', {authorization});
    if (status === 200) assert.equal(answer.status, 200, String(authorization));
    else await assertRefused(answer, 401, 1020, /Error in Authentication method occurred/);
  }
});

test('subscriptions are opened by the company’s key alone', async () => {
  for (const [authorization, status] of [
    [basic(2340), 200],
    [basic(44056), 401],
    [basic(44056, 'sandbox-project-api-key'), 401],
    [basic(2340, 'sandbox-project-api-key'), 401],
    [null, 401],
  ] as const)
    assert.equal((await call('GET', PAYMENT_SYSTEMS, {authorization})).status, status, String(authorization));
  const elsewhere = PAYMENT_SYSTEMS.replace('2340', '2341');
  await assertRefused(await call('GET', elsewhere, {authorization: basic(2340)}), 404, 0);
});

test('rules have codes of their own for a header that is missing and a key that is wrong', async () => {
  const path = '/user/attribute/rule';

  await assertRefused(await call('GET', path, {authorization: null}), 403, 0);
  await assertRefused(await call('GET', `${path}/all`, {authorization: null}), 403, 0);
  await assertRefused(await call('GET', `${path}/1`, {authorization: null}), 401, 1501);
  await assertRefused(await call('POST', path, {authorization: null, body: rule}), 401, 1501);
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    await assertRefused(await call(method, `${path}/1`, {authorization: null}), 401, 1501);
  await assertRefused(await call('GET', path, {authorization: basic(44056, 'x')}), 401, 1013);
});

test('another project, and another method, are refused', async () => {
  const url = `${sandbox.apiBase}/v2/project/1/admin/promotion/bonus`;
  const elsewhere = await fetch(url, {headers: {authorization: basic(44056)}});
  await assertRefused(elsewhere, 404, 0, /Project not found/);

  const answer = await call('PATCH', '/promotion/111425/bonus');
  assert.equal(answer.headers.get('Allow'), 'GET, PUT, DELETE');
  await assertRefused(answer, 405, 0);
});

test('a body that is not valid is refused with the name of its property', async () => {
  const {bonus: _, ...withoutBonus} = bonus;
  for (const [body, text] of [
    [withoutBonus, 'The property `bonus` is required'],
    [{...bonus, bonus: [{}]}, 'The property `bonus[0].sku` is required'],
    [{...bonus, colour: 1}, 'The property `colour` is not known'],
    [{...bonus, date_start: 'now'}, 'The property `date_start` must match'],
    [[], 'The property `body` must be object'],
  ] as const) {
    const answer = await call('POST', '/promotion/bonus', {body});
    const {errorMessage} = (await answer.clone().json()) as ErrorBody;
    await assertRefused(answer, 422, 1102);
    assert.ok(errorMessage.includes(text), errorMessage);
  }
});

test('every call that takes a body reads it by a schema', async () => {
  await call('POST', '/promotion/bonus', {body: bonus});
  await call('POST', '/unique_catalog_offer', {body: {external_id: 'x', name: {'en-US': 'x'}}});
  await call('POST', '/user/attribute/rule', {body: rule});
  await call('POST', `${COMPANY}/coupon_promotions`, {authorization: basic(2340), body: campaign});
  const first = {authorization: basic(2340), body: {coupon_code: 'X'}};
  await call('POST', `${COMPANY}/coupon_promotions/9134/coupons`, first);
  const items = '/items/com.xsolla.value_point_1/value_points/rewards';
  const periods = PAYMENT_SYSTEMS.replace('payment_systems', 'periods');

  for (const [method, path, body] of [
    ['POST', '/promotion/bonus', {}],
    ['PUT', '/promotion/111425/bonus', {}],
    ['POST', '/v3/promotion/bonus', {...bonus, date_start: null}],
    ['POST', '/promotion/bonus', {...bonus, promotion_periods: []}],
    ['POST', '/promotion/item', {}],
    ['POST', '/coupon', {}],
    ['PUT', '/v3/coupon/WELCOME', {}],
    ['POST', '/coupon/WELCOME/code', {}],
    ['PUT', '/coupon/WELCOME/code/generate', {}],
    ['POST', '/v3/promocode', {}],
    ['PUT', '/promocode/GIFT', {}],
    ['POST', '/user/limit/coupon/external_id/WELCOME', {}],
    ['PUT', '/user/limit/promocode/external_id/GIFT', {user: {user_external_id: 'a b'}, available: 0}],
    ['DELETE', '/user/limit/promotion/id/111425', {}],
    ['DELETE', '/user/limit/promotion/id/111425/all', {}],
    ['DELETE', '/user/limit/promotion/all', {user: null}],
    ['POST', '/unique_catalog_offer', {}],
    ['PUT', '/unique_catalog_offer/x', {}],
    ['POST', '/unique_catalog_offer/x/code', {}],
    ['PUT', '/unique_catalog_offer/x/code/generate', {count: 100_001}],
    ['POST', '/user/attribute/rule', {}],
    ['PUT', '/user/attribute/rule/1', {}],
    ['PATCH', '/user/attribute/rule/1', {name: ''}],
    ['POST', '/items/value_points', {}],
    ['PUT', '/items/value_points/sku/com.xsolla.value_point_1', {}],
    ['PUT', items, [{}]],
    ['PATCH', items, []],
    ['POST', '/items/upsell', {}],
    ['PUT', '/items/upsell', {}],
    ['POST', `${COMPANY}/token`, {}],
    ['POST', '/daily_chain', {}],
    ['PUT', '/daily_chain/id/201', {}],
    ['POST', '/offer_chain', {}],
    ['PUT', '/offer_chain/id/301', {}],
    ['POST', '/reward_chain', {}],
    ['PUT', '/reward_chain/id/101', {}],
    ['POST', `${COMPANY}/promotions`, {}],
    ['PUT', `${COMPANY}/promotions/17840`, {}],
    ['PUT', `${COMPANY}/promotions/17840/subject`, {purchase: true, packages: [1]}],
    ['PUT', `${COMPANY}/promotions/17840/rewards`, {purchase: {}}],
    ['PUT', `${COMPANY}/promotions/17840/coupons`, {}],
    ['POST', `${COMPANY}/coupon_promotions`, {}],
    ['POST', `${COMPANY}/coupon_promotions/9134/coupons`, {}],
    ['POST', '/merchant/v2/projects/44056/coupons/X/redeem', {}],
    ['PUT', PAYMENT_SYSTEMS, {}],
    ['PUT', periods, {}],
  ] as const) {
    const authorization = path.startsWith('/merchant') ? basic(2340) : basic(44056);
    const answer = await call(method, path, {body, authorization});
    assert.equal(answer.status, 422, `${method} ${path}`);
    await assertRefused(answer, 422, 1102);
  }
});

test('the player of a limit is named in the query', async () => {
  for (const query of ['', '?user_external_id=', '?user_external_id=a%20b'])
    await assertRefused(await call('GET', `/user/limit/coupon/external_id/WELCOME${query}`), 422, 1102);
});

test('a code with other characters is no path', async () => {
  await assertRefused(await call('GET', '/promotion/redeemable/code/A-B'), 405, 0);
});

test('orders are searched and made in version 3', async () => {
  const path = `${sandbox.apiBase}/v3/project/44056/admin`;
  const post = async (place: string, body: object): Promise<Response> =>
    await fetch(path + place, {
      method: 'POST',
      headers: {authorization: basic(44056)},
      body: JSON.stringify(body),
    });
  const user = {id: {value: 'Rocket'}, country: {value: 'DE'}};
  const purchase = {items: [{sku: 'com.xsolla.box_1', quantity: 1}]};

  assert.equal((await post('/payment/token', {user, purchase})).status, 201);
  const found: unknown = await (await post('/order/search', {limit: 1})).json();

  assert.deepEqual(faultsIn('admin-order/page', found), []);
  await assertRefused(await post('/order/search', {limit: 11}), 422, 1102);
  await assertRefused(await post('/payment/token', {purchase}), 422, 1102);
  await assertRefused(await post('/payment/token', {user: {id: user.id}, purchase}), 422, 1102, /user\.country\.value/);
});

test('a page is refused when it is larger than the vendor’s', async () => {
  await assertRefused(await call('GET', '/promotion/bonus?limit=51'), 422, 1102, /`limit`/);
  await assertRefused(await call('GET', '/reward_chain?limit=11'), 422, 1102, /`limit`/);
  await assertRefused(await call('GET', '/reward_chain?enabled=2'), 422, 1102, /`enabled`/);
});

test('server-side calls are in the log, and can be made to fail', async () => {
  await controlled(sandbox, 'PUT', '/faults', [{path: '/merchant', fault: 'status', status: 503}]);

  await call('GET', PAYMENT_SYSTEMS, {authorization: basic(2340)});
  await call('GET', '/promotion/bonus');

  const log = await controlled<{path: string; user: null; status: number}[]>(sandbox, 'GET', '/log');
  assert.deepEqual(
    log.map(({path, user, status}) => [path, user, status]),
    [
      [PAYMENT_SYSTEMS, null, 503],
      ['/api/v2/project/44056/admin/promotion/bonus', null, 200],
    ],
  );
});

test('a chain that a control call has moved is moved for managers, too', async () => {
  await controlled(sandbox, 'PUT', '/chains/101', {date_end: null, enabled: false});

  const chain = (await answerOf('reward-chain/answer', '/reward_chain/id/101')) as Record<string, unknown>;
  assert.deepEqual([chain['date_end'], chain['is_enabled']], [null, false]);
});
