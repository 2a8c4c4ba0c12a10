import type {Player} from '../players/player.js';
import type {Seed} from '../seed/seed.js';
import {seedItems} from '../seed/seed-items.js';
import {toAmount} from '../seed/seed-prices.js';
import type {World} from '../world/world.js';
import {type CartLine, Carts} from './carts.js';
import {Codes} from './codes.js';
import {priced, toPromotionRows} from './priced.js';
import type {SeedGift} from './seed.js';

/** A player's cart as `get-user-cart` shows it. `giftPrice` is the price of a gift. */
export function toCart(world: World, player: Player, giftPrice: null | [] = null): object {
  const {user} = player;
  const carts = world.of(Carts);
  const lines = carts.linesOf(user);
  const code = world.of(Codes).get(carts.codeOf(user) ?? '');
  const sold = lines.map(line => ({...priced(world, player, line, code), line}));
  const price = (cents: number, full: number): object => {
    return {amount: toAmount(cents), amount_without_discount: toAmount(full), currency: carts.currency};
  };
  const rows = sold.map(({line, ...each}) => ({
    ...toRow(world.seed, line),
    price: price(each.cents, line.cents),
    promotions: toPromotionRows(world, player, each),
  }));
  const gifts = [...new Set(sold.flatMap(({promotions}) => promotions))].flatMap(promotion => promotion.gifts);
  const codeGifts = lines.length ? (code?.bonus ?? []) : [];
  const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const total = price(sum(sold.map(({cents}) => cents)), sum(lines.map(({cents}) => cents)));
  return {
    cart_id: carts.idOf(user),
    price: lines.length ? total : null,
    is_free: false,
    items: [...rows, ...[...gifts, ...codeGifts].map(gift => toGift(gift, giftPrice))],
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
