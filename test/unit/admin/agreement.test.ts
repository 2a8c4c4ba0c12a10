import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {faultsIn, type Shape} from '../../../demo/sandbox/admin/requests.js';
import {createAdmin, isLiveOpsError} from '../../../src/admin/index.js';
import {clanChain, individualChain} from './chains.js';

type Path = readonly (string | number)[];

const ANSWER = JSON.stringify({
  ...{id: 1, order_id: 1, token: 'x', promotion_id: 1, external_id: 'x'},
  ...{rule_id: 1, sku: 'x', item_id: 1, reward_chain_id: 1},
});
const client = createAdmin({projectId: 1, merchantId: 1, apiKey: 'key', fetch: async () => new Response(ANSWER)});

const schedule = {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+08:00'};
const bonus = {
  name: {'en-US': 'x', 'de-DE': 'y'},
  condition: null,
  bonus: [{sku: 'x', quantity: 2}],
  promotion_periods: [{date_from: '2020-01-01T00:00:00+01:00', date_until: '2030-01-01T00:00:00+01:00'}],
  attribute_conditions: [{attribute: 'born', type: 'date', operator: 'lt', value: '2000-01-01', can_be_missing: true}],
  limits: {per_user: 1, recurrent_schedule: {per_user: schedule}},
  excluded_promotions: [1],
};
const offer = {
  external_id: 'x.y-z_1',
  name: {'en-US': 'x'},
  promotion_periods: [
    {date_from: '2020-01-01T00:00:00Z', date_until: '2030-01-01T00:00:00Z'},
    {date_from: '2022-01-01T00:00:00Z', date_until: '2030-01-01T00:00:00Z'},
  ],
  items: ['x'],
  redeem_user_limit: 1,
  redeem_code_limit: null,
  redeem_total_limit: 5,
};
const dates = [{date_from: '2020-01-01T00:00:00Z', date_until: '2030-01-01T00:00:00Z'}];
const limits = {redeem_user_limit: 1, redeem_code_limit: null, redeem_total_limit: 5};
const coupon = {
  external_id: 'x',
  name: {'en-US': 'x'},
  promotion_periods: dates,
  bonus: [{sku: 'x', quantity: 2}],
  ...limits,
  attribute_conditions: bonus.attribute_conditions,
};
const price = [{operator: 'ge', value: '10.5'}];
const promoCode = {
  ...coupon,
  discount: {percent: '10.00'},
  discounted_items: [{sku: 'x', discount: {percent: '5'}}],
  price_conditions: price,
  item_price_conditions: price,
  excluded_promotions: [1],
};
const discount = {
  name: {'en-US': 'x'},
  discount: {percent: '10.00'},
  items: [{sku: 'x'}],
  promotion_periods: dates,
  attribute_conditions: [bonus.attribute_conditions, bonus.attribute_conditions],
  limits: bonus.limits,
  price_conditions: price,
  excluded_promotions: [1],
};
const withoutId = ({external_id: _, ...rest}: typeof promoCode): object => rest;
const rule = {
  name: 'x',
  is_enabled: true,
  attribute_conditions: [{attribute: 'race', type: 'string', operator: 'ne', value: 'orc'}],
  items: [{sku: 'x'}, {item_id: 1}],
  is_satisfied_for_unauth: false,
};
const point = {
  sku: 'x',
  name: {en: 'x', 'de-DE': 'y'},
  is_clan: true,
  is_enabled: false,
  description: {en: null, de: 'x'},
  long_description: null,
  image_url: 'https://a.example/x.png',
  media_list: [{type: 'video', url: 'https://a.example/x.mp4'}],
  order: 1,
};
const promotion = {technical_name: 'x', project_id: 1, label: {en: '5%'}, name: {en: 'x'}, description: null};
const rewards = {
  purchase: {discount_percent: 5},
  package: {bonus_percent: 1, bonus_amount: null},
  item: {discount: [{sku: 'x', discount_percent: 1, max_amount: 2}], bonus: [{sku: 'x', quantity: 1}]},
  subscription: {trial_days: 3},
};
const campaign = {
  campaign_code: 'x',
  project_id: 1,
  campaign_names: {en: 'x'},
  expiration_date: '2026-01-01T00:00:00Z',
  redeems_count: 1,
  redeems_count_for_user: null,
  campaign_redeems_count_for_user: 2,
  virtual_currency_amount: 200,
  virtual_items: [{sku: 'x', quantity: 1}],
  subscription_coupon: {plan_id: 1, product_id: 1, trial_period: 30},
};
const dated = {name: {en: 'x'}, description: null, is_enabled: true, date_start: '2026-01-01T00:00:00Z', order: 1};
const day = {step_number: 3, items: [{sku: 'x', quantity: 2}]};
const dailyChain = {...dated, type: 'rolling', is_recurrent: true, steps: [day]};
const offerStep = {step_number: 3, is_free: true, items: [{sku: 'x', quantity: 2}]};
const offerChain = {
  ...{...dated, date_end: null, recurrent_schedule: schedule, is_always_visible: true, steps: [offerStep]},
  attribute_conditions: [{attribute: 'race', type: 'string', operator: 'ne', value: 'orc'}],
};
const user = {
  id: {value: 'x'},
  name: {value: 'x'},
  email: {value: 'a@b'},
  country: {value: 'DE', allow_modify: true},
  age: 18,
  steam_id: {value: '12345678901234567'},
  tracking_id: {value: 'x'.repeat(32)},
};
const settings = {currency: 'EUR', language: 'de', external_id: 'x', payment_method: 1, ui: {}, redirect_policy: {}};
const payment = {
  user: {...user, phone: {value: '1', hidden: true}, is_legal: false, legal: {name: 'x'}},
  purchase: {items: [{sku: 'x', quantity: 1}]},
  sandbox: true,
  settings,
  custom_parameters: {level: 1},
};
const token = {user: {...user, attributes: {race: 'orc'}}, settings: {...settings, project_id: 1, mode: 'sandbox'}};
const {value_point: _, ...update} = clanChain;
const steps = update.steps.map((step, index) => ({...step, step_id: index === 0 ? 1 : null}));

/** The two descriptions of what may be sent: the client's checks, and the schemas the sandbox reads by. */
const PAIRS: readonly [Shape, object, (input: never) => Promise<unknown>][] = [
  ['promotion/input', promotion, input => client.promotions.create(input)],
  ['promotion/subject', {purchase: false, items: [{sku: 'x'}]}, input => client.promotions.setSubject(1, input)],
  ['promotion/subject', {packages: [1]}, input => client.promotions.setSubject(1, input)],
  ['promotion/rewards', rewards, input => client.promotions.setRewards(1, input)],
  ['coupon-campaign/input', campaign, input => client.couponCampaigns.create(input)],
  ['bonus/input-v3', bonus, input => client.bonuses.create(input)],
  ['offer/input-v3', offer, input => client.uniqueOffers.create(input)],
  ['offer/replacement-v3', withoutId(offer as never), input => client.uniqueOffers.update('x', input)],
  ['coupon/input-v3', coupon, input => client.coupons.create(input)],
  ['coupon/replacement-v3', withoutId(coupon as never), input => client.coupons.update('x', input)],
  ['promo-code/input-v3', promoCode, input => client.promoCodes.create(input)],
  ['promo-code/replacement-v3', withoutId(promoCode), input => client.promoCodes.update('x', input)],
  ['discount/input-v3', discount, input => client.discounts.create(input)],
  ['discount/input-v3', {...discount, items: null}, input => client.discounts.update(1, input)],
  ['rule/input', rule, input => client.personalization.create(input)],
  ['value-point/input', point, input => client.valuePoints.create(input)],
  ['reward-chain/input', individualChain, input => client.rewardChains.create(input)],
  ['reward-chain/input', clanChain, input => client.rewardChains.create(input)],
  ['reward-chain/update', {...update, steps}, input => client.rewardChains.update(1, input)],
  ['admin-order/payment', payment, input => client.orders.createToken(input, '203.0.113.7')],
  ['token/input', token, input => client.tokens.create(input)],
  ['upsell/input', {is_enabled: true, type: 'fixed_list', items: ['x']}, input => client.upsell.create(input)],
  ['upsell/input', {is_enabled: true, type: 'most_sellable'}, input => client.upsell.update(input)],
  ['managed-daily-chain/input', dailyChain, input => client.dailyChains.create(input)],
  [
    'managed-daily-chain/update',
    {...dailyChain, steps: [{...day, step_id: 1}]},
    input => client.dailyChains.update(1, input),
  ],
  ['managed-offer-chain/input', offerChain, input => client.offerChains.create(input)],
  [
    'managed-offer-chain/update',
    {...offerChain, recurrent_schedule: {interval_type: 'hourly'}, steps: [{...offerStep, step_id: 1}]},
    input => client.offerChains.update(1, input),
  ],
  ['value-point/someItems', [{sku: 'x', amount: 0}], input => client.valuePoints.items.patch('x', input)],
  ['value-point/items', [{sku: 'x', amount: 1}], input => client.valuePoints.items.replace('x', input)],
];

const VALUES: readonly unknown[] = [
  ...[undefined, null, true, false, 0, 1, 7, 31, 32, -1, 1.5, '', 'x', ' x', 'a b', '1', '5.5', 'weekly', 'monthly'],
  ...[
    '100.0',
    '101',
    'eq',
    'le',
    'gt',
    'string',
    'number',
    'x'.repeat(255),
    'x'.repeat(256),
    '2026-01-01T00:00:00',
    '2026-01-01T10:00:00+14:00',
    '2026-01-01T10:00:00+24:00',
  ],
  ...['2026-02-30T00:00:00Z', '23:00:00-11:30', '23:30:00+00:00', 'https://a.example/b.png', 'guild', 'gang', 'image'],
  ...[
    [],
    {},
    ['x'],
    [1],
    {en: 'x'},
    {'en-US': 'x'},
    {en: null},
    {english: 'x'},
    {en: 1},
    [{}],
    [{sku: 'x'}],
    {sku: 'x'},
  ],
];

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

/** The input with another value at one place; `undefined` removes it. The rest is shared: twenty thousand copies cost. */
function withValue<Input>(input: Input, [key, ...rest]: Path, value: unknown): Input {
  if (key === undefined) return value as Input;
  const copy = (Array.isArray(input) ? [...(input as unknown[])] : {...input}) as Record<string | number, unknown>;
  if (rest.length === 0 && value === undefined) delete copy[key];
  else copy[key] = withValue(copy[key], rest, value);
  return copy as Input;
}

async function isSent(call: Promise<unknown>): Promise<boolean> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return true;
  assert.ok(isLiveOpsError(error) && error.code === 'config', String(error));
  return false;
}

/** What the schemas do not say: that the value of a condition is a date or a number where its type says so. */
function isBeyondSchemas(path: Path): boolean {
  return /attribute_conditions(?:\.\d+)+\.(?:value|type)$/.test(path.join('.'));
}

describe('The client’s checks and the sandbox’s schemas', () => {
  const {stackTraceLimit} = Error;
  // Fifteen thousand errors are made here, and nobody reads where.
  before(() => void (Error.stackTraceLimit = 0));
  after(() => void (Error.stackTraceLimit = stackTraceLimit));

  for (const [shape, input, send] of PAIRS)
    it(`agree on every wrong value in every place: ${shape} (${Object.keys(input).length} fields)`, async () => {
      assert.deepEqual([await isSent(send(input as never)), faultsIn(shape, input)], [true, []]);
      let refused = 0;

      for (const path of placesOf(input).filter(each => each.length > 0 && !isBeyondSchemas(each))) {
        for (const value of VALUES) {
          const other = withValue(input, path, value);
          // What is removed from a list leaves a hole, which is sent as null.
          const sent: unknown = value === undefined ? JSON.parse(JSON.stringify(other)) : other;
          const isFit = faultsIn(shape, sent).length === 0;
          assert.equal(await isSent(send(other as never)), isFit, `${path.join('.')} = ${JSON.stringify(value)}`);
          refused += Number(!isFit);
        }
      }
      assert.ok(refused > 20);
    });
});
