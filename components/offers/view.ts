/* What an element says of an item, and what it shows of it. */
import type {ItemClimb} from '../../src/catalog/climb.js';
import type {CatalogItem, ItemLimit, ItemPromotion, UnansweredOrder, VirtualPrice} from '../../src/catalog/items.js';
import {endedOrderOf, endOf, isSoldOut, orderOf, wayOf} from '../../src/catalog/rules.js';
import type {Order} from '../../src/offers.js';
import type {ListTime} from '../../src/stores/list-time.js';
import {fill, messages} from '../../src/text/messages.js';
import {formatMoney} from '../../src/text/money.js';
import {formatNumber, isPlausible} from '../../src/text/numbers.js';
import {localeOfWords} from '../../src/text/words.js';
import type {Failure} from '../shared/failure.js';
import type {RelativeTime} from '../shared/header-line.js';
import {type OrderAction, orderFailureText} from '../shared/order-texts.js';
import {rewardsText} from '../shared/received.js';

/** An item with the order that it waits for, or the one that has just ended. */
export type ShownItem = {
  readonly item: CatalogItem;
  readonly waitsFor: Order | undefined;
  readonly ended: Order | undefined;
  /** The newest of its orders whose answer was lost. */
  readonly unanswered: UnansweredOrder | undefined;
};

export type PlayersOrders = {readonly orders: readonly Order[]; readonly unanswered: readonly UnansweredOrder[]};

export function toShownItem(item: CatalogItem, {orders, unanswered}: PlayersOrders): ShownItem {
  const waitsFor = orderOf(orders, item.sku);
  return {
    item,
    waitsFor,
    ended: waitsFor ? undefined : endedOrderOf(orders, item.sku, Date.now()),
    unanswered: unanswered.find(({sku}) => sku === item.sku),
  };
}

/** What is not known of an order that an earlier page, or another tab, has sent. */
export function unansweredText({virtualPrices}: CatalogItem, {currencySku}: UnansweredOrder): string {
  if (currencySku === undefined) return messages.itemUnknown;
  const price = virtualPrices.find(({sku}) => sku === currencySku);
  return fill(messages.virtualUnknown, {currency: price?.name ?? currencySku});
}

/** Items with some of them first, in that order. */
export function withFirst(items: readonly CatalogItem[], first: readonly CatalogItem[]): readonly CatalogItem[] {
  const skus = new Set(first.map(({sku}) => sku));
  return [...first, ...items.filter(({sku}) => !skus.has(sku))];
}

/** Every discount as the server states it; what they make of the price is the server's, too. */
export function discountTexts({promotions, price}: CatalogItem, locale: string): readonly string[] {
  return promotions.flatMap(({discount}) => {
    if (discount?.percent)
      return fill(messages.discount, {percent: formatNumber(discount.percent, localeOfWords(locale))});
    if (!discount?.value || !price) return [];
    return fill(messages.discountValue, {value: formatMoney({...price, amount: discount.value}, locale)});
  });
}

export function giftText({promotions}: CatalogItem, locale: string): string {
  const gifts = promotions.flatMap((promotion: ItemPromotion) => promotion.gifts);
  return gifts.length ? fill(messages.gift, {rewards: rewardsText(gifts, locale)}) : '';
}

type Words = {readonly relativeTime: RelativeTime; readonly locale: string};

/** How many are left, only where the server says it. The device's clock counts, set right by what the server said. */
export function limitText(item: CatalogItem, time: ListTime, {relativeTime, locale}: Words): string {
  const {userLimit, stock} = item;
  if (stock?.available === 0) return messages.soldOut;
  if (userLimit?.available === 0) return usedUpText(userLimit, time, relativeTime);
  if (userLimit) return leftText(userLimit, locale);
  return stock ? fill(messages.left, {left: stock.available}, locale) : '';
}

function usedUpText({reset}: ItemLimit, {skewMs}: ListTime, relativeTime: RelativeTime): string {
  const left = reset && skewMs !== undefined ? reset.at - Date.now() - skewMs : 0;
  if (!reset || skewMs === undefined || left <= 0 || !isPlausible(left)) return messages.boughtAll;
  return fill(messages.boughtAllUntil, {when: relativeTime(reset.at - skewMs)});
}

function leftText({available: left, total}: ItemLimit, locale: string): string {
  if (total === undefined || total < left) return fill(messages.someLeftForYou, {left}, locale);
  return fill(messages.leftForYou, {left, total}, locale);
}

const ENDS = {sale: 'ends', discount: 'discountEnds', gift: 'giftEnds'} as const;

/** What ends next, and when. The device's clock counts, set right by what the server said. */
export function endsText(item: CatalogItem, time: ListTime, relativeTime: RelativeTime): string {
  if (time.skewMs === undefined) return '';
  const end = endOf(item, time);
  const left = end && end.at - Date.now() - time.skewMs;
  if (!end || left === undefined || left <= 0 || !isPlausible(left)) return '';
  return fill(messages[ENDS[end.of]], {when: relativeTime(end.at - time.skewMs)});
}

/** Why an item that is shown cannot be bought. */
export function closedText(item: CatalogItem): string {
  return item.buyable || isSoldOut(item) ? '' : messages.notBuyable;
}

export function virtualText({amount, name}: VirtualPrice, locale: string): string {
  return fill(messages.virtualPrice, {amount: formatNumber(amount, localeOfWords(locale)), currency: name});
}

/** What the button that buys an item shows. */
export function buyText(item: CatalogItem, locale: string): string {
  const [virtual] = item.virtualPrices;
  const way = wayOf(item);
  if (way === 'free') return messages.itemClaim;
  if (way === 'virtual' && virtual) return virtualText(virtual, locale);
  return item.price ? formatMoney(item.price, locale) : messages.buy;
}

/** The name of the button. It begins with what the button shows, for those who say what they see. */
export function buyLabel({name}: CatalogItem, shown: string): string {
  const isWord = shown === messages.buy || shown === messages.itemClaim;
  if (isWord) return fill(messages.labelFor, {label: shown, subject: name});
  return fill(messages.buyStep, {price: shown, rewards: name});
}

/** Why nothing was ordered, or what is not known. */
export function itemFailureText(
  action: OrderAction | 'free' | 'virtual',
  failure: Failure,
  currency: string | undefined,
): string {
  const {code} = failure;
  if (code === 'limit-exceeded') return messages.itemLimit;
  if (action === 'virtual' && code === 'outcome-unknown')
    return fill(messages.virtualUnknown, {currency: currency ?? ''});
  if (action === 'virtual' && code === 'not-enough-points')
    return fill(messages.virtualShort, {currency: currency ?? ''});
  if (code === 'outcome-unknown') return messages.itemUnknown;
  return orderFailureText(action === 'free' || action === 'virtual' ? 'order' : action, failure);
}

/** What the player wants to reach, as `liveops-contribute` says it. */
export type ClimbGoal = {
  readonly pointsNeeded: number;
  readonly rank: number | undefined;
  readonly step: string | undefined;
};

const LIFTS = [
  {rank: 'climbRank1', step: 'climbStep1', points: 'climbPoints1'},
  {rank: 'climbRank2', step: 'climbStep2', points: 'climbPoints2'},
  {rank: 'climbRank3', step: 'climbStep3', points: 'climbPoints3'},
] as const;

/** Why some items are brought forward, or that none would be enough. */
export function climbText(
  {items, points, closes}: ItemClimb,
  {pointsNeeded, rank, step}: ClimbGoal,
  locale: string,
): string {
  const texts = LIFTS[items.length - 1];
  if (!texts) return messages.climbNone;
  if (!closes) return fill(messages.climbShort, {points: pointsNeeded, given: points}, locale);
  if (rank !== undefined) return fill(messages[texts.rank], {rank}, locale);
  return step === undefined
    ? fill(messages[texts.points], {points: pointsNeeded}, locale)
    : fill(messages[texts.step], {step});
}
