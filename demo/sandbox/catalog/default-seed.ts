import {picture} from '../pictures/references.js';
import {gems, megaPotion, smallPotion} from '../seed/items.js';
import type {CatalogSeed, SeedCatalogItem, SeedItemPoints, SeedLimit, SeedPart, SeedPeriod} from './seed.js';

const DAY = 24;
const GEM = gems(1).sku;

const always: SeedPeriod = {from_in_hours: null, until_in_hours: null};

function item(
  [id, name, icon]: readonly [id: string, name: string, icon: string],
  fields: Partial<SeedCatalogItem> & {readonly euros?: number; readonly gems?: number},
): SeedCatalogItem {
  const {euros, gems: inGems, ...more} = fields;
  return {
    sku: `com.xsolla.${id}`,
    name,
    type: 'virtual_good',
    description: name,
    image_url: picture(icon),
    groups: [],
    price: euros === undefined ? null : {amount: euros, currency: 'EUR'},
    virtual_prices: inGems === undefined ? [] : [{sku: GEM, amount: inGems}],
    user_limit: null,
    stock: null,
    periods: [],
    points: [],
    content: [],
    code: null,
    ...more,
  };
}

function clanPoints(amount: number, reward_chain_id = 101): readonly SeedItemPoints[] {
  return [{reward_chain_id, amount}];
}

function some(part: SeedPart, quantity: number): SeedPart {
  return {...part, quantity};
}

const weekly = (total: number): SeedLimit => ({total, interval_type: 'weekly', resets_in_hours: 4 * DAY});
const daily = (total: number): SeedLimit => ({total, interval_type: 'daily', resets_in_hours: 0.5 * DAY});

const items: readonly SeedCatalogItem[] = [
  item(['ember_pouch', 'Ember pouch', 'gem'], {euros: 0.99, points: clanPoints(50), user_limit: weekly(3)}),
  item(['wolf_shield', 'Wolf shield', 'shield'], {euros: 1.99, points: clanPoints(100), groups: ['clan']}),
  item(['night_lantern', 'Night lantern', 'lantern'], {euros: 3.99, points: clanPoints(200), groups: ['clan']}),
  item(['night_pass', 'Long Night pass', 'chest'], {
    euros: 9.99,
    points: clanPoints(600),
    groups: ['clan'],
    periods: [{from_in_hours: -4 * DAY, until_in_hours: 3 * DAY}],
  }),
  item(['starter_box', 'Starter box', 'box'], {
    euros: 7.99,
    type: 'bundle',
    bundle_type: 'standard',
    description: 'All that a night in the wild takes',
    content: [some(megaPotion, 2), some(smallPotion, 5), gems(100)],
  }),
  item(['gem_purse', 'Purse of gems', 'chest'], {
    euros: 4.99,
    type: 'bundle',
    bundle_type: 'virtual_currency_package',
    description: '500 gems',
    content: [gems(500)],
  }),
  item(['mega_elixir', 'Mega elixir', 'mega-potion'], {gems: 100}),
  item(['wolf_banner', 'Wolf banner', 'banner'], {euros: 2.99, gems: 250, groups: ['clan']}),
  item(['daily_spark', 'Daily spark', 'spark'], {points: clanPoints(10), user_limit: daily(1)}),
  item(['raid_banner', 'Raid banner', 'banner'], {euros: 2.49, points: clanPoints(300, 102), groups: ['clan']}),
  item(['golden_saddle', 'Golden saddle', 'saddle'], {euros: 14.99, stock: 100}),
  item(['vip_mount', 'Mount of the inner circle', 'mount'], {
    euros: 5.99,
    points: clanPoints(250),
    attribute_conditions: [{attribute: 'vip', type: 'string', operator: 'eq', value: 'true'}],
  }),
  item(['secret_lantern', 'Secret lantern', 'lantern'], {euros: 0.49, points: clanPoints(20), code: 'SECRET'}),
];

/**
 * The catalog out of the box: twelve items, of which one is for players with `vip = true`, and one more behind the code
 * SECRET. Rocket has bought one of three ember pouches this week, and has 340 gems.
 */
export const catalogSeed: CatalogSeed = {
  catalog_items: items,
  promotions: [
    {
      id: 501,
      name: 'Winter sale',
      skus: ['com.xsolla.wolf_shield', 'com.xsolla.starter_box'],
      discount: 20,
      bonus: [],
      period: {from_in_hours: -DAY, until_in_hours: 5 * DAY},
      user_limit: null,
      excluded_promotions: [],
    },
    {
      id: 502,
      name: 'First box',
      skus: ['com.xsolla.starter_box'],
      discount: 10,
      bonus: [],
      period: always,
      user_limit: {total: 1, interval_type: null, resets_in_hours: null},
      excluded_promotions: [],
    },
    {
      id: 503,
      name: 'Light and health',
      skus: ['com.xsolla.night_lantern'],
      discount: null,
      bonus: [some(smallPotion, 2)],
      period: {from_in_hours: -DAY, until_in_hours: 2 * DAY},
      user_limit: {total: 2, interval_type: null, resets_in_hours: null},
      excluded_promotions: [],
    },
    {
      id: 504,
      name: 'Inner circle',
      skus: ['com.xsolla.golden_saddle'],
      discount: 50,
      bonus: [],
      period: always,
      user_limit: null,
      excluded_promotions: [],
      attribute_conditions: [{attribute: 'vip', type: 'string', operator: 'eq', value: 'true'}],
    },
  ],
  upsell: ['com.xsolla.gem_purse', 'com.xsolla.mega_elixir', 'com.xsolla.wolf_banner'],
  purchases: [
    {user: 'Rocket', sku: 'com.xsolla.ember_pouch', quantity: 1, bought_in_hours: -5},
    {user: 'strix', sku: 'com.xsolla.golden_saddle', quantity: 93, bought_in_hours: -30},
  ],
  balances: [{user: 'Rocket', sku: GEM, amount: 340}],
};
