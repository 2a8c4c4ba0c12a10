/* What the vendor's documents say of discounts, gifts and limits together, by value: in the catalog and in orders. */
import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import type {SeedCatalogItem, SeedPromotion} from '../../../../demo/sandbox/catalog/seed.js';
import type {SeedCode} from '../../../../demo/sandbox/codes/seed.js';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertRefused, controlled, Visitor} from '../support/visitor.js';

type Limit = {total: number; available: number} | null;
type Row = {
  sku: string;
  price: {amount: string; amount_without_discount: string};
  can_be_bought: boolean;
  limits: {per_user: Limit} | null;
  promotions: {
    discount: {percent: string} | null;
    bonus: {sku: string; quantity: number}[];
    limits?: {per_user: Limit};
  }[];
};

const DAY = 86_400;
const GEM = 'com.xsolla.gem_1';

const PART = {name: 'Sword', type: 'virtual_good' as const, description: '', image_url: '/sandbox/images/gem.svg'};

const NOTHING = {
  ...{groups: [], virtual_prices: [], user_limit: null, stock: null, periods: [], points: [], content: []},
  code: null,
};

const PROMOTION = {
  ...{name: 'Sale', skus: ['sword'], discount: null, bonus: [], user_limit: null, excluded_promotions: []},
  period: {from_in_hours: null, until_in_hours: null},
};

const FIVE: SeedCode = {
  ...{code: 'FIVE', type: 'promocode', starts_in_hours: null, ends_in_hours: null, user_limit: null},
  ...{total_limit: null, countries: null, bonus: [], units: [], discount: 5},
};

const SEED = {
  ...{project_id: 44056, players: [{user: 'Rocket', clan: null}], chains: [], contributions: [], claims: []},
  ...{daily_chains: [], daily_claims: [], offer_chains: [], offer_claims: [], codes: [FIVE], code_uses: []},
  ...{upsell: [], purchases: [], balances: []},
};

let sandbox: Sandbox | undefined;
let rocket: Visitor;
afterEach(async () => await sandbox?.close());

/** A shop that sells a sword for 10, with these promotions. */
async function open(
  promotions: readonly Partial<SeedPromotion>[],
  item: Partial<SeedCatalogItem> = {},
): Promise<Sandbox> {
  const sword = {...NOTHING, ...PART, sku: 'sword', price: {amount: 10, currency: 'EUR'}, ...item};
  const whole = promotions.map((promotion, at) => ({...PROMOTION, id: at + 1, ...promotion}));
  const opened = (sandbox = await startSandbox({
    port: 0,
    seed: {...SEED, catalog_items: [sword], promotions: whole} as never,
  }));
  rocket = await Visitor.signIn(opened, 'Rocket');
  return opened;
}

async function sword(query = '', headers?: Record<string, string>): Promise<Row> {
  const answer = await rocket.callProject('GET', `/items${query}`, headers && {headers});
  assert.equal(answer.status, 200);
  const [item] = ((await answer.json()) as {items: Row[]}).items;
  assert.ok(item);
  return item;
}

const order = async (body: object = {}): Promise<Response> =>
  await rocket.callProject('POST', '/payment/item/sword', {body: JSON.stringify(body)});

const placed = async (body: object = {}): Promise<number> =>
  ((await (await order(body)).json()) as {order_id: number}).order_id;

async function buy(): Promise<void> {
  assert.ok(sandbox);
  await controlled(sandbox, 'POST', `/orders/${await placed()}/pay`);
}

/** What an order costs. */
async function amountOf(orderId: number): Promise<number> {
  const answer = await rocket.callProject('GET', `/order/${orderId}`);
  return Number(((await answer.json()) as {content: {price: {amount: string}}}).content.price.amount);
}

const percentsOf = ({promotions}: Row) => promotions.map(({discount}) => discount?.percent);
const usesOf = ({promotions}: Row) => promotions.map(({limits}) => limits?.per_user);

describe('Several discounts', () => {
  for (const percents of [
    [10, 20],
    [20, 10],
  ])
    it(`multiply, with a code too: 10 with ${percents.join(' % and ')} % and 5 % is 6.84`, async () => {
      await open(percents.map(discount => ({discount})));

      assert.deepEqual((await sword()).price, {amount: '7.20', amount_without_discount: '10.00', currency: 'EUR'});
      const coded = await sword('?promo_code=FIVE');
      assert.deepEqual([coded.price.amount, coded.price.amount_without_discount], ['6.84', '10.00']);
      assert.deepEqual(percentsOf(coded), [...percents.map(percent => percent.toFixed(2)), '5.00']);
      assert.equal(await amountOf(await placed({promo_code: 'FIVE'})), 6.84);
      assert.equal(await amountOf(await placed()), 7.2);
    });

  it('may be fractions of a percent, and only the result is rounded', async () => {
    await open([{discount: 12.5}, {discount: 12.5}]);

    assert.deepEqual([(await sword()).price.amount, await amountOf(await placed())], ['7.66', 7.66]);
  });

  it('are one where one excludes the other', async () => {
    await open([{discount: 10}, {discount: 20, excluded_promotions: [1]}, {discount: 50}]);

    const item = await sword();

    assert.deepEqual([item.price.amount, percentsOf(item)], ['4.50', ['10.00', '50.00']]);
    assert.equal(await amountOf(await placed()), 4.5);
  });
});

describe('A gift', () => {
  const bonus = [{...PART, sku: GEM, name: 'Gem', type: 'virtual_currency' as const, quantity: 25}];

  it('comes with the purchase, at the same price', async () => {
    await open([{bonus}]);
    const {price, promotions} = await sword();
    assert.equal(price.amount, '10.00');
    assert.deepEqual(
      promotions[0]?.bonus.map(({sku, quantity}) => ({sku, quantity})),
      [{sku: GEM, quantity: 25}],
    );

    await buy();

    const {items} = (await (await rocket.call('GET', '/virtual_currency_balance')).json()) as {
      items: {sku: string; amount: number}[];
    };
    assert.deepEqual(
      items.map(({sku, amount}) => ({sku, amount})),
      [{sku: GEM, amount: 25}],
    );
  });

  it('is left out once its promotion is used up, and the item can be bought without it', async () => {
    await open([{bonus, user_limit: {total: 1, interval_type: null, resets_in_hours: null}}]);
    await buy();

    const item = await sword();

    assert.deepEqual([item.promotions, item.price.amount, item.can_be_bought], [[], '10.00', true]);
    assert.equal((await order()).status, 200);
  });
});

describe('The limit of an item and that of its promotion', () => {
  const discount = {discount: 10, user_limit: {total: 1, interval_type: 'daily', resets_in_hours: 24}} as const;
  const user_limit = {total: 2, interval_type: 'weekly', resets_in_hours: 7 * 24} as const;

  it('are two, and each starts again at its own interval', async () => {
    const shop = await open([discount], {user_limit});
    const seen = async () => {
      const item = await sword();
      return [item.price.amount, item.limits?.per_user?.available, usesOf(item)[0]?.available, item.can_be_bought];
    };
    assert.deepEqual(await seen(), ['9.00', 2, 1, true]);
    await buy();
    assert.deepEqual(await seen(), ['10.00', 1, undefined, true]);
    await buy();
    assert.deepEqual(await seen(), ['10.00', 0, undefined, false]);

    await controlled(shop, 'POST', '/clock', {seconds: DAY});
    assert.deepEqual(await seen(), ['9.00', 0, 1, false]);
    await assertRefused(await order(), 422, 1460);
    await controlled(shop, 'POST', '/clock', {seconds: 6 * DAY});

    assert.deepEqual(await seen(), ['9.00', 2, 1, true]);
  });

  it('are shown to those who are not signed in as if nothing had been bought', async () => {
    await open([discount], {user_limit});
    await buy();

    const item = await sword('', {});

    assert.deepEqual([item.limits?.per_user?.available, usesOf(item)], [2, [{total: 1, available: 1}]]);
    assert.equal(item.price.amount, '9.00');
  });
});
