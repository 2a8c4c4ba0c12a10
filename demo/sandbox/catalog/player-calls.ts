import * as refuse from '../http/envelopes.js';
import {type AddPlayerCall, pageOf, type PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import type {LiveCode} from '../codes/campaigns.js';
import {Codes} from '../codes/codes.js';
import type {Player} from '../players/player.js';
import type {World} from '../world/world.js';
import {currencyOf, type Rows, toItem} from './item-view.js';
import {addOrderCalls} from './order-calls.js';
import type {SeedCatalogItem} from './seed.js';
import {Shop} from './shop.js';
import {itemFor, itemsFor, upsellFor} from './visible.js';

/** Default and maximum of `limit`. */
const PAGE_SIZE = 50;

type Filter = (item: SeedCatalogItem, request: PlayerRequest) => boolean;

const isGood: Filter = ({type}) => type !== 'bundle';
const isPackage: Filter = ({bundle_type}) => bundle_type === 'virtual_currency_package';
const isBundle: Filter = ({bundle_type}) => bundle_type === 'standard';
const isInGroup: Filter = ({groups}, {c}) => groups.includes(c.req.param('external_id') ?? '');

export function addPlayerCalls(add: AddPlayerCall): void {
  const list = (path: string, isListed: Filter, rows: Rows = 'one kind'): void =>
    add('GET', path, request => items(request, isListed, rows), 'anyone');
  add('GET', '/items/upsell', upsell);
  add('GET', '/items/virtual_items/all', allVirtualItems, 'anyone');
  list('/items', () => true, 'any kind');
  list('/items/group/:external_id', isInGroup, 'any kind');
  list('/items/virtual_items', isGood, 'virtual items');
  list('/items/virtual_items/group/:external_id', (item, request) => isGood(item, request) && isInGroup(item, request));
  list('/items/virtual_currency/package', isPackage);
  list('/items/bundle', isBundle);
  for (const [path, rows] of [
    ['/items', 'any kind'],
    ['/items/bundle', 'one kind'],
    ['/items/virtual_items', 'virtual items'],
    ['/items/virtual_currency/package', 'one kind'],
  ] as const)
    add('GET', `${path}/sku/:sku`, request => oneItem(request, rows), 'anyone');
  add('GET', '/user/virtual_currency_balance', balances);
  addOrderCalls(add);
}

/** `get-sellable-items` and its like. */
function items(request: PlayerRequest, isListed: Filter, rows: Rows): Response {
  const {c, world, player} = request;
  const promoCode = c.req.query('promo_code');
  const listed = itemsFor(world, player, promoCode).filter(item => isListed(item, request));
  const {items: page, has_more} = pageOf(c, listed, PAGE_SIZE);
  const code = previewOf(world, player, promoCode);
  return illustrated(c, {has_more, items: page.map(item => toItem(world, player, item, {rows, code}))});
}

/** `get-all-virtual-items`: a few fields of all items, without pages. */
function allVirtualItems(request: PlayerRequest): Response {
  const {c, world, player} = request;
  const goods = itemsFor(world, player).filter(item => isGood(item, request));
  const rows = goods.map(({sku, name, description, groups}) => ({
    ...{sku, name, description},
    groups: groups.map(external_id => ({external_id, name: external_id})),
  }));
  return c.json({items: rows});
}

/** `get-sellable-item-by-sku` and its like. */
function oneItem(request: PlayerRequest, rows: Rows): Response {
  const {c, world, player} = request;
  const [sku, promoCode] = [c.req.param('sku') ?? '', c.req.query('promo_code')];
  const item = itemFor(world, player, {sku, code: promoCode});
  if (!item) throw refuse.itemNotFound(sku);
  return illustrated(c, toItem(world, player, item, {rows, code: previewOf(world, player, promoCode)}));
}

/** `get-upsell-for-project-client`. It has no pages. */
function upsell({c, world, player}: PlayerRequest): Response {
  const page = upsellFor(world, player);
  return illustrated(c, {has_more: false, items: page.map(item => toItem(world, player, item, {rows: 'one kind'}))});
}

/** What the player has of each virtual currency, as in the vendor's inventory. */
function balances({c, world, player}: PlayerRequest): Response {
  const rows = [...world.of(Shop).balancesOf(player.user)];
  return illustrated(c, {
    items: rows.map(([sku, amount]) => ({sku, type: 'virtual_currency', ...currencyOf(world, sku), amount})),
  });
}

/** A code that the player could use shows its prices; any other changes nothing, since a list refuses nobody. */
function previewOf(world: World, player: Player, promoCode: string | undefined): LiveCode | undefined {
  const codes = world.of(Codes);
  const code = codes.get(promoCode ?? '');
  const isPreviewed = code?.type === 'promocode' && player.user !== '' && codes.isFor(player, code);
  return isPreviewed && !codes.refusalOf(player, code) ? code : undefined;
}
