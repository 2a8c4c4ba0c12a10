import type {LiveCode} from '../codes/campaigns.js';
import {type Priced, priced, toPromotionRows} from '../codes/priced.js';
import type {Player} from '../players/player.js';
import {Chains} from '../reward-chains/chains.js';
import {toAmount, toCents} from '../seed/seed-prices.js';
import {toDate, toUnixTime} from '../world/times.js';
import type {World} from '../world/world.js';
import {pointsOf} from './item-points.js';
import type {SeedCatalogItem, SeedItemPoints, SeedLimit, SeedPart, SeedPeriod} from './seed.js';
import {type LimitState, Shop} from './shop.js';

/** How a call writes names: as texts, or by language. */
export type Names = 'texts' | 'by language';

type ViewOptions = {readonly names: Names; readonly code?: LiveCode | undefined};

/** An item as `get-sellable-items`, and with names by language `get-virtual-items`, shows it to a player. */
export function toItem(world: World, player: Player, item: SeedCatalogItem, {names, code}: ViewOptions): object {
  const shop = world.of(Shop);
  const {sku, name, type, bundle_type, description, image_url, groups, content, periods} = item;
  const sold = pricedFor(world, player, item, {quantity: 1, code});
  const toName = (text: string): unknown => (names === 'texts' ? text : {en: text});
  const limits = toLimits(shop, player, item);
  return {
    item_id: shop.idOf(sku),
    sku,
    name: toName(name),
    type,
    ...(bundle_type && {bundle_type}),
    description: toName(description),
    image_url,
    groups: groups.map(external_id => ({external_id, name: toName(external_id)})),
    attributes: [],
    is_free: isFree(item),
    price: toPrice(item, sold),
    virtual_prices: item.virtual_prices.map((price, at) => toVirtualPrice(world, price, at === 0)),
    can_be_bought: isLeft(shop, player, item),
    promotions: toPromotionRows(world, player, sold, item.price ? code?.bonus : []),
    limits,
    periods: periods.map(period => toPeriod(shop, period)),
    vp_rewards: pointsOf(world, sku).flatMap(point => toPoints(world, point)),
    inventory_options: {consumable: {usages_count: 1}, expiration_period: null},
    virtual_item_type: 'consumable',
    ...(type === 'bundle' && {content: content.map(part => toPart(shop, part)), total_content_price: null}),
  };
}

/** What a player pays for pieces of an item, which may have no price in money. */
export function pricedFor(
  world: World,
  player: Player,
  {sku, price}: Pick<SeedCatalogItem, 'sku' | 'price'>,
  {quantity, code}: {readonly quantity: number; readonly code: LiveCode | undefined},
): Priced {
  return priced(world, player, {sku, cents: price ? toCents(price) * quantity : 0}, code);
}

export function isFree({price, virtual_prices}: SeedCatalogItem): boolean {
  return price === null && virtual_prices.length === 0;
}

function isLeft(shop: Shop, {user}: Player, item: SeedCatalogItem): boolean {
  return shop.limitFor(user, item)?.available !== 0 && shop.stockOf(item)?.available !== 0;
}

function toPrice({price}: SeedCatalogItem, {cents}: Priced): object | null {
  if (!price) return null;
  return {amount: toAmount(cents), amount_without_discount: toAmount(toCents(price)), currency: price.currency};
}

function toVirtualPrice(world: World, {sku, amount}: {sku: string; amount: number}, is_default: boolean): object {
  const shop = world.of(Shop);
  const {name, image_url, description} = currencyOf(world, sku);
  const calculated_price = {amount: String(amount), amount_without_discount: String(amount)};
  const item = {item_id: shop.idOf(sku), sku, name, type: 'virtual_currency', description, image_url};
  return {...item, amount, amount_without_discount: amount, calculated_price, is_default};
}

/** What the seed says of a virtual currency, wherever it names it. */
export function currencyOf({seed}: World, sku: string): {name: string; image_url: string; description: string} {
  const parts = seed.catalog_items.flatMap(({content}) => content);
  const rewards = seed.chains.flatMap(({steps}) => steps.flatMap(({reward}) => reward));
  const known = [...parts, ...rewards].find(item => item.sku === sku);
  return {name: known?.name ?? sku, image_url: known?.image_url ?? '', description: known?.description ?? ''};
}

function toLimits(shop: Shop, {user}: Player, item: SeedCatalogItem): object | null {
  const limit = shop.limitFor(user, item);
  const stock = shop.stockOf(item);
  if (!limit && !stock) return null;
  return {
    per_user: limit && {total: limit.total, available: limit.available, recurrent_schedule: toSchedule(item, limit)},
    per_item: stock && {total: stock.total, available: stock.available},
  };
}

function toSchedule({user_limit}: {user_limit: SeedLimit | null}, {next}: LimitState): object | null {
  return next === null ? null : {interval_type: user_limit?.interval_type, reset_next_date: toUnixTime(next)};
}

function toPeriod(shop: Shop, period: SeedPeriod): object {
  const {from, until} = shop.timesOf(period);
  return {date_from: from === null ? null : toDate(from), date_until: until === null ? null : toDate(until)};
}

/** `is_clan` is missing from individual points. */
function toPoints(world: World, {reward_chain_id, amount}: SeedItemPoints): object[] {
  const point = world.of(Chains).get(reward_chain_id)?.value_point;
  if (!point) return [];
  const {sku, name, image_url, is_clan} = point;
  return [{item_id: reward_chain_id, sku, amount, name, image_url, ...(is_clan && {is_clan})}];
}

function toPart(shop: Shop, {sku, name, type, description, image_url, quantity}: SeedPart): object {
  const item = {item_id: shop.idOf(sku), sku, name, type, description, image_url, quantity};
  return {...item, attributes: [], groups: [], is_free: false, price: null, virtual_prices: [], limits: null};
}
