/* What can be said of an item, without a clock or requests. */
import type {Order} from '../offers.js';
import type {ListTime} from '../stores/list-time.js';
import type {CatalogItem, ItemPromotion} from './items.js';

/** Whether nothing is left of it, for the player or for everyone. */
export function isSoldOut({userLimit, stock}: CatalogItem): boolean {
  return userLimit?.available === 0 || stock?.available === 0;
}

/** Whether the player can buy it now, by all that the server says. */
export function isOnSale(item: CatalogItem): boolean {
  return item.buyable && !isSoldOut(item);
}

/** How an item is bought. One with a price in both kinds of money is `paid`, and virtual currency is a second way. */
export type Way = 'free' | 'paid' | 'virtual';

export function wayOf({free, price, virtualPrices}: CatalogItem): Way {
  if (free) return 'free';
  return !price && virtualPrices.length ? 'virtual' : 'paid';
}

/** What ends next of an item: that it is on sale, its discount, or its gifts; milliseconds since 1970. */
export type OfferEnd = {readonly at: number; readonly of: 'sale' | 'discount' | 'gift'};

/** The first end to come of what an item is sold for now, by the server's time. */
export function endOf({periods, promotions}: CatalogItem, {device, skewMs = 0}: ListTime): OfferEnd | undefined {
  const now = device + skewMs;
  const running = periods.filter(({from = -Infinity, until = Infinity}) => from <= now && now < until);
  const sale = running.flatMap(({until}): readonly OfferEnd[] =>
    until === undefined ? [] : [{at: until, of: 'sale'}],
  );
  const ends = [...sale, ...promotions.flatMap(promotion => endsOf(promotion))].filter(({at}) => at > now);
  return ends.reduce<OfferEnd | undefined>((first, end) => (first && first.at <= end.at ? first : end), undefined);
}

function endsOf({endsAt, discount, gifts}: ItemPromotion): readonly OfferEnd[] {
  if (endsAt === undefined) return [];
  if (discount) return [{at: endsAt, of: 'discount'}];
  return gifts.length ? [{at: endsAt, of: 'gift'}] : [];
}

/** The next moment at which the server will say something else of the items, milliseconds since 1970. */
export function nextMoment(items: readonly CatalogItem[], {device, skewMs = 0}: ListTime): number | undefined {
  const now = device + skewMs;
  const first = items.flatMap(momentsOf).reduce((least, at) => (at > now && at < least ? at : least), Infinity);
  return Number.isFinite(first) ? first : undefined;
}

function momentsOf({periods, promotions, userLimit, stock}: CatalogItem): readonly number[] {
  const sales = periods.flatMap(({from, until}) => [from, until]);
  const dates = promotions.flatMap(({startsAt, endsAt, limit}) => [startsAt, endsAt, limit?.reset?.at]);
  return [...sales, ...dates, userLimit?.reset?.at, stock?.reset?.at].filter(at => at !== undefined);
}

/** The end of an order explains for that long why its item can be bought again, milliseconds. */
const EXPLAINED_MS = 3_600_000;

/** The order that an item waits for, the newest where there are several. */
export function orderOf(orders: readonly Order[], sku: string): Order | undefined {
  const isOpen = ({status}: Order): boolean => status === 'new' || status === 'paid' || status === 'unknown';
  return ordersOf(orders, sku).find(isOpen);
}

/** The newest order of an item, where it has ended a short while ago. */
export function endedOrderOf(orders: readonly Order[], sku: string, now: number): Order | undefined {
  const [newest] = ordersOf(orders, sku);
  const isRecent = newest?.endedAt !== undefined && Math.abs(now - Date.parse(newest.endedAt)) < EXPLAINED_MS;
  return isRecent ? newest : undefined;
}

/** When the ends of orders stop to explain anything, milliseconds since 1970. */
export function orderMoments(orders: readonly Order[]): readonly number[] {
  return orders.map(({endedAt}) => Date.parse(endedAt ?? '') + EXPLAINED_MS);
}

function ordersOf(orders: readonly Order[], sku: string): readonly Order[] {
  return orders.filter(({target}) => 'sku' in target && target.sku === sku);
}
