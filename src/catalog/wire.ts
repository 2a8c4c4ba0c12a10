/*
 * The vendor's items as the model's (`get-sellable-items`, `get-virtual-items`, `get-bundle-list`,
 * `get-upsell-for-project-client` …). The calls differ in small ways: names are strings or by language, `price` is null or
 * an empty list, limits, periods and points may be missing. So every field is read by itself.
 */
import {toPrice} from '../http/money.js';
import {defined, isRecord, toAmount, toDigits, toImageUrl, toRecords, toText, toTime} from '../http/parse.js';
import {toPointsGiven} from '../http/points.js';
import {toReset} from '../http/resets.js';
import {toReward} from '../http/rewards.js';
import type {Reward} from '../model.js';
import {readText} from '../text/read-text.js';
import type {CatalogItem, CurrencyBalance, ItemLimit, ItemPromotion, VirtualPrice} from './items.js';

type Row = Record<string, unknown>;

/** An item, or `undefined` for a row without a SKU, since it could not be ordered. */
export function toCatalogItem(row: Row, locale: string): CatalogItem | undefined {
  const sku = toText(row['sku']);
  if (sku === undefined) return undefined;
  const free = row['is_free'] === true;
  return {
    sku,
    name: readText(row['name'], locale) ?? sku,
    type: toText(row['type']) ?? '',
    groups: toRecords(row['groups']).flatMap(group => toText(group['external_id']) ?? []),
    free,
    // Only a list for people who manage items leaves it out.
    buyable: row['can_be_bought'] !== false,
    virtualPrices: toVirtualPrices(row['virtual_prices'], locale),
    promotions: toRecords(row['promotions']).map(promotion => toPromotion(promotion, locale)),
    periods: toRecords(row['periods']).map(toPeriod),
    points: toRecords(row['vp_rewards']).map(toPointsGiven),
    content: toRecords(row['content']).map(part => toPart(part, locale)),
    ...toLimits(row['limits']),
    ...defined({
      description: readText(row['description'], locale),
      imageUrl: toImageUrl(row['image_url']),
      bundleType: toText(row['bundle_type']),
      price: free ? undefined : toPrice(row['price']),
      contentPrice: toPrice(row['total_content_price']),
    }),
  };
}

/** A gift or a part of a bundle. */
function toPart(row: Row, locale: string): Reward {
  const [name, description] = [readText(row['name'], locale), readText(row['description'], locale)];
  return toReward({...row, name, description}, 'expected');
}

function toVirtualPrices(value: unknown, locale: string): readonly VirtualPrice[] {
  const rows = [...toRecords(value)].sort((one, other) => rankOf(one) - rankOf(other));
  return rows.flatMap(row => {
    const sku = toText(row['sku']);
    const amount = toWholeDigits(row, 'amount');
    if (sku === undefined || amount === undefined) return [];
    const name = readText(row['name'], locale) ?? sku;
    return {sku, name, amount, ...defined({imageUrl: toImageUrl(row['image_url'])})};
  });
}

const rankOf = (row: Row): number => (row['is_default'] === true ? 0 : 1);

/** A whole number as its digits, also where it is a string, or too long for a number. */
function toWholeDigits(row: Row, key: string): string | undefined {
  const text = toDigits(row, key) ?? toText(row[key]);
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : undefined;
}

function toPromotion(row: Row, locale: string): ItemPromotion {
  const limits = isRecord(row['limits']) ? row['limits'] : {};
  return {
    name: readText(row['name'], locale) ?? '',
    gifts: toRecords(row['bonus']).map(gift => toPart(gift, locale)),
    ...defined({
      startsAt: toTime(row['date_start']),
      endsAt: toTime(row['date_end']),
      discount: toDiscount(row['discount']),
      limit: toLimit(limits['per_user']),
    }),
  };
}

function toDiscount(value: unknown): ItemPromotion['discount'] {
  if (!isRecord(value)) return undefined;
  const discount = defined({percent: toDecimal(value['percent']), value: toDecimal(value['value'])});
  return Object.keys(discount).length ? discount : undefined;
}

/** A decimal above 0 without zeros that say nothing: `20.00` is `20`. */
function toDecimal(value: unknown): string | undefined {
  const text = toText(value);
  if (text === undefined || !/^\d{1,15}(\.\d{1,16})?$/.test(text) || /^[0.]+$/.test(text)) return undefined;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function toLimits(value: unknown): Pick<CatalogItem, 'userLimit' | 'stock'> {
  if (!isRecord(value)) return {};
  const outer = isRecord(value['recurrent_schedule']) ? value['recurrent_schedule']['per_user'] : undefined;
  return defined({userLimit: toLimit(value['per_user'], outer), stock: toLimit(value['per_item'])});
}

/** Virtual items have their schedule next to the limit, all others inside it. */
function toLimit(value: unknown, outer?: unknown): ItemLimit | undefined {
  if (!isRecord(value)) return undefined;
  const available = toCount(value['available']);
  if (available === undefined) return undefined;
  const reset = toReset(value['recurrent_schedule']) ?? toReset(outer);
  return {available, ...defined({total: toCount(value['total']), reset})};
}

function toCount(value: unknown): number | undefined {
  const count = toAmount(value);
  return count !== null && Number.isSafeInteger(count) ? count : undefined;
}

function toPeriod(row: Row): CatalogItem['periods'][number] {
  return defined({from: toTime(row['date_from']), until: toTime(row['date_until'])});
}

/** The player's virtual currencies; a row without a readable amount is dropped. */
export function toBalances(body: Row, locale: string): readonly CurrencyBalance[] {
  return toRecords(body['items']).flatMap(row => {
    const [sku, amount] = [toText(row['sku']), toWholeDigits(row, 'amount')];
    return sku === undefined || amount === undefined ? [] : {sku, name: readText(row['name'], locale) ?? sku, amount};
  });
}
