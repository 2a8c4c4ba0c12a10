import type {LiveCode} from '../codes/campaigns.js';
import {codeOfOrder} from '../codes/order-code.js';
import {use} from '../codes/priced.js';
import * as refuse from '../http/envelopes.js';
import {Fields, readJson} from '../http/json-input.js';
import type {AddPlayerCall, PlayerRequest} from '../http/player-calls.js';
import {Orders, type Sale, type SandboxOrder} from '../orders/orders.js';
import type {Player} from '../players/player.js';
import {pointsOf} from './item-points.js';
import {givePoints} from '../reward-chains/give-points.js';
import type {SeedPrice} from '../seed/fields.js';
import {type PricedItem, pricedItem, toCents} from '../seed/seed-prices.js';
import type {World} from '../world/world.js';
import {isFree, pricedFor} from './item-view.js';
import type {SeedCatalogItem, SeedPart} from './seed.js';
import {Shop} from './shop.js';
import {itemFor} from './visible.js';

const MOST_PIECES = 1000;
const LONGEST_URL = 1000;
const HUNDRED = 100;

export function addOrderCalls(add: AddPlayerCall): void {
  add('POST', '/payment/item/:item_sku', orderItem);
  add('POST', '/free/item/:item_sku', orderFreeItem);
  add('POST', '/payment/item/:item_sku/virtual/:currency_sku', orderForCurrency);
}

/** `create-order-with-item`. Everything in the body is optional. */
async function orderItem(request: PlayerRequest): Promise<Response> {
  const {c, world, player} = request;
  const body = new Fields(await readJson(c));
  const code = codeOfOrder(request, body);
  const quantity = body.has('quantity') ? body.integer('quantity', 1, MOST_PIECES) : 1;
  body.flag('sandbox');
  const returnUrl = returnUrlIn(body);
  const sale = saleOf(request, c.req.param('item_sku') ?? '', {quantity, code});
  const {id, token} = world.of(Orders).place(player.user, {...sale, returnUrl});
  return c.json({order_id: id, token});
}

/** `create-free-order-with-item`: the order is done at once. */
async function orderFreeItem(request: PlayerRequest): Promise<Response> {
  const {c, world, player} = request;
  const body = new Fields(await readJson(c));
  const code = codeOfOrder(request, body);
  const item = itemIn(request, code);
  if (!isFree(item)) throw refuse.itemInvalid();
  const quantity = body.has('quantity') ? body.integer('quantity', 1, MOST_PIECES) : 1;
  const {id} = world.of(Orders).give(player.user, toSale(request, item, {quantity, code}));
  return c.json({order_id: id});
}

/** `create-order-with-item-for-virtual-currency`: the order is charged and done at once. Its body is for the studio. */
function orderForCurrency(request: PlayerRequest): Response {
  const {c, world, player} = request;
  const item = itemIn(request);
  const sku = c.req.param('currency_sku') ?? '';
  const virtual = item.virtual_prices.find(price => price.sku === sku);
  if (!virtual) throw refuse.itemNotFound(sku);
  const sale = toSale(request, {...item, price: null}, {quantity: 1, code: undefined});
  const shop = world.of(Shop);
  const left = shop.balance(player.user, sku) - virtual.amount;
  if (left < 0) throw refuse.notEnoughCurrency();
  shop.setBalance(player.user, sku, left);
  const {id} = world.of(Orders).give(player.user, {...sale, virtual});
  return c.json({order_id: id});
}

/** Who buys. */
type Buyer = Pick<PlayerRequest, 'world' | 'player'>;
type Wish = {readonly quantity: number; readonly code: LiveCode | undefined};

/** An item of the catalog or, where an offer chain sells it, the item of a step. */
export function saleOf(buyer: Buyer, sku: string, wish: Wish): Sale {
  const {world} = buyer;
  const ofStep = world.of(Shop).has(sku) ? undefined : pricedItem(world.seed, sku);
  if (ofStep) return toBill(buyer, ofStep, wish);
  const item = seenBy(buyer, sku, wish.code);
  if (isFree(item)) throw refuse.itemIsFree();
  if (!item.price) throw refuse.itemInvalid();
  return toSale(buyer, item, wish);
}

/** What an order sells; refused where a limit is used up, of the item, its stock or one of its gifts. */
function toSale(buyer: Buyer, item: SeedCatalogItem, {quantity, code}: Wish): Sale {
  const {world, player} = buyer;
  const shop = world.of(Shop);
  const {gifts, ...bill} = toBill(buyer, item, {quantity, code});
  if ((shop.limitFor(player.user, item)?.available ?? Infinity) < quantity) throw refuse.purchaseLimitExceeded();
  if ((shop.stockOf(item)?.available ?? Infinity) < quantity) throw refuse.outOfStock();
  if (gifts.some(({sku}) => shop.isUsedUp(player.user, sku))) throw refuse.purchaseLimitExceeded();
  const deliver = (order: SandboxOrder): void => {
    bill.deliver();
    shop.buy(player.user, item.sku, quantity);
    for (const part of [...item.content, ...gifts]) give(shop, player, part, quantity);
    cancelOthers(world, player, item, order.id);
  };
  return {...bill, deliver};
}

type Billed = Pick<PricedItem, 'sku' | 'name'> & {readonly price: SeedPrice | null};

/** The price after discounts and the promo code, and the gifts; nothing is used before the order is done. */
function toBill({world, player}: Buyer, {sku, name, price}: Billed, {quantity, code}: Wish) {
  const sold = pricedFor(world, player, {sku, price}, {quantity, code});
  const ofCode = price ? (code?.bonus ?? []) : [];
  return {
    ...{sku, name, quantity},
    price: price && {amount: sold.cents / HUNDRED, currency: price.currency},
    ...(price && {fullAmount: (toCents(price) * quantity) / HUNDRED}),
    gifts: [...sold.promotions.flatMap(promotion => promotion.gifts), ...ofCode],
    deliver: () => {
      use(world, player, sold, code);
      for (const {reward_chain_id, amount} of pointsOf(world, sku))
        givePoints(world, player, reward_chain_id, amount * quantity);
    },
  };
}

/** Virtual currency goes to the balance; what becomes of goods is the game's affair. */
function give(shop: Shop, {user}: Player, {sku, type, quantity}: SeedPart, pieces: number): void {
  if (type === 'virtual_currency') shop.setBalance(user, sku, shop.balance(user, sku) + quantity * pieces);
}

/** The vendor cancels what waits for its payment, once another order has used up the limit of its item. */
function cancelOthers(world: World, {user}: Player, item: SeedCatalogItem, done: number): void {
  if (world.of(Shop).limitFor(user, item)?.available !== 0) return;
  const orders = world.of(Orders);
  const waiting = orders.all.filter(order => order.user === user && order.sku === item.sku && order.status === 'new');
  for (const {id} of waiting) if (id !== done) orders.change(id, 'canceled');
}

/** The item of the path, if the player sees it now. */
function itemIn(request: PlayerRequest, code?: LiveCode): SeedCatalogItem {
  return seenBy(request, request.c.req.param('item_sku') ?? '', code);
}

function seenBy({world, player}: Buyer, sku: string, code?: LiveCode): SeedCatalogItem {
  const item = itemFor(world, player, {sku, code: code?.code});
  if (!item) throw refuse.itemNotFound(sku);
  return item;
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
