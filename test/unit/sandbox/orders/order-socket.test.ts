import assert from 'node:assert/strict';
import {after, afterEach, before, beforeEach, test} from 'node:test';
import {WebSocket} from 'ws';
import {startSandbox, type Sandbox} from '../../../../demo/sandbox/server.js';
import {waitUntil} from '../../../support/wait-until.js';
import {control, controlled, Visitor} from '../support/visitor.js';

const POTION = 'com.xsolla.potion_2';

type Message = {id?: number; connect?: {ping: number; pong: boolean}; push?: {pub: {data: object}}};

let sandbox: Sandbox;
let rocket: Visitor;
const sockets: WebSocket[] = [];
before(async () => {
  sandbox = await startSandbox({port: 0});
  rocket = await Visitor.signIn(sandbox, 'Rocket');
});
beforeEach(async () => void (await control(sandbox, 'POST', '/reset')));
afterEach(() => sockets.splice(0).forEach(socket => socket.terminate()));
after(async () => await sandbox.close());

/** What a page hears, and the code that the sandbox closes the socket with. */
type Line = {readonly socket: WebSocket; readonly messages: Message[]; readonly closed: Promise<number>};

function open(): Line {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/connection/websocket`);
  sockets.push(socket);
  const messages: Message[] = [];
  socket.on('message', data => messages.push(JSON.parse(String(data as Buffer)) as Message));
  const closed = new Promise<number>(resolve => void socket.on('close', resolve));
  return {socket, messages, closed};
}

async function connect(auth: unknown, project_id: unknown = 44056): Promise<Line> {
  const line = open();
  line.socket.on('open', () => line.socket.send(JSON.stringify({connect: {data: {auth, project_id}}, id: 1})));
  await Promise.race([line.closed, waitUntil(() => line.messages.length, 'the answer')]);
  return line;
}

async function place(visitor: Visitor): Promise<number> {
  const answer = await visitor.callProject('POST', `/payment/item/${POTION}`);
  return ((await answer.json()) as {order_id: number}).order_id;
}

const pushes = ({messages}: Line): object[] => messages.flatMap(({push}) => (push ? [push.pub.data] : []));

test('the socket pushes each new status of the player’s own orders', async () => {
  const line = await connect(rocket.token);
  assert.deepEqual([line.messages[0]?.id, line.messages[0]?.connect?.pong], [1, true]);
  const other = await place(await Visitor.signIn(sandbox, 'MrJoe'));
  const order_id = await place(rocket);

  await controlled(sandbox, 'POST', `/orders/${other}/pay`, {});
  await controlled(sandbox, 'POST', `/orders/${order_id}/pay`, {deliver: false});
  await controlled(sandbox, 'POST', `/orders/${order_id}/deliver`);

  await waitUntil(() => pushes(line).length === 3, 'three statuses');
  assert.deepEqual(
    pushes(line),
    ['new', 'paid', 'done'].map(status => ({order_id, status})),
  );
});

test('the socket pushes what happens on the payment page', async () => {
  const line = await connect(rocket.token);
  const answer = await rocket.callProject('POST', `/payment/item/${POTION}`);
  const {order_id, token} = (await answer.json()) as {order_id: number; token: string};

  const body = new URLSearchParams({action: 'decline'});
  await fetch(`${sandbox.url}/paystation4/?token=${token}`, {method: 'POST', body, redirect: 'manual'});

  await waitUntil(() => pushes(line).length === 2, 'the status');
  assert.deepEqual(pushes(line)[1], {order_id, status: 'canceled'});
});

for (const [what, auth, project] of [
  ['no token', undefined, 44056],
  ['a forged one', 'forged', 44056],
  ['another project', 'right', 1],
] as const)
  test(`the socket is closed to a page with ${what}`, async () => {
    const line = await connect(auth === 'right' ? rocket.token : auth, project);

    assert.equal(await line.closed, 3500);
    assert.deepEqual(line.messages, []);
  });

test('the socket is closed to a page that sends no command', async () => {
  const line = open();
  line.socket.on('open', () => line.socket.send('hello'));

  assert.equal(await line.closed, 3501);
});

test('a fault for its path refuses the socket', async () => {
  await controlled(sandbox, 'PUT', '/faults', [{path: '/connection/websocket', fault: 'status', status: 503}]);
  const line = open();
  const refused = new Promise<string>(resolve => void line.socket.on('error', ({message}) => resolve(message)));

  assert.match(await refused, /503/);
});
