import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {assertSchema} from '../support/schemas.js';
import {assertRefused, control, controlled, Visitor} from '../support/visitor.js';

type Placed = {order_id: number; token: string};
type Order = {status: string; content: {price?: {amount: string; currency: string}; items: {quantity: number}[]}};

const DAY = 24 * 3600;
const POTION = 'com.xsolla.potion_2';

let sandbox: Sandbox;
let rocket: Visitor;
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
after(async () => await sandbox.close());

async function buy(sku: string, body?: object): Promise<Response> {
  const init = body ? {body: JSON.stringify(body)} : {};
  return await rocket.callProject('POST', `/payment/item/${sku}`, init);
}

async function place(body?: object): Promise<Placed> {
  const placed = (await (await buy(POTION, body)).json()) as Placed;
  assertSchema('placed-order', placed);
  return placed;
}

async function read(id: number): Promise<Order> {
  const answer = await rocket.callProject('GET', `/order/${id}`);
  assert.equal(answer.status, 200);
  const order: unknown = await answer.json();
  assertSchema('order', order);
  return order as Order;
}

const pageOf = async (token: string): Promise<Response> => await fetch(`${sandbox.url}/paystation4/?token=${token}`);

async function press(token: string, action: string): Promise<string> {
  const body = new URLSearchParams({action});
  return await (await fetch(`${sandbox.url}/paystation4/?token=${token}`, {method: 'POST', body})).text();
}

const stateOf = (html: string): string | undefined => /data-state="([^"]+)"/.exec(html)?.[1];

test('an item is ordered by its SKU, as often as the player wants', async () => {
  const one = await read((await place()).order_id);
  const three = await read((await place({quantity: 3, sandbox: true})).order_id);

  assert.deepEqual([one.status, one.content.price?.amount, one.content.price?.currency], ['new', '0.99', 'EUR']);
  assert.deepEqual([three.content.price?.amount, three.content.items[0]?.quantity], ['2.97', 3]);
});

test('an order that cannot be made says why', async () => {
  await assertRefused(await buy('com.xsolla.nothing'), 404, 4001, /com\.xsolla\.nothing/);
  await assertRefused(await buy(POTION, {promo_code: 'NOSUCHCODE'}), 404, 9802);
  await assertRefused(await buy(POTION, {quantity: 0}), 422, 1102, /`quantity`/);
  await assertRefused(await buy(POTION, {settings: {return_url: 'javascript:1'}}), 422, 1102, /`settings.return_url`/);
  await assertRefused(await buy(POTION, {settings: {colour: 'red'}}), 422, 1102, /`settings.colour`/);
});

test('an order is read by its player alone, and without its token', async () => {
  const {order_id, token} = await place();
  const answer = await rocket.callProject('GET', `/order/${order_id}`);
  const joe = await Visitor.signIn(sandbox, 'MrJoe');

  assert.ok(!(await answer.text()).includes(token));
  await assertRefused(await joe.callProject('GET', `/order/${order_id}`), 404, 9001);
  await assertRefused(await rocket.callProject('GET', '/order/1'), 404, 9001);
});

test('control calls pay, deliver, cancel and expire an order, as far as its status allows', async () => {
  const statuses = async (...calls: string[]): Promise<unknown[]> => {
    const {order_id} = await place();
    const ends = [];
    for (const call of calls) ends.push((await control(sandbox, 'POST', `/orders/${order_id}/${call}`)).status);
    return [...ends, (await read(order_id)).status];
  };

  assert.deepEqual(await statuses('pay', 'cancel', 'expire', 'pay'), [200, 422, 422, 422, 'done']);
  assert.deepEqual(await statuses('cancel', 'pay'), [200, 422, 'canceled']);
  assert.deepEqual(await statuses('expire', 'pay'), [200, 422, 'expired']);
  assert.deepEqual(await statuses('deliver'), [422, 'new']);
  const {order_id} = await place();
  await controlled(sandbox, 'POST', `/orders/${order_id}/pay`, {deliver: false});
  assert.equal((await read(order_id)).status, 'paid');
  await assertRefused(await control(sandbox, 'POST', '/orders/1/pay'), 404, 9001);
});

test('the orders are listed with their players, and without tokens', async () => {
  const {order_id, token} = await place({quantity: 2});
  const list = await controlled<object[]>(sandbox, 'GET', '/orders');

  assert.ok(!JSON.stringify(list).includes(token));
  const [{created: _, ...order}] = list as [{created: string}];
  assert.deepEqual(order, {order_id, user: 'Rocket', status: 'new', sku: POTION, quantity: 2});
});

test('the payment page shows the order, and pays it', async () => {
  const {order_id, token} = await place();
  const answer = await pageOf(token);
  const html = await answer.text();

  assert.match(html, /1 × Small potion, €0\.99\./);
  assert.equal(stateOf(html), 'new');
  assert.deepEqual(
    [answer.headers.get('referrer-policy'), answer.headers.get('cache-control')],
    ['no-referrer', 'no-store'],
  );
  assert.equal(stateOf(await press(token, 'pay')), 'done');
  assert.equal((await read(order_id)).status, 'done');
  assert.equal(stateOf(await press(token, 'decline')), 'done');
});

test('the payment page declines, or leaves the order for a payment that comes later', async () => {
  const declined = await place();
  assert.equal(stateOf(await press(declined.token, 'decline')), 'canceled');
  assert.equal((await read(declined.order_id)).status, 'canceled');

  const late = await place();
  assert.equal(stateOf(await press(late.token, 'later')), 'later');
  assert.equal((await read(late.order_id)).status, 'new');
});

test('a payment link ends after a day, and its order waits on', async () => {
  const {order_id, token} = await place();
  await controlled(sandbox, 'POST', '/clock', {seconds: DAY});

  assert.equal(stateOf(await press(token, 'pay')), 'link-expired');
  assert.equal((await read(order_id)).status, 'new');
});

test('an unknown payment link is not found', async () => {
  const answer = await pageOf('x');

  assert.equal(answer.status, 404);
  assert.equal(stateOf(await answer.text()), 'unknown');
});

test('the way back to the shop carries what the vendor adds', async () => {
  const {order_id, token} = await place({settings: {return_url: 'https://shop.example/?a=1'}});
  const html = await (await pageOf(token)).text();

  const href = `https://shop.example/?a=1&user_id=Rocket&invoice_id=${order_id}&status=new`.replaceAll('&', '&amp;');
  assert.ok(html.includes(`href="${href}"`));
});

test('faults reach the payment page and the order, and the log names no token', async () => {
  const {order_id, token} = await place();
  await controlled(sandbox, 'PUT', '/faults', [
    {path: '/paystation4', fault: 'status', status: 503, times: 1},
    {path: '/api/v2/project/44056/order', fault: 'status', status: 500, times: 1},
  ]);

  assert.equal((await pageOf(token)).status, 503);
  assert.equal((await rocket.callProject('GET', `/order/${order_id}`)).status, 500);
  assert.ok(!JSON.stringify(await controlled(sandbox, 'GET', '/log')).includes(token));
});

test('ids go on after a reset, so that no page meets another order under a number that it remembers', async () => {
  const {order_id} = await place();
  await control(sandbox, 'POST', '/reset');

  await assertRefused(await rocket.callProject('GET', `/order/${order_id}`), 404, 9001);
  assert.ok((await place()).order_id > order_id);
});
