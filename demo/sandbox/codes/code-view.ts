import {picture} from '../pictures/references.js';
import type {LiveCode} from './campaigns.js';
import type {SeedGift, SeedUnit} from './seed.js';

/** What a code gives, as `verify-promotion-code` and `get-promo-code-rewards-by-code` show it. */
export function toRewards({type, bonus, units, discount, discounted_items}: LiveCode): object {
  const gifts = {bonus: [...bonus.map(toBonus), ...units.map(toUnit)], is_selectable: units.length > 0};
  const percent = discount === null ? null : {percent: toPercent(discount)};
  if (type !== 'promocode') return {...gifts, discount: null};
  const items = discounted_items.map(item => ({sku: item.sku, discount: {percent: toPercent(item.percent)}}));
  return {...gifts, discount: percent, discounted_items: items.length ? items : null};
}

/** As {@link toRewards}, for `get-coupon-rewards-by-code`, whose names are by language. */
export function toCouponRewards({bonus, units}: LiveCode): object {
  const rows = [...bonus.map(toBonus), ...units.map(toUnit)];
  const named = rows.map(({item, quantity}) => ({item: {...item, name: {en: item.name}}, quantity}));
  return {bonus: named, is_selectable: units.length > 0, discount: null};
}

export function toPercent(discount: number): string {
  return discount.toFixed(2);
}

type BonusRow = {readonly item: Readonly<Record<string, unknown>> & {readonly name: string}; readonly quantity: number};

function toBonus({quantity, ...item}: SeedGift): BonusRow {
  return {item, quantity};
}

function toUnit({sku, name, keys}: SeedUnit): BonusRow {
  const unit_items = keys.map(key => ({...key, name, type: 'game_key', is_free: false}));
  return {item: {sku, name, type: 'unit', description: name, image_url: picture('lantern'), unit_items}, quantity: 1};
}

/** What a player has received, as `redeem-coupon` lists it; of each unit the key that was chosen. */
export function toRedeemed({bonus, units}: LiveCode, chosen: ReadonlyMap<string, string>): object {
  const keys = units.map(({sku, name}) => ({sku: chosen.get(sku), name, type: 'game_key', description: name}));
  return {
    items: [...bonus.map(toItem), ...keys.map(key => ({...key, ...FREE, quantity: 1, image_url: picture('lantern')}))],
  };
}

const FREE = {is_free: true, price: null, virtual_prices: [], groups: [], attributes: []};

function toItem({sku, name, type, description, image_url, quantity}: SeedGift): object {
  return {sku, name, type, description, image_url, quantity, ...FREE, virtual_item_type: 'consumable'};
}
