import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from '../support/schemas.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

type Rewards = {
  bonus: {item: {sku: string; unit_items?: {sku: string}[]}; quantity: number}[];
  is_selectable: boolean;
  discount: {percent: string} | null;
};
type Verified = {type: string; code: string; rewards: Rewards};
type Cart = {
  price: {amount: string; amount_without_discount: string} | null;
  items: {sku: string; is_bonus: boolean}[];
};

const POTION = 'com.xsolla.potion_2';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

const send = async (method: string, path: string, body: object, visitor = rocket): Promise<Response> =>
  await visitor.callProject(method, path, {body: JSON.stringify(body)});

const redeem = async (coupon_code: string, more: object = {}, visitor = rocket): Promise<Response> =>
  await send('POST', '/coupon/redeem', {coupon_code, ...more}, visitor);

const apply = async (coupon_code: string, more: object = {}): Promise<Response> =>
  await send('POST', '/promocode/redeem', {coupon_code, cart: {id: 'current'}, ...more});

const fill = async (quantity = 2): Promise<Response> =>
  await send('PUT', '/cart/fill', {items: [{sku: POTION, quantity}]});

async function bodyOf<T>(answer: Response, schema: string): Promise<T> {
  assert.equal(answer.status, 200);
  const body: unknown = await answer.json();
  assertSchema(schema, body);
  return body as T;
}

const verify = async (code: string, visitor = rocket): Promise<Response> =>
  await visitor.callProject('GET', `/promotion/code/${code}/verify`);

const cart = async (): Promise<Cart> => await bodyOf(await rocket.callProject('GET', '/cart'), 'cart');

test('each code out of the box is verified with its kind and what it gives, or refused with its reason', async () => {
  const usable = {
    WELCOME: 'coupon',
    KEYS: 'coupon',
    WINTER10: 'promocode',
    GIFT: 'promocode',
    SECRET: 'unique_catalog_offer',
  };
  for (const [code, type] of Object.entries(usable)) {
    const verified = await bodyOf<Verified>(await verify(code), 'verified-code');
    assert.deepEqual([verified.type, verified.code], [type, code]);
  }
  const {rewards} = await bodyOf<Verified>(await verify('WELCOME'), 'verified-code');
  assert.deepEqual(
    rewards.bonus.map(({item, quantity}) => [item.sku, quantity]),
    [[POTION, 3]],
  );
  await assertRefused(await verify('ONCE'), 422, 9804);
  await assertRefused(await verify('OLD'), 422, 9810);
  await assertRefused(await verify('ELSEWHERE'), 422, 9808);
  await assertRefused(await verify('welcome'), 404, 9811);
  await assertRefused(await verify('WEL-COME'), 405, 0);
});

test('the rewards of a coupon and of a promo code have calls of their own, with another code for an unknown one', async () => {
  const coupon = await rocket.callProject('GET', '/coupon/code/KEYS/rewards');
  const promo = await rocket.callProject('GET', '/promocode/code/WINTER10/rewards');

  assert.equal((await bodyOf<Rewards>(coupon, 'code-rewards')).is_selectable, true);
  assert.equal((await bodyOf<Rewards>(promo, 'code-rewards')).discount?.percent, '10.00');
  await assertRefused(await rocket.callProject('GET', '/coupon/code/WINTER10/rewards'), 404, 4001, /^\[0401-9807\]/);
  await assertRefused(await rocket.callProject('GET', '/promocode/code/KEYS/rewards'), 404, 4001, /^\[0401-9807\]/);
});

test('a coupon is redeemed as often as its limits allow, by each player', async () => {
  const joe = await Visitor.signIn(sandbox, 'MrJoe');
  const {items} = await bodyOf<{items: {sku: string; quantity: number}[]}>(await redeem('WELCOME'), 'redeemed-coupon');

  assert.deepEqual([items[0]?.sku, items[0]?.quantity], [POTION, 3]);
  await assertRefused(await redeem('WELCOME'), 422, 9804);
  assert.equal((await redeem('WELCOME', {}, joe)).status, 200);
  assert.equal((await redeem('ONCE', {}, joe)).status, 200);
  await assertRefused(await redeem('WINTER10'), 404, 4001);
  await assertRefused(await redeem('OLD'), 422, 9810);
  await assertRefused(await send('POST', '/coupon/redeem', {}), 422, 1102, /`coupon_code` is required/);
  const list = await controlled<{code: string; uses: object}[]>(sandbox, 'GET', '/codes');
  assert.deepEqual(list.find(({code}) => code === 'WELCOME')?.uses, {Rocket: 1, MrJoe: 1});
});

test('a choice of platforms has to be made, with a key that there is', async () => {
  await assertRefused(await redeem('KEYS'), 422, 1102, /selected_unit_items/);
  const choose = async (sku: string): Promise<Response> =>
    await redeem('KEYS', {selected_unit_items: {'com.xsolla.game_1': sku}});

  await assertRefused(await choose('com.xsolla.nothing'), 422, 1102);
  const {items} = await bodyOf<{items: {sku: string}[]}>(await choose('com.xsolla.game_key_2'), 'redeemed-coupon');
  assert.deepEqual(
    items.map(({sku}) => sku),
    ['com.xsolla.game_key_2'],
  );
});

test('a code of another country is for players there', async () => {
  await controlled(sandbox, 'PUT', '/users/Rocket/attributes', {country: 'JP'});

  assert.equal((await redeem('ELSEWHERE')).status, 200);
});

test('a code ends when its time is over', async () => {
  await controlled(sandbox, 'POST', '/clock', {seconds: 31 * 24 * 3600});

  await assertRefused(await redeem('WELCOME'), 422, 9810);
});

test('a promo code changes the prices of a cart, or adds a gift, until it is removed', async () => {
  await assertRefused(await apply('WINTER10'), 422, 1401);
  await bodyOf(await fill(), 'cart');
  const applied = await bodyOf<Cart>(await apply('WINTER10'), 'applied-promo-code');

  assert.deepEqual([applied.price?.amount, applied.price?.amount_without_discount], ['1.78', '1.98']);
  assert.deepEqual((await cart()).price, applied.price);
  const gift = await bodyOf<Cart>(await apply('GIFT', {cart: null}), 'applied-promo-code');
  assert.deepEqual(
    gift.items.map(({is_bonus}) => is_bonus),
    [false, true],
  );
  assert.equal(gift.price?.amount, '1.98');
  await bodyOf(await send('PUT', '/promocode/remove', {cart: {id: 'current'}}), 'cart');
  assert.equal((await cart()).items.length, 1);
  await assertRefused(await send('PUT', '/promocode/remove', {cart: {}}), 422, 1102, /`id` is required/);
  await assertRefused(await apply('WELCOME'), 404, 4001, /^\[0401-9807\]/);
});

test('a cart is found by its id, takes items that have a price, and is cleared', async () => {
  const {cart_id} = await bodyOf<{cart_id: string}>(await fill(), 'cart');
  assert.equal((await rocket.callProject('GET', `/cart/${cart_id}`)).status, 200);
  await assertRefused(await rocket.callProject('GET', '/cart/other'), 422, 1401);
  await assertRefused(await send('PUT', '/cart/fill', {items: [{sku: 'com.xsolla.nothing', quantity: 1}]}), 404, 4001);
  await assertRefused(await send('PUT', '/cart/fill', {}), 422, 1102);

  assert.equal((await rocket.callProject('PUT', '/cart/clear')).status, 204);
  assert.deepEqual(await cart(), {cart_id, price: null, is_free: false, items: []});
});
