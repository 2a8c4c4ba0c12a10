import assert from 'node:assert/strict';
import {test} from 'node:test';

import type {CatalogItem} from '../../../src/catalog/items.js';
import {json} from '../../support/fake-api.js';
import {itemAnswer, itemPage} from '../../support/fixtures/catalog-item.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {promisesDone} from '../../support/promises-done.js';
import {waitUntil} from '../../support/wait-until.js';
import {shownIn, statusOf} from '../stores/store-state.js';
import {sessionOver} from '../session/make-session.js';

const PROJECT = 'v2/project/44056';
const ITEMS = `GET ${PROJECT}/items`;
const UPSELL = `GET ${PROJECT}/items/upsell`;
const FREE = `POST ${PROJECT}/free/item/gift`;
const VIRTUAL = `POST ${PROJECT}/payment/item/potion/virtual/gem`;

const items = (from: number, count: number) =>
  Array.from({length: count}, (_, at) => itemAnswer({sku: `item_${from + at}`}));

/** What a request asks for, without what keeps its answer out of caches. */
function sentWith(url: string): object {
  const {_, ...params} = Object.fromEntries(new URL(url).searchParams);
  return params;
}

const skusIn = (store: Parameters<typeof shownIn>[0]): string[] =>
  (shownIn(store) as {sku: string}[]).map(({sku}) => sku);

const refusal = (status: number, errorCode: number): Response =>
  json({statusCode: status, errorCode, errorMessage: `[0401-${errorCode}]: No`}, status);

test('a catalog has all pages, in the server’s order', async () => {
  const {session, api} = sessionOver();
  api.on(ITEMS, ({url}) => {
    const offset = Number(new URL(url).searchParams.get('offset'));
    return json(itemPage(items(offset, offset ? 20 : 50), offset === 0));
  });

  await session.catalog().reload();

  assert.equal(skusIn(session.catalog()).length, 70);
  assert.deepEqual(
    api.requests.map(({url}) => sentWith(url)),
    [
      {limit: '50', offset: '0'},
      {limit: '50', offset: '50'},
      // Asked for before the second page says that it is the last.
      {limit: '50', offset: '100'},
    ],
  );
});

test('a server that repeats its first page, or has no end, ends the list', async () => {
  const {session, api} = sessionOver();
  api.on(ITEMS, () => json(itemPage(items(0, 50), true)));
  await session.catalog().reload();
  assert.equal(api.requests.length, 3);
  assert.equal(skusIn(session.catalog()).length, 50);

  const endless = sessionOver();
  endless.api.on(ITEMS, ({url}) => json(itemPage(items(Number(new URL(url).searchParams.get('offset')), 50), true)));
  await endless.session.catalog().reload();
  assert.equal(endless.api.requests.length, 20);
  assert.equal(skusIn(endless.session.catalog()).length, 1000);
});

test('a catalog is asked for again with the code that the player keeps, and without it once it is dropped', async () => {
  const {session, api} = sessionOver({getToken: () => jwt({sub: 'ana'})});
  api
    .on(ITEMS, ({url}) => json(itemPage(items(0, url.includes('promo_code=SECRET') ? 2 : 1))))
    .on(`GET ${PROJECT}/promotion/code/SECRET/verify`, () => json({type: 'unique_catalog_offer', rewards: {}}));
  const [own, coded] = [session.catalog(), session.catalog({promoCode: 'WINTER10'})];
  const unlisten = [own, coded].map(store => store.listen(() => undefined));
  const shown = (count: number) => waitUntil(() => statusOf(own) === 'ready' && skusIn(own).length === count, 'items');
  await shown(1);

  await session.codes.keepPromoCode('SECRET');
  await shown(2);
  session.codes.dropPromoCode();
  await shown(1);

  const asked = api.requests.filter(({url}) => new URL(url).pathname.endsWith('/items'));
  const codes = asked.map(({url}) => new URL(url).searchParams.get('promo_code'));
  assert.deepEqual(codes.sort(), ['SECRET', 'WINTER10', null, null].sort());
  unlisten.forEach(stop => stop());
});

test('the page’s language and a promo code are sent, and the country is the server’s to find out', async () => {
  const {session, api} = sessionOver({locale: 'de-AT'});
  api.on(ITEMS, () => json(itemPage([])));

  await session.catalog({promoCode: 'WINTER10'}).reload();

  assert.deepEqual(sentWith(api.requests[0]!.url), {limit: '50', offset: '0', locale: 'de', promo_code: 'WINTER10'});
});

test('the promo code is in no report for support', async () => {
  const {session, api} = sessionOver();
  api.on(ITEMS, () => json(itemPage([])));

  await session.catalog({promoCode: 'WINTER10'}).reload();

  assert.doesNotMatch(session.diagnostics(), /WINTER10/);
});

test('kinds and groups have calls of their own', async () => {
  const {session, api} = sessionOver();
  const paths = {
    'items/virtual_items': {kind: 'virtual-items'},
    'items/virtual_currency/package': {kind: 'currency-packages'},
    'items/bundle': {kind: 'bundles'},
    'items/group/new%20%2F%20hot': {group: 'new / hot'},
  } as const;
  for (const [path, query] of Object.entries(paths)) {
    api.on(`GET ${PROJECT}/${path}`, () => json(itemPage(items(0, 1))));

    await session.catalog(query).reload();

    assert.deepEqual(skusIn(session.catalog(query)), ['item_0'], path);
  }
});

test('a few items are asked for one by one, in their order, and one that is not there is left out', async () => {
  const {session, api} = sessionOver();
  for (const sku of ['b', 'a']) api.on(`GET ${PROJECT}/items/sku/${sku}`, () => json(itemAnswer({sku})));
  api.on(`GET ${PROJECT}/items/sku/gone`, () => refusal(404, 4001));
  const query = {skus: ['b', 'gone', 'a', 'b']};

  await session.catalog(query).reload();

  assert.deepEqual(skusIn(session.catalog(query)), ['b', 'a']);
  assert.equal(api.requests.length, 3);
});

test('a portal’s 404 does not count as an item that is not there', async () => {
  const {session, api} = sessionOver();
  api.on(`GET ${PROJECT}/items/sku/a`, () => new Response('<h1>Not found</h1>', {status: 404}));

  await session.catalog({skus: ['a']}).reload();

  assert.equal(statusOf(session.catalog({skus: ['a']})), 'failed');
});

test('many items are picked from the list', async () => {
  const {session, api} = sessionOver();
  api.on(ITEMS, () => json(itemPage(items(0, 20))));
  const query = {skus: ['item_19', 'none', ...items(0, 11).map(({sku}) => String(sku))]};

  await session.catalog(query).reload();

  assert.deepEqual(skusIn(session.catalog(query)).slice(0, 2), ['item_19', 'item_0']);
  assert.equal(api.requests.length, 1);
});

test('the same query has the same store', () => {
  const {session} = sessionOver();

  assert.equal(session.catalog(), session.catalog({}));
  assert.equal(session.catalog({skus: ['a'], promoCode: 'X'}), session.catalog({promoCode: 'X', skus: ['a']}));
  assert.notEqual(session.catalog(), session.catalog({isPublic: true}));
});

test('a query that cannot be meant is refused without a request', () => {
  const {session, api} = sessionOver();
  const wrong = [
    null,
    {kind: 'keys'},
    {group: ''},
    {group: '..'},
    {group: 'a', kind: 'bundles'},
    {skus: 'a'},
    {skus: ['..']},
    {skus: ['a/b']},
    {promoCode: 'a b'},
  ];

  for (const query of wrong) assert.throws(() => session.catalog(query as never), {code: 'config'}, String(query));
  assert.equal(api.requests.length, 0);
});

test('a public catalog sends no token, outlives a sign-out and reports no failure', async () => {
  const {session, api, reasons} = sessionOver();
  const errors: unknown[] = [];
  session.onError(error => errors.push(error));
  const store = session.catalog({isPublic: true});
  api.on(ITEMS, () => json(itemPage(items(0, 1))));

  await store.reload();
  session.signOut();

  assert.equal(api.requests[0]!.headers.get('authorization'), null);
  assert.deepEqual(reasons, []);
  assert.deepEqual(skusIn(store), ['item_0']);
  api.on(ITEMS, () => json({}, 401));
  await store.reload();
  assert.deepEqual(errors, []);
});

test('everything is asked again after a change of clan and after `refresh`', async () => {
  const {session, api} = sessionOver({clan: 'wolves'});
  let vip = 0;
  api.on(ITEMS, () => json(itemPage(items(vip++, 1))));
  const store = session.catalog();
  store.listen(() => undefined);
  await waitUntil(() => statusOf(store) === 'ready', 'the first list');

  session.setClan('ravens');
  await waitUntil(() => skusIn(store)[0] === 'item_1', 'the list in the new clan');
  session.refresh();
  await waitUntil(() => skusIn(store)[0] === 'item_2', 'the list with new attributes');
});

test('everything is asked again for the next player, and nothing of the one before is shown meanwhile', async () => {
  let player = 'ana';
  const {session, api} = sessionOver({getToken: () => jwt({sub: player})});
  const owner = ({headers}: Request): string =>
    headers.get('authorization') === `Bearer ${jwt({sub: 'ana'})}` ? 'of_ana' : 'of_ben';
  for (const call of [ITEMS, UPSELL]) api.on(call, request => json(itemPage([itemAnswer({sku: owner(request)})])));
  const stores = [session.catalog(), session.catalog({promoCode: 'WINTER10'}), session.$upsell];
  const all = (sku: string): boolean =>
    stores.every(store => statusOf(store) === 'ready' && skusIn(store).join() === sku);
  const unlisten = stores.map(store => store.listen(() => undefined));
  await waitUntil(() => all('of_ana'), 'the first player’s items');

  session.signOut();
  player = 'ben';
  assert.deepEqual(stores.map(statusOf), ['failed', 'failed', 'failed']);
  session.refresh();

  await waitUntil(() => all('of_ben'), 'the next player’s items');
  unlisten.forEach(stop => stop());
});

test('nothing of one player is left after a sign-out, also where it is asked for only then', () => {
  const {session} = sessionOver();
  const before = session.catalog();

  session.signOut();

  for (const store of [before, session.catalog({group: 'later'}), session.$upsell])
    assert.deepEqual(statusOf(store), 'failed');
});

test('a list is asked again when a discount ends', async () => {
  const {session, api, clock} = sessionOver({pollSeconds: 0});
  const date_end = new Date(clock.today() + 60_000).toISOString();
  api.on(ITEMS, () => json(itemPage([itemAnswer({promotions: [{discount: {percent: '10'}, date_end}]})])));
  session.catalog().listen(() => undefined);
  await waitUntil(() => statusOf(session.catalog()) === 'ready', 'the list');

  clock.pass(70_000);

  await waitUntil(() => api.requests.length === 2, 'the list after the discount');
});

test('an upsell has one page, whatever it says', async () => {
  const {session, api} = sessionOver();
  api.on(UPSELL, () => json(itemPage(items(0, 3), true)));

  await session.$upsell.reload();

  assert.equal(skusIn(session.$upsell).length, 3);
  assert.equal(api.requests.length, 1);
});

test('a free item is ordered once, and two presses are one order', async () => {
  const {session, api} = sessionOver({userKey: 'Rocket'});
  api.on(FREE, () => json({order_id: 641}));

  await Promise.all([session.claimItem('gift'), session.claimItem('gift')]);

  assert.equal(api.requests.length, 1);
  assert.deepEqual(await api.requests[0]!.json(), {quantity: 1});
});

test('an item is bought with virtual currency, once and without a body', async () => {
  const {session, api} = sessionOver({userKey: 'Rocket'});
  api.on(VIRTUAL, () => json({order_id: 641}));

  await session.buyWithCurrency('potion', 'gem');

  assert.equal(api.requests.length, 1);
  assert.equal(await api.requests[0]!.text(), '');
});

for (const [name, answer] of Object.entries<() => Response | Promise<Response>>({
  'no answer': () => Promise.reject(new TypeError('Failed to fetch')),
  'an error of the server': () => json({}, 500),
  'a portal’s page': () => new Response('<h1>Sign in</h1>', {headers: {'content-type': 'text/html'}}),
  'an empty answer': () => new Response(null, {status: 204}),
  'a gateway’s 404': () => new Response('', {status: 404}),
}))
  for (const order of ['claimItem', 'buyWithCurrency'] as const)
    test(`after ${name}, \`${order}\` says that the outcome is unknown, and sends nothing again`, async () => {
      const {session, api, clock} = sessionOver({userKey: 'Rocket'});
      api.on(FREE, answer).on(VIRTUAL, answer);

      const ordered = order === 'claimItem' ? session.claimItem('gift') : session.buyWithCurrency('potion', 'gem');

      await assert.rejects(ordered, {code: 'outcome-unknown'});
      clock.pass(600_000);
      await promisesDone();
      assert.equal(api.requests.length, 1);
    });

for (const [status, vendorCode, code] of [
  [404, 4001, 'not-available'],
  [422, 1411, 'not-available'],
  [422, 1460, 'limit-exceeded'],
  [422, 5006, 'not-enough-points'],
  [422, 1102, 'invalid'],
] as const)
  test(`a refusal with ${status}/${vendorCode} is \`${code}\``, async () => {
    const {session, api} = sessionOver({userKey: 'Rocket'});
    api.on(VIRTUAL, () => refusal(status, vendorCode));

    await assert.rejects(session.buyWithCurrency('potion', 'gem'), {code});
  });

test('an order whose token was refused is sent again with a fresh one, since nothing was done', async () => {
  const {session, api} = sessionOver({userKey: 'Rocket'});
  api.on(FREE, ({headers}) =>
    headers.get('authorization') === 'Bearer token-1' ? refusal(401, 1501) : json({order_id: 641}),
  );

  await session.claimItem('gift');

  assert.equal(api.requests.length, 2);
});

test('what is shown is asked again after an order that is done at once', async () => {
  const {session, api} = sessionOver({userKey: 'Rocket'});
  let left = 2;
  const limits = (): object => ({per_user: {available: left, total: 2}});
  api.on(ITEMS, () => json(itemPage([itemAnswer({sku: 'gift', limits: limits()})])));
  api.on(FREE, () => (left--, json({order_id: 641})));
  const store = session.catalog();
  store.listen(() => undefined);
  await waitUntil(() => statusOf(store) === 'ready', 'the list');

  await session.claimItem('gift');

  await waitUntil(() => (shownIn(store) as readonly CatalogItem[])[0]?.userLimit?.available === 1, 'one left');
});

test('an order of one player ends with that player', async () => {
  const {session, api} = sessionOver({userKey: 'Rocket'});
  api.on(FREE, () => new Promise<Response>(() => undefined));

  const ordered = session.claimItem('gift');
  await waitUntil(() => api.requests.length === 1, 'the order');
  session.signOut();

  await assert.rejects(ordered, {code: 'aborted'});
});

test('balances are read on demand', async () => {
  const {session, api} = sessionOver();
  api.on(`GET ${PROJECT}/user/virtual_currency_balance`, () =>
    json({items: [{sku: 'gem', name: 'Gems', amount: 340}]}),
  );

  assert.deepEqual(await session.balances(), [{sku: 'gem', name: 'Gems', amount: '340'}]);
});
