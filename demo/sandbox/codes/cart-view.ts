import type {Seed} from '../seed/seed.js';
import {seedItems} from '../seed/seed-items.js';
import type {World} from '../world/world.js';
import {toAmount} from '../seed/seed-prices.js';
import {type CartLine, Carts, discounted} from './carts.js';
import {toPercent} from './code-view.js';
import {Codes} from './codes.js';
import type {SeedCode, SeedGift} from './seed.js';

/** A player's cart as `get-user-cart` shows it. `giftPrice` is the price of a gift. */
export function toCart(world: World, user: string, giftPrice: null | [] = null): object {
  const carts = world.of(Carts);
  const lines = carts.linesOf(user);
  const code = world.of(Codes).get(carts.codeOf(user) ?? '');
  const price = (percent: number, cents: number): object => ({
    amount: toAmount(discounted(cents, percent)),
    amount_without_discount: toAmount(cents),
    currency: carts.currency,
  });
  const percent = code?.discount ?? 0;
  const promotions = code && percent ? [promotionOf(code)] : [];
  const rows = lines.map(line => ({...toRow(world.seed, line), price: price(percent, line.cents), promotions}));
  const total = lines.reduce((sum, {cents}) => sum + discounted(cents, percent), 0);
  const full = lines.reduce((sum, {cents}) => sum + cents, 0);
  const sum = {amount: toAmount(total), amount_without_discount: toAmount(full), currency: carts.currency};
  return {
    cart_id: carts.idOf(user),
    price: lines.length ? sum : null,
    is_free: false,
    items: [...rows, ...(code && lines.length ? code.bonus.map(gift => toGift(gift, giftPrice)) : [])],
  };
}

function promotionOf({discount}: SeedCode): object {
  return {
    name: 'Promo code',
    date_start: null,
    date_end: null,
    discount: {percent: toPercent(discount ?? 0), value: null},
    bonus: [],
  };
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
