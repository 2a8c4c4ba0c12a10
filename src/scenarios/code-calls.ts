import {type Ids, json, refusal} from './answers.js';
import {gems, megaPotion, smallPotion, superBox} from './clan-quest.js';
import type {WireReward} from './wire.js';

type CodeCall = 'verify-code' | 'redeem-code' | 'apply-code' | 'remove-code' | 'cart';

/** Something that a code gives, as scenarios write it down: an item, or a game whose platform is chosen. */
export type Gift = WireReward & {readonly content?: readonly WireReward[]; readonly platforms?: readonly string[]};

export type ScenarioCode = {
  readonly type: 'coupon' | 'promocode' | 'unique_catalog_offer' | 'season_pass';
  readonly gifts?: readonly Gift[];
  /** Percent off the purchase. */
  readonly percent?: number;
  /** Why nobody can use it: the vendor's code. */
  readonly refusal?: number;
};

const game: Gift = {
  ...superBox,
  name: 'Dragon Realms',
  type: 'unit',
  platforms: ['Steam', 'Epic Games', 'PlayStation'],
};

/** The codes of a scenario, unless its plan has others. Each can be used once by the player. */
export const CODES: Readonly<Record<string, ScenarioCode>> = {
  WELCOME: {type: 'coupon', gifts: [{...smallPotion, quantity: 3}, gems(50)]},
  BUNDLE: {type: 'coupon', gifts: [{...superBox, content: [megaPotion, gems(500)]}]},
  KEYS: {type: 'coupon', gifts: [game]},
  SURPRISE: {type: 'coupon'},
  WINTER10: {type: 'promocode', percent: 10},
  GIFT: {type: 'promocode', gifts: [megaPotion]},
  SECRET: {type: 'unique_catalog_offer'},
  SEASON: {type: 'season_pass'},
  OLD: {type: 'coupon', refusal: 9810},
  ONCE: {type: 'coupon', refusal: 9804},
  ELSEWHERE: {type: 'coupon', refusal: 9808},
  STRANGE: {type: 'coupon', refusal: 9999},
};

const CENTS = 1_000;
const usedUp = (): Response => refusal(422, 9804, 'Coupon limit is reached');

/** Codes that are each used once, and a cart with one item in it. */
export function codeCalls(codes: Readonly<Record<string, ScenarioCode>>): Record<CodeCall, (ids: Ids) => Response> {
  const used = new Set<string>();
  /** The code that the player has looked at, which is the one to come. */
  let shown = '';
  let percent = 0;

  const cart = (): object => {
    const price = {
      amount: ((CENTS * (100 - percent)) / 1e4).toFixed(2),
      amount_without_discount: '10.00',
      currency: 'EUR',
    };
    const item = {sku: superBox.sku, name: superBox.name, quantity: 1, is_free: false, price};
    return {cart_id: 'scenario', is_free: false, price, items: [item]};
  };

  return {
    'verify-code'({word}) {
      const code = Object.prototype.hasOwnProperty.call(codes, word) ? codes[word] : undefined;
      if (!code) return refusal(404, 9811, 'Code not found');
      if (code.refusal) return refusal(422, code.refusal, 'The code cannot be used');
      if (used.has(word)) return usedUp();
      shown = word;
      return json({type: code.type, code: word, rewards: toRewards(code)});
    },
    'redeem-code'() {
      if (used.has(shown)) return usedUp();
      used.add(shown);
      return json({items: (codes[shown]?.gifts ?? []).map(({platforms: _, content: __, ...gift}) => gift)});
    },
    'apply-code'() {
      percent = codes[shown]?.percent ?? 0;
      return json({...cart(), rewards: toRewards(codes[shown] ?? {type: 'promocode'})});
    },
    'remove-code'() {
      percent = 0;
      return json(cart());
    },
    cart: () => json(cart()),
  };
}

function toRewards({gifts = [], percent}: ScenarioCode): object {
  return {
    bonus: gifts.map(({quantity, ...gift}) => ({item: toItem(gift), quantity})),
    is_selectable: gifts.some(({platforms}) => platforms),
    discount: percent ? {percent: percent.toFixed(2)} : null,
    discounted_items: null,
  };
}

function toItem({platforms = [], content = [], ...item}: Omit<Gift, 'quantity'>): object {
  const units = platforms.map((name, at) => ({
    sku: `${item.sku}_${at}`,
    type: 'game_key',
    name: item.name,
    is_free: false,
    drm_name: name,
    drm_sku: name.toLowerCase(),
  }));
  return {...item, content, unit_items: units};
}
