/* The vendor's codes and carts as the model's (`verify-promotion-code`, `redeem-coupon`, `redeem-promo-code`, `get-user-cart`). */
import {toPrice} from '../http/money.js';
import {defined, isRecord, toId, toRecords, toText} from '../http/parse.js';
import {toReward} from '../http/rewards.js';
import type {Reward} from '../model.js';
import {readText} from '../text/read-text.js';
import type {Cart, CartItem} from './cart.js';
import type {CodeContents, CodeReward, CodeUnit, VerifiedCode} from './contents.js';

type Row = Record<string, unknown>;

/** The vendor's words; the list is open. The third is its admin API's, since `verify` documents only two. */
const KINDS: ReadonlyMap<unknown, VerifiedCode['kind']> = new Map([
  ['coupon', 'coupon'],
  ['promocode', 'promo-code'],
  ['unique_catalog_offer', 'unique-offer'],
]);

export function toKind(value: unknown): VerifiedCode['kind'] {
  return KINDS.get(value) ?? 'unknown';
}

/** What a code gives; a row without an item is dropped. */
export function toContents(body: Row, locale: string): CodeContents {
  const isSelectable = body['is_selectable'] === true;
  const rewards = toRecords(body['bonus']).flatMap(row => toCodeReward(row, locale, isSelectable) ?? []);
  const discountedItems = toRecords(body['discounted_items']).flatMap(row => {
    const [sku, discount] = [toText(row['sku']), toPercent(row['discount'])];
    return sku && discount ? {sku, discount} : [];
  });
  return {
    rewards,
    ...defined({discount: toPercent(body['discount'])}),
    ...(discountedItems.length > 0 && {discountedItems}),
  };
}

/** Only rows of the type `unit` are chosen among, and only where the vendor says that there is a choice. */
function toCodeReward(row: Row, locale: string, isSelectable: boolean): CodeReward | undefined {
  const item = row['item'];
  if (!isRecord(item)) return undefined;
  const content = toRecords(item['content']).map(part => toGift(part, 'expected', locale));
  const units = item['type'] === 'unit' && isSelectable ? toUnits(item['unit_items'], locale) : [];
  return {
    ...toGift({...item, quantity: row['quantity']}, 'expected', locale),
    ...(content.length > 0 && {content}),
    ...(units.length > 0 && {units}),
  };
}

function toUnits(value: unknown, locale: string): readonly CodeUnit[] {
  return toRecords(value).flatMap(row => {
    const sku = toText(row['sku']);
    if (sku === undefined) return [];
    return {sku, name: readText(row['name'], locale) ?? sku, ...defined({platform: toText(row['drm_name'])})};
  });
}

/** The items in the answer of a redeemed coupon. */
export function toRedeemedRewards(body: Row, locale: string): readonly Reward[] {
  return toRecords(body['items']).map(row => toGift(row, 'answer', locale));
}

/** Names of a coupon's items are by language, those of all others are not. */
function toGift(row: Row, source: Reward['source'], locale: string): Reward {
  const [name, description] = [readText(row['name'], locale), readText(row['description'], locale)];
  return toReward({...row, name, description}, source);
}

/** `0` and `null` are no discount. */
function toPercent(value: unknown): string | undefined {
  const percent = isRecord(value) ? toText(value['percent']) : undefined;
  return percent !== undefined && /^\d{1,3}(\.\d{1,4})?$/.test(percent) && /[1-9]/.test(percent) ? percent : undefined;
}

/** A cart, or `undefined` for an object that is none. */
export function toCart(body: Row, locale: string): Cart | undefined {
  if (!Array.isArray(body['items'])) return undefined;
  const items = toRecords(body['items']).map(row => toCartItem(row, locale));
  const id = toText(body['cart_id']) ?? '';
  return {id, free: body['is_free'] === true, items, ...defined({price: toPrice(body['price'])})};
}

function toCartItem(row: Row, locale: string): CartItem {
  const sku = toText(row['sku']) ?? '';
  return {
    sku,
    name: readText(row['name'], locale) ?? sku,
    free: row['is_free'] === true || row['is_bonus'] === true,
    ...defined({quantity: toId(row['quantity']), price: toPrice(row['price'])}),
  };
}
