/* The catalog that scenarios are about. */
import {gems, megaPotion, smallPotion} from './clan-quest.js';
import type {WireItem} from './item-wire.js';
import {DAY, HOUR, isoAt, picture, unixAt} from './wire.js';

const GEM = {sku: 'com.xsolla.gem_1', name: 'Gems', image_url: picture('gem'), is_default: true};

/** An item with a price in euros; `null` is none. */
export function item(sku: string, name: string, euros: string | null, fields: Partial<WireItem> = {}): WireItem {
  const price = euros === null ? null : {amount: euros, amount_without_discount: euros, currency: 'EUR'};
  return {
    item_id: 1,
    sku,
    name,
    type: 'virtual_good',
    description: '',
    image_url: picture(sku),
    groups: [],
    is_free: false,
    price,
    virtual_prices: [],
    can_be_bought: true,
    promotions: [],
    limits: null,
    periods: [],
    vp_rewards: [],
    ...fields,
  };
}

export function clanPoints(amount: number): WireItem['vp_rewards'] {
  const image_url = picture('clan-point');
  return [{sku: 'com.xsolla.clan_point_1', name: 'Clan points', amount, image_url, is_clan: true}];
}

export function inGems(amount: number): WireItem['virtual_prices'] {
  return [{...GEM, amount}];
}

/** A price that the server has reduced from another. */
function reduced(amount: string, amount_without_discount: string): Pick<WireItem, 'price'> {
  return {price: {amount, amount_without_discount, currency: 'EUR'}};
}

function promotion(name: string, date_end: string | null, more: object): WireItem['promotions'][number] {
  return {name, date_start: null, date_end, discount: null, bonus: [], ...more};
}

/** Eight items: discounts, gifts, limits, dates, points, a bundle, virtual prices and one that is free. */
export function winterShop(now: number): readonly WireItem[] {
  return [...clanItems(now), ...otherItems(now)];
}

function clanItems(now: number): readonly WireItem[] {
  const weekly = {interval_type: 'weekly', reset_next_date: unixAt(now + 4 * DAY)};
  return [
    item('ember_pouch', 'Ember pouch', '0.99', {
      vp_rewards: clanPoints(50),
      limits: {per_user: {total: 3, available: 2, recurrent_schedule: weekly}, per_item: null},
    }),
    item('wolf_shield', 'Wolf shield', null, {
      ...reduced('1.59', '1.99'),
      vp_rewards: clanPoints(100),
      promotions: [winterSale(now)],
    }),
    item('night_lantern', 'Night lantern', '3.99', {
      vp_rewards: clanPoints(200),
      promotions: [promotion('Light and health', isoAt(now + 2 * DAY), {bonus: [{...smallPotion, quantity: 2}]})],
    }),
  ];
}

function winterSale(now: number): WireItem['promotions'][number] {
  return promotion('Winter sale', isoAt(now + 5 * DAY), {discount: {percent: '20.00', value: null}});
}

function otherItems(now: number): readonly WireItem[] {
  const daily = {interval_type: 'daily', reset_next_date: unixAt(now + 12 * HOUR)};
  const first = promotion('First box', null, {discount: {percent: '10.00', value: null}});
  return [
    item('starter_box', 'Starter box', null, {
      ...reduced('5.75', '7.99'),
      type: 'bundle',
      bundle_type: 'standard',
      content: [{...megaPotion, quantity: 2}, {...smallPotion, quantity: 5}, gems(100)],
      promotions: [winterSale(now), first],
    }),
    item('mega_elixir', 'Mega elixir', null, {virtual_prices: inGems(100)}),
    item('wolf_banner', 'Wolf banner', '2.99', {virtual_prices: inGems(250)}),
    item('daily_spark', 'Daily spark', null, {
      is_free: true,
      vp_rewards: clanPoints(10),
      limits: {per_user: {total: 1, available: 1, recurrent_schedule: daily}, per_item: null},
    }),
    item('gem_purse', 'Purse of gems', '4.99', {
      type: 'bundle',
      bundle_type: 'virtual_currency_package',
      content: [gems(500)],
      limits: {per_user: null, per_item: {total: 100, available: 7}},
      periods: [{date_from: null, date_until: isoAt(now + 3 * DAY)}],
    }),
  ];
}
