import {priceAfter} from '../promotions/prices.js';
import {toPromotionRow} from '../promotions/promotion-view.js';
import {type Promotion, Promotions, type Purchase} from '../promotions/promotions.js';
import type {Player} from '../players/player.js';
import type {World} from '../world/world.js';
import type {LiveCode} from './campaigns.js';
import {toPercent} from './code-view.js';
import {Codes} from './codes.js';
import type {SeedGift} from './seed.js';

/** A purchase with its price after all discounts, in cents, and what they are. */
export type Priced = {
  readonly cents: number;
  readonly promotions: readonly Promotion[];
  /** What the code takes off, in percent. */
  readonly codePercents: readonly number[];
};

/**
 * What a player pays now: in the catalog, in the cart and in an order. A promo code, and any discount, leaves alone what
 * costs no money.
 */
export function priced(world: World, player: Player, purchase: Purchase, code: LiveCode | undefined): Priced {
  const promotions = world.of(Promotions).on(player, purchase);
  if (purchase.cents === 0) {
    return {cents: 0, promotions: promotions.filter(({percent}) => percent === null), codePercents: []};
  }
  const codePercents = percentsOf(code, purchase.sku);
  const percents = promotions.flatMap(({percent}) => percent ?? []);
  return {cents: priceAfter(purchase.cents, [...percents, ...codePercents]), promotions, codePercents};
}

/** The promotions of a purchase and the promo code, as rows of an item; `codeGifts` come with the code. */
export function toPromotionRows(
  world: World,
  {user}: Player,
  {promotions, codePercents}: Priced,
  codeGifts: readonly SeedGift[] = [],
): object[] {
  const bonus = codeGifts.map(({sku, quantity, type, name, image_url}) => ({sku, quantity, type, name, image_url}));
  const percents = codePercents.length || !bonus.length ? codePercents : [null];
  const ofCode = percents.map((percent, at) => ({
    name: 'Promo code',
    date_start: null,
    date_end: null,
    discount: percent === null ? null : {percent: toPercent(percent), value: null},
    bonus: at === 0 ? bonus : [],
  }));
  return [...promotions.map(each => toPromotionRow(world, user, each)), ...ofCode];
}

/** Counts a purchase that is done: the player has used its promotions and its code. */
export function use(world: World, player: Player, {promotions}: Priced, code: LiveCode | undefined): void {
  for (const promotion of promotions) world.of(Promotions).use(player.user, promotion);
  if (code) world.of(Codes).use(player, code);
}

/** As a discount of all of the purchase, and of one of its items. */
function percentsOf(code: LiveCode | undefined, sku: string): number[] {
  const own = code?.discounted_items.filter(item => item.sku === sku).map(({percent}) => percent) ?? [];
  return [...(code?.discount ? [code.discount] : []), ...own];
}
