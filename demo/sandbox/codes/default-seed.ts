import {gems, smallPotion} from '../seed/items.js';
import type {CodesSeed, SeedCode} from './seed.js';

const DAY = 24;

function code(name: string, type: SeedCode['type'], fields: Partial<SeedCode>): SeedCode {
  const defaults = {
    starts_in_hours: null,
    ends_in_hours: null,
    user_limit: 1,
    total_limit: null,
    countries: null,
    bonus: [],
    units: [],
    discount: null,
  };
  return {code: name, type, ...defaults, ...fields};
}

/** The codes out of the box. Rocket has used ONCE. */
export const codesSeed: CodesSeed = {
  codes: [
    code('WELCOME', 'coupon', {bonus: [{...smallPotion, quantity: 3}], ends_in_hours: 30 * DAY}),
    code('ONCE', 'coupon', {bonus: [gems(50)]}),
    code('OLD', 'coupon', {bonus: [gems(10)], ends_in_hours: -DAY}),
    code('KEYS', 'coupon', {
      units: [
        {
          sku: 'com.xsolla.game_1',
          name: 'Lantern Isle',
          keys: [
            {sku: 'com.xsolla.game_key_1', drm_name: 'Steam', drm_sku: 'steam'},
            {sku: 'com.xsolla.game_key_2', drm_name: 'PlayStation', drm_sku: 'playstation'},
          ],
        },
      ],
    }),
    code('ELSEWHERE', 'coupon', {bonus: [gems(20)], countries: ['JP']}),
    code('WINTER10', 'promocode', {discount: 10}),
    code('GIFT', 'promocode', {bonus: [{...smallPotion, quantity: 1}]}),
    code('SECRET', 'unique_catalog_offer', {}),
  ],
  code_uses: [{user: 'Rocket', code: 'ONCE', times: 1}],
};
