import {codeOfOrder} from '../codes/order-code.js';
import {Fields, readJson} from '../http/json-input.js';
import * as refuse from '../http/envelopes.js';
import {idIn, type AddPlayerCall, type PlayerRequest} from '../http/player-calls.js';
import {percentsOf, priceAfter} from '../promotions/prices.js';
import {Promotions} from '../promotions/promotions.js';
import {pricedItem, type SeedPrice} from '../seed/seed-prices.js';
import {Orders, type Sale, type SandboxOrder} from './orders.js';

const MOST_PIECES = 1000;
const LONGEST_URL = 1000;
const HUNDRED = 100;

export function addPlayerCalls(add: AddPlayerCall): void {
  add('POST', '/payment/item/:item_sku', orderItem);
  add('GET', '/order/:order_id', readOrder);
}

/** `create-order-with-item`, at the price after discounts and the promo code. Everything in the body is optional. */
async function orderItem(request: PlayerRequest): Promise<Response> {
  const {c, world, player} = request;
  const sku = c.req.param('item_sku') ?? '';
  const item = pricedItem(world.seed, sku);
  if (!item) throw refuse.itemNotFound(sku);
  const body = new Fields(await readJson(c));
  const code = codeOfOrder(request, body.has('promo_code') ? body.text('promo_code') : undefined);
  const quantity = body.has('quantity') ? body.integer('quantity', 1, MOST_PIECES) : 1;
  body.flag('sandbox');
  const returnUrl = returnUrlIn(body);
  const cents = Math.round(item.price.amount * HUNDRED) * quantity;
  const promotions = world.of(Promotions).on(player, {sku, cents});
  // Counted in cents, or € 0.99 three times would be € 2.9699999999999998.
  const price = code.price({...item.price, amount: priceAfter(cents, percentsOf(promotions)) / HUNDRED});
  const fullAmount = cents / HUNDRED;
  const deliver = (): void => {
    promotions.forEach(promotion => world.of(Promotions).use(player.user, promotion));
    code.use();
  };
  const {id, token} = world.of(Orders).place(player.user, {...item, quantity, price, fullAmount, returnUrl, deliver});
  return c.json({order_id: id, token});
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

function toCost({price, fullAmount}: Pick<Sale, 'price' | 'fullAmount'>): object {
  return {is_free: price === null, ...(price && {price: toPrice(price, fullAmount)})};
}

/** Amounts of orders are strings, unlike those of steps. */
export function toPrice({amount, currency}: SeedPrice, fullAmount = amount): object {
  return {amount: String(amount), amount_without_discount: String(fullAmount), currency};
}

function returnUrlIn(body: Fields): string | undefined {
  if (!body.has('settings')) return undefined;
  const settings = body.inner('settings');
  settings.only('ui', 'payment_method', 'return_url', 'redirect_policy');
  if (!settings.has('return_url')) return undefined;
  const url = settings.text('return_url');
  const isFit = url.length <= LONGEST_URL && /^https?:\/\//.test(url) && URL.canParse(url);
  if (!isFit) throw settings.refusal('return_url', `must be an http address of at most ${LONGEST_URL} characters`);
  return url;
}

/** Counted in cents, or € 0.99 three times would be € 2.9699999999999998. */
export function times({amount, currency}: SeedPrice, quantity: number): SeedPrice {
  return {amount: (Math.round(amount * HUNDRED) * quantity) / HUNDRED, currency};
}
