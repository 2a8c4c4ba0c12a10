import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AttributeConditions, CouponInput, PromoCodeInput} from '../../../src/admin/index.js';
import {controlled, Visitor} from '../sandbox/support/visitor.js';
import {assertSchema} from '../sandbox/support/schemas.js';
import {backEnd} from './back-end.js';

const POTION = 'com.xsolla.potion_2';
const name = {'en-US': 'Winter'};
const orcs: AttributeConditions = [{attribute: 'race', type: 'string', operator: 'eq', value: 'orc'}];
const past = {date_from: '2020-01-01T00:00:00Z', date_until: '2020-02-01T00:00:00Z'};
const future = {date_from: '2090-01-01T00:00:00Z', date_until: '2090-02-01T00:00:00Z'};
const around = {date_from: '2020-01-01T00:00:00Z', date_until: '2090-01-01T00:00:00Z'};

type Cart = {
  price: {amount: string; amount_without_discount: string};
  items: {sku: string; is_bonus: boolean; quantity: number; promotions: {name: string; limits: unknown}[]}[];
};

describe('Coupons of managers, as players redeem them', () => {
  const at = backEnd();
  const rocket = async (): Promise<Visitor> => await Visitor.signIn(at.sandbox, 'Rocket');

  /** Creates and activates a coupon with one code, WINTER. */
  const coupon = async (fields: Partial<CouponInput> = {}): Promise<void> => {
    const {coupons} = at.admin;
    await coupons.create({external_id: 'winter', name, bonus: [{sku: POTION, quantity: 3}], ...fields});
    await coupons.codes.add('winter', 'WINTER');
    await coupons.activate('winter');
  };

  /** Status and error code, or what was given. */
  const redeem = async (code = 'WINTER', player?: Visitor): Promise<unknown> => {
    const visitor = player ?? (await rocket());
    const body = JSON.stringify({coupon_code: code});
    const answer = await visitor.callProject('POST', '/coupon/redeem', {body});
    const {items, errorCode} = (await answer.json()) as {items?: {sku: string; quantity: number}[]; errorCode?: number};
    return items?.map(({sku, quantity}) => [sku, quantity]) ?? [answer.status, errorCode];
  };

  it('give what they say, as often as their limits allow', async () => {
    await coupon({redeem_user_limit: 1});

    assert.deepEqual(await redeem(), [[POTION, 3]]);
    assert.deepEqual(await redeem(), [422, 9804]);
    assert.deepEqual(await redeem('WINTER', await Visitor.signIn(at.sandbox, 'MrJoe')), [[POTION, 3]]);
  });

  it('count all their codes for the limit of a player, and in all', async () => {
    await coupon({redeem_user_limit: 2, redeem_total_limit: 3});
    await at.admin.coupons.codes.add('winter', 'ICE');
    const joe = await Visitor.signIn(at.sandbox, 'MrJoe');

    await redeem('WINTER');
    await redeem('ICE');
    assert.deepEqual(await redeem('ICE'), [422, 9804]);
    assert.deepEqual(await redeem('ICE', joe), [[POTION, 3]]);
    assert.deepEqual(await redeem('WINTER', joe), [422, 9804]);
    const state = {available: 0, reserved: 0, used: 3};
    assert.deepEqual((await at.admin.coupons.get('winter')).total_limit_state, state);
  });

  it('count each code for its own limit', async () => {
    await coupon({redeem_code_limit: 1});
    await at.admin.coupons.codes.add('winter', 'ICE');

    await redeem('WINTER');
    assert.deepEqual(await redeem('WINTER'), [422, 9804]);
    assert.deepEqual(await redeem('ICE'), [[POTION, 3]]);
    const limits = [];
    for await (const {code, per_code} of at.admin.coupons.codes.limits('winter')) limits.push([code, per_code.used]);
    assert.deepEqual(limits, [
      ['WINTER', 1],
      ['ICE', 1],
    ]);
  });

  it('let a player use them again whom a manager gives uses back', async () => {
    await coupon({redeem_user_limit: 1});
    await redeem();
    const {userLimits} = at.admin.coupons;
    assert.deepEqual(await userLimits.get('winter', 'Rocket'), {total: 1, available: 0});

    await userLimits.add('winter', 'Rocket', 1);
    assert.deepEqual(await redeem(), [[POTION, 3]]);
    await userLimits.set('winter', 'Rocket', 1);
    await userLimits.remove('winter', 'Rocket', 1);
    assert.deepEqual(await redeem(), [422, 9804]);
  });

  it('are unknown until they are activated, after they are deactivated, and once they are deleted', async () => {
    await coupon();
    const {coupons} = at.admin;

    await coupons.deactivate('winter');
    assert.deepEqual(await redeem(), [404, 4001]);
    await coupons.activate('winter');
    assert.deepEqual(await redeem(), [[POTION, 3]]);
    await coupons.delete('winter');
    assert.deepEqual(await redeem(), [404, 4001]);
  });

  it('start and end with their periods', async () => {
    await coupon({promotion_periods: [past]});
    const at1 = async (...promotion_periods: (typeof past)[]): Promise<unknown> => {
      await at.admin.coupons.change('winter', current => ({...current, promotion_periods}));
      return await redeem();
    };

    assert.deepEqual(await redeem(), [422, 9810]);
    assert.deepEqual(await at1(past, future), [404, 4001]);
    assert.deepEqual(await at1(future), [404, 4001]);
    assert.deepEqual(await at1(past, around), [[POTION, 3]]);
  });

  it('are for players who meet their conditions', async () => {
    await coupon({attribute_conditions: orcs});

    assert.deepEqual(await redeem(), [404, 4001]);
    await at.sandbox.setAttributes('Rocket', {race: 'orc'});
    assert.deepEqual(await redeem(), [[POTION, 3]]);
  });

  it('can be changed where they come from the seed', async () => {
    await at.admin.coupons.change('WELCOME', current => ({
      ...current,
      bonus: [{sku: 'com.xsolla.gem_1', quantity: 7}],
    }));
    assert.deepEqual(await redeem('WELCOME'), [['com.xsolla.gem_1', 7]]);

    await at.admin.coupons.change('KEYS', current => ({...current, name: {'en-US': 'Keys'}}));
    const answer = await (await rocket()).callProject('GET', '/coupon/code/KEYS/rewards');
    assert.equal(((await answer.json()) as {is_selectable: boolean}).is_selectable, true);

    await at.admin.coupons.change('ELSEWHERE', current => ({...current, name: {'en-US': 'Far'}}));
    assert.deepEqual(await redeem('ELSEWHERE'), [422, 9808]);
  });

  it('have codes that are generated', async () => {
    await coupon();
    await at.admin.coupons.codes.generate('winter', 3);

    for await (const code of at.admin.coupons.codes.list('winter')) assert.deepEqual(await redeem(code), [[POTION, 3]]);
  });

  it('are as out of the box after a reset of the sandbox', async () => {
    await coupon();
    await at.admin.coupons.delete('WELCOME');

    await at.sandbox.reset();

    assert.deepEqual(await redeem(), [404, 4001]);
    assert.deepEqual(await redeem('WELCOME'), [[POTION, 3]]);
  });

  it('are verified with the kind of their group', async () => {
    await coupon();
    await at.admin.uniqueOffers.create({external_id: 'hidden', name});
    await at.admin.uniqueOffers.codes.add('hidden', 'OPEN');
    await at.admin.uniqueOffers.activate('hidden');
    const verify = async (code: string): Promise<unknown> => {
      const answer = await (await rocket()).callProject('GET', `/promotion/code/${code}/verify`);
      const body = (await answer.json()) as {type?: string};
      assertSchema('verified-code', body);
      return body.type;
    };

    assert.equal(await verify('WINTER'), 'coupon');
    assert.equal(await verify('OPEN'), 'unique_catalog_offer');
  });
});

describe('Promo codes, discounts and bonuses of managers, as carts and orders show them', () => {
  const at = backEnd();
  const send = async (method: string, path: string, body?: object): Promise<Response> =>
    await (await Visitor.signIn(at.sandbox, 'Rocket')).callProject(method, path, body && {body: JSON.stringify(body)});
  const cartWith = async (quantity: number): Promise<Cart> => {
    const answer = await send('PUT', '/cart/fill', {items: [{sku: POTION, quantity}]});
    const cart: unknown = await answer.json();
    assertSchema('cart', cart);
    return cart as Cart;
  };
  const prices = ({price}: Cart): string[] => [price.amount, price.amount_without_discount];
  const promoCode = async (fields: Partial<PromoCodeInput>): Promise<Cart> => {
    await at.admin.promoCodes.create({external_id: 'winter', name, ...fields});
    await at.admin.promoCodes.codes.add('winter', 'WINTER');
    await at.admin.promoCodes.activate('winter');
    const answer = await send('POST', '/promocode/redeem', {coupon_code: 'WINTER', cart: {id: 'current'}});
    assert.equal(answer.status, 200);
    const cart: unknown = await answer.json();
    assertSchema('applied-promo-code', cart);
    return cart as Cart;
  };
  /** An order of potions: its id, and its price. */
  const order = async (quantity = 1): Promise<{id: number; amounts: string[]}> => {
    const placed = await send('POST', `/payment/item/${POTION}`, {quantity});
    const {order_id: id} = (await placed.json()) as {order_id: number};
    const answer: unknown = await (await send('GET', `/order/${id}`)).json();
    assertSchema('order', answer);
    const {price} = (answer as {content: {price: Cart['price']}}).content;
    return {id, amounts: [price.amount, price.amount_without_discount]};
  };
  const pay = async (id: number): Promise<void> => {
    await controlled(at.sandbox, 'POST', `/orders/${id}/pay`);
  };
  const percentOff = async (percent: `${number}`, fields: object = {}): Promise<number> => {
    const {promotion_id} = await at.admin.discounts.create({
      name,
      discount: {percent},
      items: [{sku: POTION}],
      ...fields,
    });
    await at.admin.discounts.activate(promotion_id);
    return promotion_id;
  };

  it('a promo code takes its percent off, and adds its gifts', async () => {
    await cartWith(2);

    const cart = await promoCode({discount: {percent: '10.00'}, bonus: [{sku: 'com.xsolla.gem_1', quantity: 5}]});

    assert.deepEqual(prices(cart), ['1.78', '1.98']);
    assert.deepEqual(
      cart.items.map(({sku, is_bonus, quantity}) => [sku, is_bonus, quantity]),
      [
        [POTION, false, 2],
        ['com.xsolla.gem_1', true, 5],
      ],
    );
  });

  it('a promo code takes its percent off single items', async () => {
    await cartWith(2);

    const cart = await promoCode({discounted_items: [{sku: POTION, discount: {percent: '50'}}]});

    assert.deepEqual(prices(cart), ['0.99', '1.98']);
  });

  it('discounts multiply, with that of a promo code as well, and are rounded once', async () => {
    // 9.90 with 10 %, 20 % and 5 %: 9.90 × 0.9 × 0.8 × 0.95 = 6.7716
    await percentOff('10');
    await percentOff('20');
    assert.deepEqual(prices(await cartWith(10)), ['7.13', '9.90']);

    assert.deepEqual(prices(await promoCode({discount: {percent: '5'}})), ['6.77', '9.90']);
  });

  it('a discount is in the price of an order, until its uses are up', async () => {
    const id = await percentOff('50', {limits: {per_user: 1}});
    assert.deepEqual(
      (await cartWith(2)).items[0]?.promotions.map(({limits}) => limits),
      [{per_user: {available: 1, total: 1}}],
    );

    const first = await order(2);
    assert.deepEqual(first.amounts, ['0.99', '1.98']);
    assert.deepEqual(await at.admin.discounts.userLimits.get(id, 'Rocket'), {total: 1, available: 1});
    await pay(first.id);
    assert.deepEqual(await at.admin.discounts.userLimits.get(id, 'Rocket'), {total: 1, available: 0});
    assert.deepEqual((await order(2)).amounts, ['1.98', '1.98']);

    await at.admin.discounts.userLimits.reset(id, 'Rocket');
    assert.deepEqual((await order(2)).amounts, ['0.99', '1.98']);
  });

  it('uses come back with the schedule of the limit', async () => {
    const schedule = {interval_type: 'daily', time: '02:00:00+00:00'} as const;
    const id = await percentOff('50', {limits: {per_user: 1, recurrent_schedule: {per_user: schedule}}});
    await pay((await order()).id);
    assert.equal((await at.admin.discounts.userLimits.get(id, 'Rocket')).available, 0);

    await controlled(at.sandbox, 'POST', '/clock', {seconds: 24 * 3600});

    assert.equal((await at.admin.discounts.userLimits.get(id, 'Rocket')).available, 1);
  });

  it('a discount is there only where, when and for whom it should be', async () => {
    const shown = async (fields: object): Promise<boolean> => {
      const id = await percentOff('50', fields);
      const [full] = [prices(await cartWith(2))];
      await at.admin.discounts.delete(id);
      return full[0] !== full[1];
    };

    assert.equal(await shown({}), true);
    assert.equal(await shown({items: [{sku: 'com.xsolla.other'}]}), false);
    assert.equal(await shown({promotion_periods: [past, around]}), true);
    assert.equal(await shown({promotion_periods: [past, future]}), false);
    assert.equal(await shown({attribute_conditions: [orcs]}), false);
    const bound = (operator: string, value: string): object => ({items: null, price_conditions: [{operator, value}]});
    assert.equal(await shown(bound('ge', '1.98')), true);
    assert.equal(await shown(bound('gt', '1.98')), false);
    await at.sandbox.setAttributes('Rocket', {race: 'orc'});
    assert.equal(await shown({attribute_conditions: [orcs]}), true);
  });

  it('of two discounts that exclude each other, the older one counts', async () => {
    const older = await percentOff('10');
    await percentOff('50', {excluded_promotions: [older]});
    assert.deepEqual(prices(await cartWith(10)), ['8.91', '9.90']);

    await at.admin.discounts.deactivate(older);
    assert.deepEqual(prices(await cartWith(10)), ['4.95', '9.90']);
  });

  it('a bonus promotion adds its gifts once', async () => {
    const {promotion_id} = await at.admin.bonuses.create({
      name,
      condition: [{sku: POTION}],
      bonus: [{sku: 'com.xsolla.gem_1', quantity: 5}],
    });
    assert.equal((await cartWith(2)).items.length, 1);

    await at.admin.bonuses.activate(promotion_id);

    assert.deepEqual(
      (await cartWith(3)).items.map(({sku, is_bonus, quantity}) => [sku, is_bonus, quantity]),
      [
        [POTION, false, 3],
        ['com.xsolla.gem_1', true, 5],
      ],
    );
  });

  it('the catalog, the cart and an order have the same price, of discounts of the seed, of managers and of a code', async () => {
    const sku = 'com.xsolla.wolf_shield';
    await percentOff('50', {items: [{sku}]});
    await send('PUT', '/cart/fill', {items: [{sku, quantity: 1}]});
    const inCart = prices(await promoCode({discount: {percent: '10.00'}}));

    const listed = (await (await send('GET', `/items/sku/${sku}?promo_code=WINTER`)).json()) as Cart;
    const placed = await send('POST', `/payment/item/${sku}`, {promo_code: 'WINTER'});
    const {order_id} = (await placed.json()) as {order_id: number};
    const {content} = (await (await send('GET', `/order/${order_id}`)).json()) as {content: Cart};

    assert.deepEqual(inCart, ['0.72', '1.99']);
    assert.deepEqual([prices(listed), prices(content)], [inCart, inCart]);
  });
});
