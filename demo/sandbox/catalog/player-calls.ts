import * as refuse from '../http/envelopes.js';
import {type AddPlayerCall, pageOf, type PlayerRequest} from '../http/player-calls.js';
import {illustrated} from '../pictures/references.js';
import type {LiveCode} from '../codes/campaigns.js';
import {Codes} from '../codes/codes.js';
import type {Player} from '../players/player.js';
import type {World} from '../world/world.js';
import {currencyOf, type Names, toItem} from './item-view.js';
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
  const list = (path: string, isListed: Filter, names: Names = 'texts'): void =>
    add('GET', path, request => items(request, isListed, names), 'anyone');
  add('GET', '/items/upsell', upsell);
  add('GET', '/items/virtual_items/all', allVirtualItems, 'anyone');
  list('/items', () => true);
  list('/items/group/:external_id', isInGroup);
  list('/items/virtual_items', isGood, 'by language');
  list('/items/virtual_items/group/:external_id', (item, request) => isGood(item, request) && isInGroup(item, request));
  list('/items/virtual_currency/package', isPackage);
  list('/items/bundle', isBundle);
  for (const path of [
    '/items/sku',
    '/items/bundle/sku',
    '/items/virtual_items/sku',
    '/items/virtual_currency/package/sku',
  ])
    add('GET', `${path}/:sku`, path.includes('virtual_items') ? virtualItem : oneItem, 'anyone');
  add('GET', '/user/virtual_currency_balance', balances);
  addOrderCalls(add);
}

/** `get-sellable-items` and its like. */
function items(request: PlayerRequest, isListed: Filter, names: Names): Response {
  const {c, world, player} = request;
  const promoCode = c.req.query('promo_code');
  const listed = itemsFor(world, player, promoCode).filter(item => isListed(item, request));
  const {items: rows, has_more} = pageOf(c, listed, PAGE_SIZE);
  const code = previewOf(world, player, promoCode);
  return illustrated(c, {has_more, items: rows.map(item => toItem(world, player, item, {names, code}))});
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
function oneItem(request: PlayerRequest, names: Names = 'texts'): Response {
  const {c, world, player} = request;
  const [sku, promoCode] = [c.req.param('sku') ?? '', c.req.query('promo_code')];
  const item = itemFor(world, player, {sku, code: promoCode});
  if (!item) throw refuse.itemNotFound(sku);
  return illustrated(c, toItem(world, player, item, {names, code: previewOf(world, player, promoCode)}));
}

function virtualItem(request: PlayerRequest): Response {
  return oneItem(request, 'by language');
}

/** `get-upsell-for-project-client`. It has no pages. */
function upsell({c, world, player}: PlayerRequest): Response {
  const rows = upsellFor(world, player);
  return illustrated(c, {has_more: false, items: rows.map(item => toItem(world, player, item, {names: 'texts'}))});
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
