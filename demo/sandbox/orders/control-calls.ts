import type {Context} from 'hono';
import type {AddControlCall, Controls} from '../controls/controls.js';
import type {SandboxEnv} from '../http/env.js';
import {orderNotFound, Refusal} from '../http/envelopes.js';
import {Fields, readJson} from '../http/json-input.js';
import {toInteger} from '../http/numbers.js';
import {toDate} from '../world/times.js';
import {Orders, type OrderStatus, type SandboxOrder} from './orders.js';

export function addControlCalls(add: AddControlCall): void {
  add('GET', '/orders', (c, {world}) => c.json(world.of(Orders).all.map(describe)));
  add('POST', '/orders/:order_id/pay', pay);
  add('POST', '/orders/:order_id/deliver', (c, controls) => change(c, controls, 'done'));
  add('POST', '/orders/:order_id/cancel', (c, controls) => change(c, controls, 'canceled'));
  add('POST', '/orders/:order_id/expire', (c, controls) => change(c, controls, 'expired'));
}

/** `{deliver?}`: the payment arrives. Without `deliver: false` the goods are delivered at once, and the order is done. */
async function pay(c: Context<SandboxEnv>, controls: Controls): Promise<Response> {
  const fields = new Fields(await readJson(c));
  fields.only('deliver');
  const isDelivered = fields.has('deliver') ? fields.flag('deliver') : true;
  const answer = change(c, controls, 'paid');
  return isDelivered ? change(c, controls, 'done') : answer;
}

function change(c: Context<SandboxEnv>, {world}: Controls, status: OrderStatus): Response {
  const orders = world.of(Orders);
  const order = orders.get(toInteger(c.req.param('order_id'), 'order_id'));
  if (!order) throw orderNotFound();
  const changed = orders.change(order.id, status);
  if (!changed) throw new Refusal(422, 0, `An order that is ${order.status} does not become ${status}`);
  return c.json(describe(changed));
}

/** All but the token, which only the player's own answer has. */
function describe({id, user, status, sku, quantity, at}: SandboxOrder): object {
  return {order_id: id, user, status, sku, quantity, created: toDate(at)};
}
