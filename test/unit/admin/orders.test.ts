import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createAdmin, type PaymentTokenInput} from '../../../src/admin/index.js';
import {controlled, Visitor} from '../sandbox/support/visitor.js';
import {assertRefused, assertRefusedHere, backEnd, collect, errorOf} from './back-end.js';

const BOX = 'com.xsolla.box_1';
const POTION = 'com.xsolla.potion_2';

const payment: PaymentTokenInput = {
  user: {id: {value: 'Rocket'}, email: {value: 'rocket@example.com'}, country: {value: 'DE', allow_modify: false}},
  purchase: {
    items: [
      {sku: POTION, quantity: 2},
      {sku: BOX, quantity: 1},
    ],
  },
  settings: {currency: 'EUR', language: 'de', return_url: 'https://shop.example/done', ui: {theme: 'dark'}},
  custom_parameters: {level: 7},
};

describe('Orders', () => {
  const at = backEnd();
  const pay = async (id: number): Promise<unknown> => await controlled(at.sandbox, 'POST', `/orders/${id}/pay`, {});
  const order = async (sku = POTION): Promise<number> => {
    const items = [{sku, quantity: 1}];
    return (await at.admin.orders.createToken({...payment, purchase: {items}})).order_id;
  };

  it('are created with a token that Pay Station takes', async () => {
    const {token, order_id} = await at.admin.orders.createToken(payment);

    const page = await (await fetch(`${at.sandbox.url}/paystation4/?token=${token}`)).text();

    assert.match(page, new RegExp(`Order ${order_id}\\.`));
    assert.match(page, /€6\.97/);
    assert.match(page, /https:\/\/shop\.example\/done/);
  });

  it('are the player’s, item by item', async () => {
    const {order_id} = await at.admin.orders.createToken(payment);
    await pay(order_id);

    const player = await Visitor.signIn(at.sandbox, 'Rocket');
    const answer = (await (await player.callProject('GET', `/order/${order_id}`)).json()) as {
      status: string;
      content: {price: {amount: string}; items: {sku: string; quantity: number; price: {amount: string}}[]};
    };

    assert.deepEqual([answer.status, answer.content.price.amount], ['done', '6.97']);
    assert.deepEqual(
      answer.content.items.map(({sku, quantity, price}) => [sku, quantity, price.amount]),
      [
        [POTION, 2, '1.98'],
        [BOX, 1, '4.99'],
      ],
    );
  });

  it('give the points of each piece once they are paid', async () => {
    await at.admin.valuePoints.items.replace('com.xsolla.clan_point_1', [{sku: POTION, amount: 10}]);
    const points = async () => (await (await Visitor.signIn(at.sandbox, 'Rocket')).balance(101)).amount;
    const before = await points();

    const {order_id} = await at.admin.orders.createToken(payment);
    assert.equal(await points(), before);
    await pay(order_id);

    assert.equal(await points(), before + 20);
  });

  it('count for the limits of their items, as orders of players do', async () => {
    const pouches = (quantity: number) => ({
      ...payment,
      purchase: {items: [{sku: 'com.xsolla.ember_pouch', quantity}]},
    });
    await pay((await at.admin.orders.createToken(pouches(2))).order_id);

    const player = await Visitor.signIn(at.sandbox, 'Rocket');
    const answer = await player.callProject('GET', '/items/sku/com.xsolla.ember_pouch');

    assert.equal(((await answer.json()) as {can_be_bought: boolean}).can_be_bought, false);
    await assertRefused(at.admin.orders.createToken(pouches(1)), 'invalid', 422, 1401);
  });

  it('are found, the latest first, ten a page', async () => {
    const ids: number[] = [];
    for (let left = 12; left > 0; left -= 1) ids.unshift(await order());
    await pay(ids[0]!);

    const found = await collect(at.admin.orders.search());

    assert.deepEqual(
      found.map(({order_id}) => order_id),
      ids,
    );
    const {status, mode, user, price, items} = found[0]!;
    assert.deepEqual([status, mode, user?.id, price?.amount], ['done', 'default', 'Rocket', '0.99']);
    assert.deepEqual([items?.[0]?.sku, items?.[0]?.quantity, found[1]?.status], [POTION, 1, 'new']);
    const searches = (await at.sandbox.readLog()).filter(({path}) => path.endsWith('/admin/order/search'));
    assert.equal(searches.length, 2);
  });

  it('are found by when they were created', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const first = await order();
    await at.sandbox.passTime(3600);
    const second = await order();
    const idsOf = async (range: object): Promise<number[]> =>
      (await collect(at.admin.orders.search(range))).map(({order_id}) => order_id);

    assert.deepEqual(await idsOf({created_date_until: soon}), [first]);
    assert.deepEqual(await idsOf({created_date_from: soon}), [second]);
    assert.deepEqual(await idsOf({created_date_from: soon, created_date_until: soon}), []);
  });

  it('are test payments where they say so', async () => {
    await at.admin.orders.createToken({...payment, sandbox: true});

    assert.equal((await collect(at.admin.orders.search()))[0]?.mode, 'sandbox');
  });

  it('need a country, or an address to find it by', async () => {
    const {country: _, ...user} = payment.user;
    const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
      sent.push(new Headers(init.headers).get('x-user-ip'));
      return Response.json({token: 'x', order_id: 1}, {status: 201});
    };
    const sent: (string | null)[] = [];
    const {orders} = createAdmin({projectId: 1, apiKey: 'key', fetch});

    await assertRefusedHere(orders.createToken({...payment, user}), 'user.country');
    await assertRefusedHere(orders.createToken({...payment, user}, 'localhost'), 'userIp');
    await orders.createToken({...payment, user}, '203.0.113.7');
    await orders.createToken(payment);

    assert.deepEqual(sent, ['203.0.113.7', null]);
    await at.admin.orders.createToken({...payment, user}, '2001:db8::1');
  });

  it('are refused for an item that has no price', async () => {
    await assertRefused(order('com.example.none'), 'invalid', 422, 1401);
  });

  it('that are searched in vain are no unknown outcome, as a search changes nothing', async () => {
    for (const [fault, code] of [
      ['drop-answer', 'network'],
      ['drop-request', 'network'],
    ] as const) {
      await at.sandbox.setFaults([{path: '/api', fault}]);
      assert.equal((await errorOf(collect(at.admin.orders.search()))).code, code);
    }
  });

  it('are refused before they are sent where they break a limit', async () => {
    const {orders} = at.admin;
    const many = Object.fromEntries(Array.from({length: 201}, (_, index) => [`name${index}`, index]));
    for (const [changes, path] of [
      [{user: {...payment.user, id: {value: ''}}}, 'user.id.value'],
      [{user: {...payment.user, id: {value: 'x'.repeat(256)}}}, 'user.id.value'],
      [{user: {...payment.user, email: {value: 'rocket'}}}, 'user.email.value'],
      [{user: {...payment.user, country: {value: 'Germany'}}}, 'user.country.value'],
      [{user: {...payment.user, steam_id: {value: '1'}}}, 'user.steam_id.value'],
      [{user: {...payment.user, tracking_id: {value: '1'}}}, 'user.tracking_id.value'],
      [{user: {...payment.user, attributes: {}}}, 'user.attributes'],
      [{purchase: {items: []}}, 'purchase.items'],
      [{purchase: {items: [{sku: 'x', quantity: 0}]}}, 'purchase.items[0].quantity'],
      [{settings: {return_url: 'x'.repeat(1001)}}, 'settings.return_url'],
      [{settings: {return_url: '/done'}}, 'settings.return_url'],
      [{settings: {payment_method: 0}}, 'settings.payment_method'],
      [{settings: {colour: 'red'}}, 'settings.colour'],
      [{custom_parameters: {}}, 'custom_parameters'],
      [{custom_parameters: many}, 'custom_parameters'],
    ] as const)
      await assertRefusedHere(orders.createToken({...payment, ...changes} as never), path);
    await assertRefusedHere(collect(orders.search({created_date_from: '2026-01-01'})), 'created_date_from');
    await assertRefusedHere(collect(orders.search({pageSize: 11})), 'pageSize');
    assert.deepEqual(await at.sandbox.readLog(), []);
  });
});
