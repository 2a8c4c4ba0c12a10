import assert from 'node:assert/strict';
import {afterEach, beforeEach, describe, it, mock} from 'node:test';
import {atom} from 'nanostores';
import {WebSocket as RealSocket} from 'ws';

import {startSandbox} from '../../../demo/sandbox/server.js';
import {hurryOrders, type OrderSocketOptions} from '../../../src/orders/order-socket.js';
import type {Order} from '../../../src/offers.js';
import {later} from '../../support/deferred.js';
import {promisesDone} from '../../support/promises-done.js';
import {waitUntil} from '../../support/wait-until.js';
import {controlled, Visitor} from '../sandbox/support/visitor.js';

const POTION = 'com.xsolla.potion_2';

/** A socket whose other end is the test. */
class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  readonly sent: unknown[] = [];
  isClosed = false;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }

  hear(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', {data}));
  }
}

const push = (order_id: unknown, status = 'done'): string => JSON.stringify({push: {pub: {data: {order_id, status}}}});

const toOrder = (id: number, status: Order['status'] = 'new'): Order => ({
  id,
  status,
  target: {sku: 'sword'},
  createdAt: '2026-01-15T12:00:00Z',
});

/** Orders that the test sets, and what was asked about them. */
function createOrders(...ids: number[]) {
  const $orders = atom<readonly Order[]>(ids.map(id => toOrder(id)));
  const checks: number[] = [];
  const check = async (id: number): Promise<Order> => {
    checks.push(id);
    return Promise.resolve(toOrder(id));
  };
  return {orders: {$orders, check}, checks};
}

const stops: (() => void)[] = [];

function hurry(session: Parameters<typeof hurryOrders>[0], options: Partial<OrderSocketOptions> = {}): () => void {
  const stop = hurryOrders(session, {projectId: 44056, getToken: () => 'the token', ...options});
  stops.push(stop);
  return stop;
}

async function connected(at = 0): Promise<FakeSocket> {
  await promisesDone();
  const socket = FakeSocket.all[at];
  assert.ok(socket, 'no connection');
  socket.dispatchEvent(new Event('open'));
  return socket;
}

const before = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
const useSocket = (value: unknown): unknown =>
  Object.defineProperty(globalThis, 'WebSocket', {value, configurable: true, writable: true});

describe('Open orders that are hurried', () => {
  beforeEach(() => {
    FakeSocket.all = [];
    useSocket(FakeSocket);
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    mock.timers.reset();
    Reflect.deleteProperty(globalThis, 'WebSocket');
    if (before) Object.defineProperty(globalThis, 'WebSocket', before);
  });

  it('are those of the vendor’s socket, which hears the player’s token and the project', async () => {
    hurry(createOrders(641));

    const {url, sent} = await connected();

    assert.equal(url, 'wss://ws-store.xsolla.com/connection/websocket');
    assert.deepEqual(sent, [{connect: {data: {auth: 'the token', project_id: 44056}}, id: 1}]);
  });

  it('are checked when a message names them, whatever status it says', async () => {
    const {orders, checks} = createOrders(641, 642);
    hurry({orders});
    const socket = await connected();

    for (const frame of [push(642, 'new'), `${push(641)}\n${push('642')}`, push(700)]) {
      socket.hear(frame);
      await promisesDone();
    }

    assert.deepEqual(checks, [642, 641, 642]);
  });

  it('are checked one at a time, however many messages come', async () => {
    const {orders} = createOrders(641);
    const answer = later<Order>();
    const checks: number[] = [];
    hurry({orders: {...orders, check: async id => (checks.push(id), answer.promise)}});
    const socket = await connected();

    for (let each = 0; each < 100; each++) socket.hear(push(641));
    assert.deepEqual(checks, [641]);

    answer.reject(new Error('The server is down.'));
    await promisesDone();
    socket.hear(push(641));
    assert.deepEqual(checks, [641, 641]);
  });

  for (const frame of [
    '',
    'null',
    '{',
    '[]',
    '{"push":null}',
    push(-1),
    push({}),
    push(null),
    new ArrayBuffer(8),
    `${push(641)}${' '.repeat(70_000)}`,
  ])
    it(`are left alone by ${typeof frame === 'string' ? JSON.stringify(frame.slice(0, 60)) : 'bytes'}`, async () => {
      const {orders, checks} = createOrders(641);
      hurry({orders});
      (await connected()).hear(frame);

      await promisesDone();
      assert.deepEqual(checks, []);
    });

  it('answer the server’s ping', async () => {
    hurry(createOrders(641));
    const socket = await connected();

    socket.hear('{}');

    assert.deepEqual(socket.sent.slice(1), [{}]);
  });

  it('need no connection while there is none, or none that waits', async () => {
    const {orders} = createOrders();
    hurry({orders});
    orders.$orders.set([toOrder(1, 'done'), toOrder(2, 'canceled'), toOrder(3, 'expired')]);
    await promisesDone();
    assert.equal(FakeSocket.all.length, 0);

    orders.$orders.set([toOrder(4, 'unknown')]);
    assert.equal((await connected()).isClosed, false);
    orders.$orders.set([toOrder(4, 'paid')]);
    assert.equal(FakeSocket.all[0]!.isClosed, false);
    orders.$orders.set([toOrder(4, 'done')]);
    assert.equal(FakeSocket.all[0]!.isClosed, true);
  });

  it('have a new connection with a token of its time for each new order, which may be another player’s', async () => {
    const tokens = ['first', 'second'];
    const {orders} = createOrders(641);
    hurry({orders}, {getToken: () => tokens.shift()!});
    const first = await connected();

    orders.$orders.set([toOrder(650)]);
    const second = await connected(1);
    first.hear(push(650));

    assert.equal(first.isClosed, true);
    assert.match(JSON.stringify(second.sent), /second/);
  });

  it('lose the connection after five minutes, and when the other end closes it, without another try', async () => {
    mock.timers.enable({apis: ['setTimeout']});
    const {orders} = createOrders(641);
    hurry({orders});
    const socket = await connected();

    mock.timers.tick(299_999);
    assert.equal(socket.isClosed, false);
    mock.timers.tick(1);
    assert.equal(socket.isClosed, true);

    orders.$orders.set([toOrder(641, 'paid')]);
    await promisesDone();
    assert.equal(FakeSocket.all.length, 1);
  });

  for (const [what, getToken] of Object.entries({
    'no token comes': () => Promise.reject(new Error('signed out')),
    'the page’s function throws': () => {
      throw new Error('signed out');
    },
  }))
    it(`are checked without it when ${what}`, async () => {
      hurry(createOrders(641), {getToken});

      await promisesDone();
      assert.equal(FakeSocket.all.length, 0);
    });

  it('are checked without it where there is no WebSocket', async () => {
    useSocket(undefined);

    hurry(createOrders(641));

    await promisesDone();
  });

  it('end with the function that is returned, also while the token travels', async () => {
    const token = later<string>();
    hurry(createOrders(641), {getToken: () => token.promise})();
    token.resolve('late');
    await promisesDone();
    assert.equal(FakeSocket.all.length, 0);

    const {orders, checks} = createOrders(641);
    const stop = hurry({orders});
    const socket = await connected();
    stop();
    socket.hear(push(641));
    orders.$orders.set([toOrder(900)]);
    await promisesDone();
    assert.deepEqual([socket.isClosed, checks, FakeSocket.all.length], [true, [], 1]);
  });

  for (const [option, value] of [
    ['projectId', 0],
    ['projectId', '44056'],
    ['getToken', 'token'],
    ['url', 'wss://ws-store.xsolla.com.evil.example/connection/websocket'],
    ['url', 'wss://ws-store.xsolla.com/another'],
    ['url', 'https://127.0.0.1/'],
    ['url', 'nowhere'],
  ] as const)
    it(`are refused with ${option} ${value}`, () => {
      assert.throws(() => hurry(createOrders(), {[option]: value}), {
        code: 'config',
        message: new RegExp(`\`${option}\``),
      });
    });

  it('are checked as soon as the sandbox says that one was paid', async t => {
    let heard = 0;
    class WatchedSocket extends RealSocket {
      constructor(url: string) {
        super(url);
        this.addEventListener('message', () => heard++);
      }
    }
    useSocket(WatchedSocket);
    const sandbox = await startSandbox({port: 0});
    t.after(() => sandbox.close());
    const rocket = await Visitor.signIn(sandbox, 'Rocket');
    const placed = await rocket.callProject('POST', `/payment/item/${POTION}`);
    const {order_id} = (await placed.json()) as {order_id: number};
    const {orders, checks} = createOrders(order_id);
    hurry({orders}, {url: `${sandbox.url.replace('http', 'ws')}/connection/websocket`, getToken: () => rocket.token});
    await waitUntil(() => heard, 'the answer to the connection');

    await controlled(sandbox, 'POST', `/orders/${order_id}/pay`, {});

    await waitUntil(() => checks.length, 'the check');
    assert.ok(checks.every(id => id === order_id));
  });
});
