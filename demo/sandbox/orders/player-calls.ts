import * as refuse from '../http/envelopes.js';
import {idIn, type AddPlayerCall, type PlayerRequest} from '../http/player-calls.js';
import type {SeedPrice} from '../seed/fields.js';
import {Orders, type Sale, type SandboxOrder} from './orders.js';

export function addPlayerCalls(add: AddPlayerCall): void {
  add('GET', '/order/:order_id', readOrder);
}

/** `get-order`. The order of another player is not found. */
function readOrder({c, world, player}: PlayerRequest): Response {
  const order = world.of(Orders).get(idIn(c, 'order_id'));
  if (order?.user !== player.user) throw refuse.orderNotFound();
  return c.json(toOrder(order));
}

function toOrder({id, status, items, ...sale}: SandboxOrder): object {
  const rows = (items ?? [sale]).map(({sku, quantity, ...cost}) => ({sku, quantity, ...toCost(cost)}));
  return {order_id: id, status, content: {...toCost(sale), items: rows}};
}

function toCost({price, fullAmount, virtual}: Pick<Sale, 'price' | 'fullAmount' | 'virtual'>): object {
  const cost = price ? {price: toPrice(price, fullAmount)} : virtual && {virtual_price: toVirtual(virtual)};
  return {is_free: price === null && !virtual, ...cost};
}

/** The currency of a virtual price is a SKU. */
function toVirtual({sku, amount}: {readonly sku: string; readonly amount: number}): object {
  return {amount: String(amount), amount_without_discount: String(amount), currency: sku};
}

/** Amounts of orders are strings, unlike those of steps. */
export function toPrice({amount, currency}: SeedPrice, fullAmount = amount): object {
  return {amount: String(amount), amount_without_discount: String(fullAmount), currency};
}
