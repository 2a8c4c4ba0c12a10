import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from '../support/schemas.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

type Limit = {total: number; available: number} | null;
type Item = {
  sku: string;
  name: unknown;
  price: {amount: string; amount_without_discount: string} | null;
  is_free: boolean;
  can_be_bought: boolean;
  limits: {per_user: Limit; per_item: Limit} | null;
  promotions: {name: string; discount: {percent: string} | null; bonus: {sku: string; quantity: number}[]}[];
  vp_rewards: {amount: number; is_clan?: true}[];
};
type Page = {has_more: boolean; items: Item[]};

const sku = (id: string): string => `com.xsolla.${id}`;
const GEM = 'com.xsolla.gem_1';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

async function page(query = '', path = '/items', visitor = rocket): Promise<Item[]> {
  const answer = await visitor.callProject('GET', path + query);
  assert.equal(answer.status, 200);
  const body = (await answer.json()) as Page;
  assertSchema('catalog-page', body);
  return body.items;
}

async function item(id: string, query = ''): Promise<Item> {
  const found = (await page(query)).find(one => one.sku === sku(id));
  assert.ok(found, id);
  return found;
}

const skusOf = (items: readonly Item[]): string[] => items.map(one => one.sku.replace('com.xsolla.', ''));
const pricesOf = ({price}: Item) => [price?.amount, price?.amount_without_discount];

const post = async (path: string, body: object = {}, visitor = rocket): Promise<Response> =>
  await visitor.callProject('POST', path, {body: JSON.stringify(body)});

const order = async (id: string, body: object = {}, visitor = rocket): Promise<Response> =>
  await post(`/payment/item/${sku(id)}`, body, visitor);

async function buy(id: string, body: object = {}, visitor = rocket): Promise<number> {
  const answer = await order(id, body, visitor);
  assert.equal(answer.status, 200);
  const {order_id} = (await answer.json()) as {order_id: number};
  await controlled(sandbox, 'POST', `/orders/${order_id}/pay`);
  return order_id;
}

const free = async (id: string): Promise<Response> => await post(`/free/item/${sku(id)}`);
const spend = async (id: string, currency = GEM): Promise<Response> =>
  await post(`/payment/item/${sku(id)}/virtual/${currency}`);

const setAttributes = async (attributes: object): Promise<Response> =>
  await control(sandbox, 'PUT', '/users/Rocket/attributes', attributes);

async function gems(): Promise<number | undefined> {
  const body = (await (await rocket.call('GET', '/virtual_currency_balance')).json()) as {
    items: {sku: string; amount: number}[];
  };
  assertSchema('currency-balances', body);
  return body.items.find(one => one.sku === GEM)?.amount;
}

describe('The catalog of the sandbox', () => {
  it('has twelve items, of which one is for players with `vip = true`', async () => {
    assert.equal((await page()).length, 11);

    await setAttributes({vip: 'true'});

    assert.equal((await page()).length, 12);
    assert.ok(skusOf(await page()).includes('vip_mount'));
  });

  it('comes in pages', async () => {
    const answer = await rocket.callProject('GET', '/items?limit=4&offset=8');
    const {has_more, items} = (await answer.json()) as Page;

    assert.deepEqual([has_more, items.length], [false, 3]);
    await assertRefused(await rocket.callProject('GET', '/items?limit=51'), 422, 1102);
  });

  it('is open to those who are not signed in, with the highest limits and nothing personal', async () => {
    await setAttributes({vip: 'true'});
    const answer = await fetch(`${sandbox.apiBase}/v2/project/44056/items`);
    const {items} = (await answer.json()) as Page;

    assert.equal(items.length, 11);
    assert.equal(items.find(one => one.sku === sku('ember_pouch'))?.limits?.per_user?.available, 3);
    await assertRefused(await fetch(`${sandbox.apiBase}/v2/project/44056/items/upsell`), 401, 1501);
    const headers = {Authorization: 'Bearer forged'};
    await assertRefused(await fetch(`${sandbox.apiBase}/v2/project/44056/items`, {headers}), 401, 1501);
  });

  it('has lists of kinds and groups, and single items; names of virtual items are by language', async () => {
    assert.deepEqual(skusOf(await page('', '/items/bundle')), ['starter_box']);
    assert.deepEqual(skusOf(await page('', '/items/virtual_currency/package')), ['gem_purse']);
    assert.ok(skusOf(await page('', '/items/group/clan')).includes('wolf_shield'));
    const [first] = await page('', '/items/virtual_items');
    assert.deepEqual(first?.name, {en: 'Ember pouch'});
    const one = (await (await rocket.callProject('GET', `/items/sku/${sku('wolf_shield')}`)).json()) as Item;
    assertSchema('catalog-item', one);
    assert.equal(one.name, 'Wolf shield');
    await assertRefused(await rocket.callProject('GET', '/items/sku/none'), 404, 4001);
  });

  it('suggests three items', async () => {
    assert.deepEqual(skusOf(await page('', '/items/upsell')), ['gem_purse', 'mega_elixir', 'wolf_banner']);
  });

  it('multiplies discounts, also with a promo code, and lists each', async () => {
    assert.deepEqual(pricesOf(await item('starter_box')), ['5.75', '7.99']);
    assert.deepEqual(pricesOf(await item('starter_box', '?promo_code=WINTER10')), ['5.18', '7.99']);
    assert.deepEqual(
      (await item('starter_box', '?promo_code=WINTER10')).promotions.map(({discount}) => discount?.percent),
      ['20.00', '10.00', '10.00'],
    );
    assert.deepEqual(pricesOf(await item('starter_box', '?promo_code=NOSUCH')), ['5.75', '7.99']);
  });

  it('has promotions for players who meet their conditions', async () => {
    assert.deepEqual((await item('golden_saddle')).promotions, []);

    await setAttributes({vip: 'true'});

    assert.deepEqual(pricesOf(await item('golden_saddle')), ['7.50', '14.99']);
  });

  it('leaves out an item and a promotion whose time is over', async () => {
    await controlled(sandbox, 'POST', '/clock', {seconds: 6 * 86_400});

    assert.ok(!skusOf(await page()).includes('night_pass'));
    assert.deepEqual(pricesOf(await item('wolf_shield')), ['1.99', '1.99']);
  });

  it('shows an item behind the code of a unique offer only with that code', async () => {
    assert.ok(skusOf(await page('?promo_code=SECRET')).includes('secret_lantern'));
    await assertRefused(await order('secret_lantern'), 404, 4001);
    await buy('secret_lantern', {promo_code: 'SECRET'});
  });
});

describe('An order of an item', () => {
  it('costs what the catalog says, with a promo code less', async () => {
    const {order_id} = (await (await order('starter_box', {promo_code: 'WINTER10'})).json()) as {order_id: number};
    const {content} = (await (await rocket.callProject('GET', `/order/${order_id}`)).json()) as {
      content: {price: {amount: string}};
    };

    assert.equal(content.price.amount, '5.18');
    await assertRefused(await order('starter_box', {promo_code: 'NOSUCH'}), 404, 9802);
    await assertRefused(await order('starter_box', {promo_code: 'WELCOME'}), 404, 9802);
  });

  it('gives its points once it is done, and the board moves', async () => {
    const before = await rocket.balance(101);
    const {order_id} = (await (await order('night_lantern')).json()) as {order_id: number};
    assert.equal((await rocket.balance(101)).amount, before.amount);

    await controlled(sandbox, 'POST', `/orders/${order_id}/pay`);

    assert.equal((await rocket.balance(101)).amount, before.amount + 200);
    assert.deepEqual((await rocket.board(101))[0], {name: 'Rocket', contributed_amount: 598});
  });

  it('uses up the limit of its item, which starts again, and cancels what else waits for its payment', async () => {
    assert.deepEqual((await item('ember_pouch')).limits?.per_user?.available, 2);
    const {order_id} = (await (await order('ember_pouch')).json()) as {order_id: number};

    await buy('ember_pouch', {quantity: 2});

    const pouch = await item('ember_pouch');
    assert.deepEqual([pouch.limits?.per_user?.available, pouch.can_be_bought], [0, false]);
    await assertRefused(await order('ember_pouch'), 422, 1460);
    const waited = (await (await rocket.callProject('GET', `/order/${order_id}`)).json()) as {status: string};
    assert.equal(waited.status, 'canceled');
    await controlled(sandbox, 'POST', '/clock', {seconds: 5 * 86_400});
    assert.equal((await item('ember_pouch')).limits?.per_user?.available, 3);
  });

  it('uses up its promotions, which are left out then', async () => {
    await buy('starter_box');

    assert.deepEqual(
      (await item('starter_box')).promotions.map(({name}) => name),
      ['Winter sale'],
    );
    assert.deepEqual(pricesOf(await item('starter_box')), ['6.39', '7.99']);
  });

  it('takes from the stock that all players share', async () => {
    assert.equal((await item('golden_saddle')).limits?.per_item?.available, 7);
    await assertRefused(await order('golden_saddle', {quantity: 8}), 422, 1459);

    await buy('golden_saddle', {quantity: 7}, await Visitor.signIn(sandbox, 'MrJoe'));

    await assertRefused(await order('golden_saddle'), 422, 1459);
  });

  it('of a personal item is refused once the player is no longer one of those it is for', async () => {
    await setAttributes({vip: 'true'});
    await buy('vip_mount');

    await setAttributes({vip: null});

    await assertRefused(await order('vip_mount'), 404, 4001);
  });

  it('is for what has a price: a free item, and one for gems, are refused', async () => {
    await assertRefused(await order('daily_spark'), 422, 1456);
    await assertRefused(await order('mega_elixir'), 422, 1411);
    await assertRefused(await order('none'), 404, 4001);
  });
});

describe('An order that is done at once', () => {
  it('gives a free item and its points, as often as its limit allows', async () => {
    const before = await rocket.balance(101);

    const answer = await free('daily_spark');

    assert.equal(answer.status, 200);
    assert.equal((await rocket.balance(101)).amount, before.amount + 10);
    await assertRefused(await free('daily_spark'), 422, 1460);
    await assertRefused(await free('wolf_shield'), 422, 1411);
    await controlled(sandbox, 'POST', '/clock', {seconds: 86_400});
    assert.equal((await free('daily_spark')).status, 200);
  });

  it('charges virtual currency, as long as there is enough', async () => {
    assert.equal(await gems(), 340);

    for (let times = 0; times < 3; times++) assert.equal((await spend('mega_elixir')).status, 200);

    assert.equal(await gems(), 40);
    await assertRefused(await spend('mega_elixir'), 422, 5006);
    await assertRefused(await spend('wolf_shield'), 404, 4001);
    assert.equal(await gems(), 40);
  });

  it('of a package adds its currency to the balance', async () => {
    await buy('gem_purse');

    assert.equal(await gems(), 840);
  });

  it('is shown with its virtual price', async () => {
    const {order_id} = (await (await spend('mega_elixir')).json()) as {order_id: number};
    const shown = (await (await rocket.callProject('GET', `/order/${order_id}`)).json()) as object;

    assert.deepEqual(shown, {
      order_id,
      status: 'done',
      content: {
        virtual_price: {amount: '100', amount_without_discount: '100', currency: GEM},
        is_free: false,
        items: [
          {
            sku: sku('mega_elixir'),
            quantity: 1,
            is_free: false,
            virtual_price: {amount: '100', amount_without_discount: '100', currency: GEM},
          },
        ],
      },
    });
  });
});

it('a gift that is used up, by the limit of its item, keeps what it comes with from being bought', async () => {
  const gift = {sku: 'gift', name: 'Gift', type: 'virtual_good', description: '', image_url: '/sandbox/images/gem.svg'};
  const price = {amount: 1, currency: 'EUR'};
  const own = await startSandbox({
    port: 0,
    seed: {
      ...sandboxSeed,
      catalog_items: [
        {...EMPTY, ...gift, price, user_limit: {total: 1, interval_type: null, resets_in_hours: null}},
        {...EMPTY, ...gift, sku: 'main', price},
      ],
      promotions: [
        {
          ...{id: 1, name: 'Bonus', skus: ['main'], discount: null, user_limit: null, excluded_promotions: []},
          bonus: [{...gift, quantity: 1} as const],
          period: {from_in_hours: null, until_in_hours: null},
        },
      ],
    } as never,
  });
  try {
    const player = await Visitor.signIn(own, 'Rocket');
    const send = async (id: string) => await player.callProject('POST', `/payment/item/${id}`, {body: '{}'});
    assert.equal((await send('main')).status, 200);
    const {order_id} = (await (await send('gift')).json()) as {order_id: number};

    await controlled(own, 'POST', `/orders/${order_id}/pay`);

    await assertRefused(await send('main'), 422, 1460);
  } finally {
    await own.close();
  }
});

const EMPTY = {
  ...{groups: [], virtual_prices: [], user_limit: null, stock: null, periods: [], points: [], content: []},
  code: null,
};

const sandboxSeed = {
  ...{project_id: 44056, players: [{user: 'Rocket', clan: null}], chains: [], contributions: [], claims: []},
  ...{daily_chains: [], daily_claims: [], offer_chains: [], offer_claims: [], codes: [], code_uses: []},
  ...{upsell: [], purchases: [], balances: []},
};
