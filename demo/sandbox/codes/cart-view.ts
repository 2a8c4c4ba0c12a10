import type {Player} from '../players/player.js';
import {percentsOf, priceAfter} from '../promotions/prices.js';
import {toPromotionRow} from '../promotions/promotion-view.js';
import {type Promotion, Promotions} from '../promotions/promotions.js';
import type {Seed} from '../seed/seed.js';
import {seedItems} from '../seed/seed-items.js';
import type {World} from '../world/world.js';
import type {LiveCode} from './campaigns.js';
import {type CartLine, Carts, toAmount} from './carts.js';
import {toPercent} from './code-view.js';
import {Codes} from './codes.js';
import type {SeedGift} from './seed.js';

/** A row of the cart with its price after all discounts, and what they are. */
type PricedLine = {readonly line: CartLine; readonly promotions: readonly Promotion[]; readonly cents: number};

/** A player's cart as `get-user-cart` shows it. `giftPrice` is the price of a gift. */
export function toCart(world: World, player: Player, giftPrice: null | [] = null): object {
  const {user} = player;
  const carts = world.of(Carts);
  const lines = carts.linesOf(user);
  const code = world.of(Codes).get(carts.codeOf(user) ?? '');
  const priced = lines.map(line => pricedLine(world, player, line, code));
  const price = (cents: number, full: number): object => {
    return {amount: toAmount(cents), amount_without_discount: toAmount(full), currency: carts.currency};
  };
  const rows = priced.map(({line, promotions, cents}) => ({
    ...toRow(world.seed, line),
    price: price(cents, line.cents),
    promotions: [...promotions.map(each => toPromotionRow(world, user, each)), ...codeRows(code, line.sku)],
  }));
  const gifts = [...new Set(priced.flatMap(({promotions}) => promotions))].flatMap(promotion => promotion.gifts);
  const codeGifts = lines.length ? (code?.bonus ?? []) : [];
  const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const total = price(sum(priced.map(({cents}) => cents)), sum(lines.map(({cents}) => cents)));
  return {
    cart_id: carts.idOf(user),
    price: lines.length ? total : null,
    is_free: false,
    items: [...rows, ...[...gifts, ...codeGifts].map(gift => toGift(gift, giftPrice))],
  };
}

function pricedLine(world: World, player: Player, line: CartLine, code: LiveCode | undefined): PricedLine {
  const promotions = world.of(Promotions).on(player, line);
  return {
    line,
    promotions,
    cents: priceAfter(line.cents, [...percentsOf(promotions), ...codePercents(code, line.sku)]),
  };
}

/** What the code takes off this item: as all of the purchase, and as one of its items. */
function codePercents(code: LiveCode | undefined, sku: string): number[] {
  const own = code?.discounted_items.filter(item => item.sku === sku).map(({percent}) => percent) ?? [];
  return [...(code?.discount ? [code.discount] : []), ...own];
}

function codeRows(code: LiveCode | undefined, sku: string): object[] {
  return codePercents(code, sku).map(percent => ({
    name: 'Promo code',
    date_start: null,
    date_end: null,
    discount: {percent: toPercent(percent), value: null},
    bonus: [],
  }));
}

const COMMON = {
  attributes: [],
  groups: [],
  virtual_prices: [],
  can_be_bought: true,
  vp_rewards: [],
  limits: null,
  periods: null,
  virtual_item_type: 'consumable',
};

function toRow(seed: Seed, {sku, name, quantity}: CartLine): object {
  const item = seedItems(seed).find(known => known.sku === sku);
  const {type = 'virtual_good', description = name, image_url = ''} = item ?? {};
  return {sku, name, type, description, image_url, quantity, is_free: false, is_bonus: false, ...COMMON};
}

function toGift({sku, name, type, description, image_url, quantity}: SeedGift, price: null | []): object {
  const item = {sku, name, type, description, image_url, quantity};
  return {...item, is_free: true, is_bonus: true, price, promotions: [], ...COMMON};
}
