import {saleOf as shopSaleOf} from '../catalog/order-calls.js';
import {invalidCart, Refusal} from '../http/envelopes.js';
import {Orders, type Sale, type SandboxOrder} from '../orders/orders.js';
import {toPrice} from '../orders/player-calls.js';
import {illustrated} from '../pictures/references.js';
import type {SeedPrice} from '../seed/fields.js';
import {toCents} from '../seed/seed-prices.js';
import {toDate} from '../world/times.js';
import type {BackOffice} from './back-office.js';
import {countryMissing} from './refusals.js';
import {readBody} from './requests.js';
import type {AddAdminCalls, AdminCall} from './routes.js';

type Search = {limit?: number; offset?: number; created_date_from?: string; created_date_until?: string};
type Payment = {
  readonly user: {readonly id: {readonly value: string}; readonly country?: {readonly value: string}};
  readonly purchase: {readonly items: readonly {readonly sku: string; readonly quantity: number}[]};
  readonly sandbox?: boolean;
  readonly settings?: {readonly return_url?: string};
};

const PAGE_SIZE = 10;
const HUNDRED = 100;

/** The calls of orders, which the vendor has in version 3 only. */
export function addOrderCalls(add: AddAdminCalls): void {
  add('/order/search', {POST: search});
  add('/payment/token', {POST: createToken});
}

/** `admin-order-search`: the latest first, as in the vendor's example. */
const search: AdminCall = async ({c, office}) => {
  const body = await readBody<Search>(c, 'admin-order/search');
  const {limit = PAGE_SIZE, offset = 0, created_date_from, created_date_until} = body;
  const from = created_date_from === undefined ? -Infinity : Date.parse(created_date_from);
  const until = created_date_until === undefined ? Infinity : Date.parse(created_date_until);
  const found = office.world.of(Orders).all.filter(({at}) => at >= from && at <= until);
  const rows = [...found].reverse().slice(offset, offset + limit);
  const has_more = offset + rows.length < found.length;
  return illustrated(c, {orders: rows.map(order => toFound(office, order)), total_items_count: found.length, has_more});
};

/** `admin-create-payment-token`. An item that the shop does not have, or has no price for, is 422/1401. */
const createToken: AdminCall = async ({c, office}) => {
  const payment = await readBody<Payment>(c, 'admin-order/payment');
  if (!payment.user.country && c.req.header('X-User-Ip') === undefined) throw countryMissing();
  const {id, token} = office.world.of(Orders).place(payment.user.id.value, saleOf(office, payment));
  return c.json({token, order_id: id}, 201);
};

/** The items as players would buy them, and with the same limits. */
function saleOf({world}: BackOffice, {user, purchase, sandbox = false, settings}: Payment): Sale {
  const player = world.player(user.id.value);
  const sales = purchase.items.map(({sku, quantity}) => itemSale({world, player}, sku, {quantity, code: undefined}));
  const [first] = sales;
  if (!first) throw invalidCart();
  return {
    ...{sku: first.sku, quantity: first.quantity, name: sales.map(({name}) => name).join(', ')},
    price: sumOf(sales),
    items: sales.map(({sku, quantity, price}) => ({sku, quantity, price})),
    isSandbox: sandbox,
    returnUrl: settings?.return_url,
    deliver: order => sales.forEach(({deliver}) => deliver(order)),
  };
}

/** What cannot be bought by a player, for any reason, makes the cart invalid. */
function itemSale(...wanted: Parameters<typeof shopSaleOf>): Sale {
  try {
    return shopSaleOf(...wanted);
  } catch (error) {
    throw error instanceof Refusal ? invalidCart() : error;
  }
}

function sumOf(sales: readonly Sale[]): SeedPrice {
  const cents = sales.reduce((sum, {price}) => sum + (price ? toCents(price) : 0), 0);
  return {amount: cents / HUNDRED, currency: sales[0]?.price?.currency ?? ''};
}

function toFound({world, catalog}: BackOffice, order: SandboxOrder): object {
  const {id, user, at, status, price, items = [order], isSandbox = false} = order;
  const country = world.player(user).attributes.get('country');
  return {
    order_id: id,
    project_id: world.projectId,
    status,
    date_created: toDate(at),
    mode: isSandbox ? 'sandbox' : 'default',
    user: {id: user, ...(country !== undefined && {country}), region_id: null},
    is_free: price === null,
    ...(price && {price: toFoundPrice(price)}),
    items: items.map(({sku, quantity, price: cost}, index) => {
      const {item_id, type, name, description, image_url} = catalog.obtain(sku);
      const about = {type, quantity, is_free: cost === null, is_bonus: false, region_id: null};
      const texts = {name, description, image_url};
      return {
        order_item_id: index + 1,
        item_id,
        sku,
        ...about,
        description: texts,
        ...(cost && {price: toFoundPrice(cost)}),
      };
    }),
  };
}

function toFoundPrice(price: SeedPrice): object {
  return {...toPrice(price), is_virtual_currency: false};
}
