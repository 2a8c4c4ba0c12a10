import assert from 'node:assert/strict';
import {afterEach, beforeEach, test} from 'node:test';
import type {Order} from '../../../src/offers.js';
import {later} from '../../support/deferred.js';
import {jwt} from '../../support/fixtures/jwt.js';
import {createOrderNotebook} from '../../../src/orders/notebook.js';
import {createTieredStore} from '../../../src/storage/tiered-store.js';
import {mapTier} from '../storage/fake-stores.js';
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
async function pressed(target: Parameters<OrderWorld['press']>[0] = STEP): Promise<Order> {
  const end = await world.press(target);
  assert.ok(typeof end !== 'string', String(end));
  return end;
}

test('an order whose checks always fail does not keep the others from being followed', async () => {
  await pressed();
  await pressed(ITEM);
  world.tab.api.on('GET v2/project/44056/order/641', () => new Response('<h1>Not here</h1>', {status: 404}));
  Object.assign(world.orders[1] ?? {}, {status: 'paid'});
  world.clock.pass(3_000);
  await world.settle();

  assert.deepEqual(
    world.shown.map(({id, status}) => [id, status]),
    [
      [642, 'paid'],
      [641, 'new'],
    ],
  );
});

test('a late payment of an order that was let go is noticed before another order is made', async () => {
  await pressed();
  world.clock.setHidden(true);
  world.clock.pass(DAY + 1);
  assert.equal((await pressed()).id, 642);
  Object.assign(world.orders[0] ?? {}, {status: 'paid'});
  Object.assign(world.orders[1] ?? {}, {status: 'canceled'});

  const again = await pressed();

  assert.deepEqual([again.id, again.status, world.orders.length], [641, 'paid', 2]);
});

test('an order that no store keeps is not opened, and the next press orders again', async () => {
  world.fates = ['held'];
  const press = world.press();
  await world.settle();
  world.storeFails = true;
  world.release();

  assert.equal(await press, 'storage-unavailable');
  assert.deepEqual([world.windows[0]?.closed, world.orders[0]?.isOpened, world.shown], [true, false, []]);
  world.storeFails = false;
  assert.equal((await pressed()).id, 642);
  world.reload();
  assert.equal((await pressed()).id, 642);
});

test('two presses before the player is known open one window', async () => {
  const token = later<string>();
  uninstall();
  const early = new OrderWorld({getToken: () => token.promise});
  uninstall = early.install();
  early.fates = ['held'];
  const presses = [early.press(), early.press()];
  await early.settle();
  token.resolve(jwt({sub: 'ana'}));
  await early.settle();
  presses.push(early.press());
  early.release();

  const ids = (await Promise.all(presses)).map(end => (end as Order).id);

  assert.deepEqual([ids, early.windows.length], [[641, 641, 641], 1]);
  early.close();
});

test('a player who comes back during a check that hangs gets another one', async () => {
  await pressed();
  const hanging = later<Response>();
  world.tab.api.on('GET v2/project/44056/order/641', () => hanging.promise);
  world.clock.pass(3_000);
  await world.settle();
  world.clock.setHidden(true);
  world.clock.pass(1_000_000);
  world.tab.api.on('GET v2/project/44056/order/641', () => Response.json({order_id: 641, status: 'paid'}));
  world.clock.setHidden(false);
  hanging.resolve(Response.json({order_id: 641, status: 'new'}));
  await world.settle();

  assert.equal(world.shown[0]?.status, 'paid');
});

test('a payment received long ago is checked once at each return, and not every three seconds again', async () => {
  await pressed();
  let checks = 0;
  world.tab.api.on('GET v2/project/44056/order/641', () => {
    checks++;
    return Response.json({order_id: 641, status: 'paid'});
  });
  const wait = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 3) {
      world.clock.pass(3_000);
      await world.settle();
    }
  };
  await wait(1_300);
  assert.ok(checks > 100, `${checks} checks`);
  checks = 0;

  world.clock.setHidden(true);
  world.clock.setHidden(false);
  await wait(60);

  assert.equal(checks, 1);
});

test('a tab with an older answer does not make a paid order payable again', async () => {
  const player = 'ana';
  const disk = new Map<string, string>();
  const tabs = [0, 1].map(() => createOrderNotebook({player, store: createTieredStore([mapTier(disk)])}));
  const order = {key: 'k', id: 641, target: STEP, at: 0} as const;
  await tabs[0]?.write({...order, state: 'open', status: 'new', token: 'secret'});
  await tabs[1]?.read();
  await tabs[0]?.write({...order, state: 'open', status: 'paid'});

  await tabs[1]?.write({...order, state: 'open', status: 'unknown', token: 'secret'});

  const read = await createOrderNotebook({player, store: createTieredStore([mapTier(disk)])}).read();
  assert.deepEqual(read.notes, [{...order, state: 'open', status: 'paid'}]);
  assert.deepEqual(tabs[1]?.known, read.notes);
});

test('without web locks two tabs that order at the same time make one order at most', async () => {
  Object.defineProperty(globalThis, 'navigator', {value: {}, configurable: true});
  const tabs = [world.tab, world.openTab()];
  await world.settle();
  world.fates = ['held', 'held'];

  const presses = tabs.map(tab => world.press(STEP, tab));
  await world.settle();
  world.release();
  const ends = await Promise.all(presses);

  assert.ok(world.orders.length < 2, JSON.stringify(ends));
  assert.ok(ends.includes('payment-open'), JSON.stringify(ends));
});

test('without web locks no order is made while another tab makes one', async () => {
  Object.defineProperty(globalThis, 'navigator', {value: {}, configurable: true});
  const [first, second] = [world.tab, world.openTab()];
  await world.settle();
  world.fates = ['held'];
  const press = world.press(STEP, first);
  await world.settle();

  assert.equal(await world.press(STEP, second), 'payment-open');
  world.release();
  assert.equal(((await press) as Order).id, 641);
  assert.equal((await pressed()).id, 641);
  assert.equal(world.orders.length, 1);
});

test('without web locks a page that was closed while it ordered is waited for a minute', async () => {
  Object.defineProperty(globalThis, 'navigator', {value: {}, configurable: true});
  world.fates = ['held'];
  const press = world.press();
  await world.settle();
  const left = [...world.disk].filter(([, text]) => text.includes('asked') || text.includes('/orders/'));
  world.closeTab();
  await press;
  world.release();
  for (const [key, text] of left) world.disk.set(key, text);
  world.openTab();

  assert.equal(await world.press(), 'payment-open');
  world.clock.pass(70_000);
  assert.equal((await pressed()).id, 642);
});
