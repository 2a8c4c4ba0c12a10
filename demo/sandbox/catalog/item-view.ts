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

/** Whose rows a call has: those of items of any kind, of one kind, or of virtual items, whose names are by language. */
export type Rows = 'any kind' | 'one kind' | 'virtual items';

type ViewOptions = {readonly rows: Rows; readonly code?: LiveCode | undefined};

/** What only items have that are no bundles. */
const AS_GOOD = {
  inventory_options: {consumable: {usages_count: 1}, expiration_period: null},
  virtual_item_type: 'consumable',
};

/** An item as `get-sellable-items` and, with other `rows`, the calls of one kind show it to a player. */
export function toItem(world: World, player: Player, item: SeedCatalogItem, {rows, code}: ViewOptions): object {
  const shop = world.of(Shop);
  const {sku, name, type, bundle_type, description, image_url, groups, content, periods} = item;
  const sold = pricedFor(world, player, item, {quantity: 1, code});
  const toName = (text: string): unknown => (rows === 'virtual items' ? {en: text} : text);
  const toGroupName = (text: string): unknown => (rows === 'any kind' ? text : {en: text});
  const limits = toLimits(shop, player, item);
  return {
    item_id: shop.idOf(sku),
    sku,
    name: toName(name),
    type,
    ...(bundle_type && {bundle_type}),
    description: toName(description),
    image_url,
    groups: groups.map(external_id => ({external_id, name: toGroupName(external_id)})),
    attributes: [],
    is_free: isFree(item),
    price: toPrice(item, sold),
    virtual_prices: item.virtual_prices.map((price, at) => toVirtualPrice(world, price, {isDefault: at === 0, rows})),
    can_be_bought: isLeft(shop, player, item),
    promotions: toPromotionRows(world, player, sold, item.price ? code?.bonus : []),
    limits,
    periods: periods.map(period => toPeriod(shop, period)),
    vp_rewards: pointsOf(world, sku).flatMap(point => toPoints(world, point)),
    ...(type === 'bundle' ? {content: content.map(part => toPart(shop, part, bundle_type))} : AS_GOOD),
    ...(bundle_type === 'standard' && {total_content_price: null}),
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

/** Only rows of any kind have the price as texts, too. */
function toVirtualPrice(
  world: World,
  {sku, amount}: {sku: string; amount: number},
  {isDefault, rows}: {isDefault: boolean; rows: Rows},
): object {
  const {name, image_url, description} = currencyOf(world, sku);
  const item = {sku, name, type: 'virtual_currency', description, image_url};
  const price = {...item, amount, amount_without_discount: amount, is_default: isDefault};
  if (rows !== 'any kind') return price;
  const calculated_price = {amount: String(amount), amount_without_discount: String(amount)};
  return {item_id: world.of(Shop).idOf(sku), ...price, calculated_price};
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

/** What is in a bundle. A package of currency says less of it. */
function toPart(shop: Shop, part: SeedPart, bundleType: SeedCatalogItem['bundle_type']): object {
  const {sku, name, type, description, image_url, quantity} = part;
  const item = {sku, name, type, description, image_url, quantity, limits: null};
  if (bundleType === 'virtual_currency_package') return {item_id: shop.idOf(sku), ...item};
  return {...item, attributes: [], groups: [], is_free: false, price: null, virtual_prices: []};
}
