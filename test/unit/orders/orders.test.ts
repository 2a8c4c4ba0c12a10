import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Order} from '../../../src/offers.js';
import {json} from '../../support/fake-api.js';
import {timerDone} from '../../support/settled.js';
import {OrderWorld, STEP} from './order-world.js';

const DAY = 24 * 3_600_000;
const ITEM = {sku: 'com.xsolla.potion_2'};

let world: OrderWorld;
let uninstall: () => void;
beforeEach(() => {
  world = new OrderWorld();
  uninstall = world.install();
});
afterEach(() => {
  assert.deepEqual(world.faults, []);
  world.close();
  uninstall();
});

/** The order that a press has to end in. */
async function pressed(target: Parameters<OrderWorld['press']>[0] = STEP, tab = world.tab): Promise<Order> {
  const end = await world.press(target, tab);
  assert.ok(typeof end !== 'string', String(end));
  return end;
}

/** How often each order was asked for. */
const checks = (): number =>
  world.tabs.flatMap(({api}) => api.requests).filter(({url}) => url.includes('/order/')).length;

test('a press opens a window at once, which gets its address when the order is stored', async () => {
  world.fates = ['held'];
  const press = pressed();
  assert.equal(world.windows.length, 1);
  await world.settle();
  assert.equal(world.address, undefined);

  world.release();
  const order = await press;

  assert.deepEqual([order.id, order.status, order.target], [641, 'new', STEP]);
  assert.equal(world.address, 'https://secure.xsolla.com/paystation4/?token=secret-token-of-641');
});

test('an item is ordered with its quantity, a step without a body', async () => {
  await pressed();
  await pressed({...ITEM, quantity: 3});

  assert.deepEqual(world.bodies, ['', '{"quantity":3}']);
});

for (const fate of ['lost', 'unanswered', 'html after', 'busy'] as const)
  test(`an answer that is ${fate} leaves nothing that could be paid, and the next press orders again`, async () => {
    world.fates = [fate];

    assert.equal(typeof (await world.press()), 'string');
    assert.equal(world.windows[0]?.closed, true);
    assert.ok(![...world.disk].some(([key, text]) => key.includes('/orders/') && text.includes('301')));
    assert.ok(world.orders.length <= 1);

    const {id} = await pressed();
    assert.equal(world.orderOf(id)?.isOpened, true);
  });

test('a token that the server refuses is replaced, and the order is made once', async () => {
  world.fates = ['token refused'];

  await pressed();

  assert.equal(world.orders.length, 1);
});

test('an order without a token cannot be paid: it is not opened, and the next press makes another', async () => {
  world.fates = ['no token'];

  assert.equal(await world.press(), 'bad-answer');
  assert.deepEqual(world.shown, []);
  assert.equal((await pressed()).id, 642);
});

test('two presses are one order and one window', async () => {
  world.fates = ['held'];
  const presses = [pressed(), pressed()];
  await world.settle();
  world.release();

  assert.deepEqual(
    (await Promise.all(presses)).map(({id}) => id),
    [641, 641],
  );
  assert.equal(world.windows.length, 1);
});

test('a press in another tab, while the first answer travels, opens the same order', async () => {
  world.fates = ['held'];
  const [first] = world.tabs;
  const second = world.openTab();
  const presses = [pressed(STEP, first), pressed(STEP, second)];
  await world.settle();
  world.release();

  assert.deepEqual(
    (await Promise.all(presses)).map(({id}) => id),
    [641, 641],
  );
  assert.equal(new Set(world.windows.map(({address}) => address)).size, 1);
  assert.equal(world.windows.length, 2);
});

test('after a reload the order is shown, and opened again', async () => {
  await pressed();
  world.reload();
  await world.settle();
  assert.deepEqual(
    world.shown.map(({id, status}) => [id, status]),
    [[641, 'new']],
  );

  assert.equal((await pressed()).id, 641);
  assert.equal(world.orders.length, 1);
});

for (const status of ['canceled', 'expired'] as const)
  test(`an order that is ${status} makes room for another`, async () => {
    await pressed();
    Object.assign(world.orders[0] ?? {}, {status});

    assert.equal((await pressed()).id, 642);
    assert.deepEqual(
      world.shown.map(order => order.status),
      ['new', status],
    );
  });

for (const status of ['paid', 'done'] as const)
  test(`an order that is ${status} is not paid again: the window is closed`, async () => {
    await pressed();
    Object.assign(world.orders[0] ?? {}, {status});

    const again = await pressed();

    assert.deepEqual([again.id, again.status], [641, status]);
    assert.deepEqual([world.windows.length, world.windows[1]?.closed, world.address], [2, true, undefined]);
    assert.ok(![...world.disk.values()].some(text => text.includes('secret')));
  });

test('a step that is done stays bought for ten minutes, whatever its chain shows; an item is ordered again', async () => {
  await pressed();
  await pressed(ITEM);
  for (const order of world.orders) order.status = 'done';
  await pressed();
  await pressed(ITEM);

  assert.deepEqual([(await pressed()).id, (await pressed(ITEM)).id], [641, 643]);
  world.round++;
  assert.equal((await pressed()).id, 641);
  world.clock.pass(600_000);
  assert.equal((await pressed()).id, 644);
});

test('a status that is new to us still waits for its payment', async () => {
  await pressed();
  Object.assign(world.orders[0] ?? {}, {status: 'held_by_bank'});

  const again = await pressed();

  assert.deepEqual([again.id, again.status], [641, 'unknown']);
});

for (const look of ['fails', 'missing', 'old'] as const)
  test(`a check that ${look} makes no second order right`, async () => {
    await pressed();
    world.looks = Array<typeof look>(6).fill(look);

    assert.equal((await pressed()).id, 641);
  });

test('a promo code goes with the order of its item, and another order of it waits until that one is over', async () => {
  await pressed({...ITEM, promoCode: 'WINTER10'});

  assert.deepEqual(world.bodies, ['{"quantity":1,"promo_code":"WINTER10"}']);
  assert.equal(await world.press(ITEM), 'payment-open');
});

test('another quantity of the same item waits until the open order is over', async () => {
  await pressed({...ITEM, quantity: 1});

  assert.equal(await world.press({...ITEM, quantity: 2}), 'payment-open');
  assert.equal((await pressed(ITEM)).id, 641);
});

test('an order is checked every three seconds for ten minutes while the page is shown', async () => {
  await pressed();
  const before = checks();
  for (let second = 0; second < 700; second++) {
    world.clock.pass(1_000);
    await timerDone();
  }
  assert.ok(Math.abs(checks() - before - 200) <= 2, String(checks() - before));
});

test('a hidden page asks nothing, and one that is shown again asks at once', async () => {
  await pressed();
  world.clock.setHidden(true);
  await world.settle();
  const before = checks();
  world.clock.pass(60_000);
  await world.settle();
  assert.equal(checks(), before);

  Object.assign(world.orders[0] ?? {}, {status: 'paid'});
  world.clock.setHidden(false);
  await world.settle();

  assert.equal(world.shown[0]?.status, 'paid');
});

test('a check by hand says how the order is doing, days later', async () => {
  await pressed();
  world.reload();
  await world.settle();
  world.clock.pass(2 * 3_600_000);
  Object.assign(world.orders[0] ?? {}, {status: 'done'});

  const {status} = await world.session.orders.check(641);

  assert.equal(status, 'done');
  await assert.rejects(world.session.orders.check(999), {code: 'not-found'});
});

test('where a store does not answer nothing is ordered, unless the player takes the risk', async () => {
  await pressed();
  world.reload();
  await world.settle();
  world.storeFails = true;
  world.reload();

  assert.equal(await world.press(), 'storage-unavailable');
  assert.equal(world.orders.length, 1);
  world.storeFails = false;
  assert.equal((await pressed()).id, 641);
});

test('without a store that outlives the page nothing is ordered, unless that is accepted', async () => {
  uninstall();
  const bare = new OrderWorld({storage: undefined});
  uninstall = bare.install();

  assert.equal(await bare.press(STEP), 'storage-unavailable');
  assert.deepEqual([bare.orders.length, bare.windows[0]?.closed], [0, true]);
  const order = await bare.press(STEP, bare.tab, {allowVolatile: true});
  assert.ok(typeof order !== 'string');
  assert.equal(await bare.press(STEP, bare.tab, {allowVolatile: true}).then(end => (end as Order).id), order.id);
  assert.equal(bare.orders.length, 1);
  bare.close();
});

test('an order is let go once its token is a day old and the server says that nobody has paid', async () => {
  await pressed();
  world.clock.pass(DAY + 1);
  world.looks = Array<'fails'>(12).fill('fails');
  assert.equal((await pressed()).id, 641);
  world.looks = [];

  assert.equal((await pressed()).id, 642);
});

test('an order that was let go is not forgotten: a late payment shows, and takes its place again', async () => {
  await pressed();
  world.clock.pass(DAY + 1);
  await pressed();
  Object.assign(world.orders[1] ?? {}, {status: 'canceled'});
  Object.assign(world.orders[0] ?? {}, {status: 'paid'});
  world.reload();
  await world.settle();

  assert.deepEqual(
    world.shown.map(({id, status}) => [id, status]),
    [
      [642, 'canceled'],
      [641, 'paid'],
    ],
  );
  assert.deepEqual([(await pressed()).id, world.orders.length], [641, 2]);
});

test('a note of an order that was never answered means nothing', async () => {
  world.fates = ['held'];
  const press = world.press();
  await world.settle();
  const left = [...world.disk].filter(([, text]) => text.includes('asked'));
  assert.equal(left.length, 1);
  world.closeTab();
  await press;
  world.release();
  for (const [key, text] of left) world.disk.set(key, text);
  world.disk.set('liveops/index', JSON.stringify(left.map(([key]) => key)));
  world.openTab();

  assert.deepEqual(world.shown, []);
  assert.equal((await pressed()).id, 642);
  assert.ok(![...world.disk.values()].some(text => text.includes('"asked"')));
});

test('a player sees own orders alone, and finds them again', async () => {
  await pressed();
  world.signIn('ben');
  await world.settle();
  assert.deepEqual(world.shown, []);
  assert.equal((await pressed()).id, 642);

  world.signIn('ana');
  await world.settle();
  assert.deepEqual(
    world.shown.map(({id}) => id),
    [641],
  );
});

test('a player who leaves during an order sees no payment page of it', async () => {
  world.fates = ['held'];
  const press = world.press();
  await world.settle();
  world.signIn('ben');
  world.release();

  assert.equal(await press, 'aborted');
  assert.deepEqual([world.windows[0]?.closed, world.address], [true, undefined]);
});

test('a window that the browser blocks becomes an order to open by hand', async () => {
  world.opensWindows = false;
  const order = await pressed();
  assert.deepEqual([order.blocked, world.shown[0]?.blocked], [true, true]);

  world.opensWindows = true;
  const opened = await world.ended(world.session.orders.checkout(order.id));

  assert.equal(opened.status, 'fulfilled');
  assert.equal(world.address, 'https://secure.xsolla.com/paystation4/?token=secret-token-of-641');
  assert.equal(world.shown[0]?.blocked, undefined);
  assert.equal(world.orders.length, 1);
});

test('a window that the player closes before it has an address is not opened, and the order waits', async () => {
  world.fates = ['held'];
  const press = pressed();
  await world.settle();
  world.windows[0]?.close();
  world.release();

  assert.equal((await press).blocked, true);
});

for (const [status, errorCode, target, code] of [
  [404, 4001, STEP, 'not-available'],
  [422, 1102, STEP, 'not-available'],
  [422, 9912, STEP, 'already-claimed'],
  [404, 4001, ITEM, 'not-available'],
  [422, 1460, ITEM, 'limit-exceeded'],
  [422, 1411, ITEM, 'not-available'],
  [422, 1102, ITEM, 'invalid'],
  [403, 0, ITEM, 'forbidden'],
] as const)
  test(`HTTP ${status} with ${errorCode} for ${'sku' in target ? 'an item' : 'a step'} is ${code}`, async () => {
    const path = 'sku' in target ? `payment/item/${target.sku}` : 'user/offer_chain/301/step/number/2/order';
    world.tab.api.on(`POST v2/project/44056/${path}`, () => json({statusCode: status, errorCode}, status));

    assert.equal(await world.press(target), code);
    assert.equal(world.windows[0]?.closed, true);
  });

test('a portal that answers 404 does not say that an offer is gone', async () => {
  const path = 'POST v2/project/44056/user/offer_chain/301/step/number/2/order';
  world.tab.api.on(path, () => new Response('<h1>Sign in to the WLAN</h1>', {status: 404}));

  assert.equal(await world.press(), 'bad-answer');
});

test('a bad target names its field, and opens nothing', async () => {
  const order = (target: object): Promise<Order> => world.session.orders.order(target as typeof STEP);

  await assert.rejects(order(null as never), {code: 'config', message: /`target`/});
  await assert.rejects(order({sku: ''}), {code: 'config', message: /`sku`/});
  await assert.rejects(order({sku: 'a', quantity: 0}), {code: 'config', message: /`quantity`/});
  await assert.rejects(order({sku: '..'}), {code: 'config', message: /`sku`/});
  await assert.rejects(order({sku: 'a', promoCode: 'a b'}), {code: 'config', message: /`promoCode`/});
  await assert.rejects(order({offerChainId: 301, stepNumber: 0}), {code: 'config', message: /`stepNumber`/});
  assert.equal(world.windows.length, 0);
});

test('no token is in errors, in the orders or in what support gets', async () => {
  await pressed();
  Object.assign(world.orders[0] ?? {}, {status: 'canceled'});
  await world.session.orders.check(641);
  const told = JSON.stringify([world.shown, world.session.diagnostics()]);

  assert.match(told, /order\/641/);
  assert.ok(!told.includes('secret'));
});
