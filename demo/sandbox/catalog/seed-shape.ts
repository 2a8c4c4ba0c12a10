import * as check from '../seed/checks.js';
import {conditions, hours, name, rewardOf, sku} from '../seed/field-shapes.js';
import type {
  SeedBalance,
  SeedCatalogItem,
  SeedItemPoints,
  SeedLimit,
  SeedPart,
  SeedPeriod,
  SeedPromotion,
  SeedPurchase,
} from './seed.js';

const MOST = 50;
const MOST_EXPENSIVE = 1_000_000;
const WHOLE_PRICE = 100;

const amount = check.valueOf(
  `an amount above 0 and up to ${MOST_EXPENSIVE}`,
  (value): value is number => typeof value === 'number' && value > 0 && value <= MOST_EXPENSIVE,
);

const discount = check.valueOf(
  `a percentage above 0 and below ${WHOLE_PRICE}`,
  (value): value is number => typeof value === 'number' && value > 0 && value < WHOLE_PRICE,
);

const price = check.object({
  amount,
  currency: check.text('three capital letters, the ISO 4217 code of a currency', /^[A-Z]{3}$/),
});

const limit = check.object<SeedLimit>({
  total: check.whole(1),
  interval_type: check.orNull(check.oneOf('daily', 'weekly', 'monthly')),
  resets_in_hours: check.orNull(hours),
});

const period = check.object<SeedPeriod>({from_in_hours: check.orNull(hours), until_in_hours: check.orNull(hours)});
const points = check.object<SeedItemPoints>({reward_chain_id: check.whole(1), amount: check.whole(1)});
const part = rewardOf<SeedPart>({});
const group = check.text('1 to 255 characters', /^[^]{1,255}$/);
const code = check.text('1 to 128 letters and digits', /^[a-zA-Z0-9]{1,128}$/);

const fieldsOfItem = rewardOf<SeedCatalogItem & {readonly quantity: number}>({
  groups: check.or([], check.listOf(group, 0, MOST)),
  price: check.orNull(price),
  virtual_prices: check.or([], check.listOf(check.object({sku, amount: check.whole(1)}), 0, MOST)),
  user_limit: check.orNull(limit),
  stock: check.orNull(check.whole(1)),
  periods: check.or([], check.listOf(period, 0, MOST)),
  points: check.or([], check.listOf(points, 0, MOST)),
  content: check.or([], check.listOf(part, 0, MOST)),
  code: check.orNull(code),
  attribute_conditions: conditions,
});

/** An item of the catalog is like a reward, but nobody sells several of it as one. */
const item: check.Check<SeedCatalogItem> = (value, place) => {
  const fields = Object(value) === value && !Array.isArray(value) ? {...(value as object)} : value;
  if (typeof fields === 'object' && fields !== null && 'quantity' in fields) {
    throw new check.SeedError(`${place}.quantity`, 'is not known');
  }
  const whole = typeof fields === 'object' && fields !== null ? {...fields, quantity: 1} : fields;
  const {quantity: _, ...checked} = fieldsOfItem(whole, place);
  return checked;
};

const promotion = check.object<SeedPromotion>({
  id: check.whole(1),
  name: check.text(),
  skus: check.listOf(sku, 1, MOST),
  discount: check.orNull(discount),
  bonus: check.or([], check.listOf(part, 0, MOST)),
  period,
  user_limit: check.orNull(limit),
  excluded_promotions: check.or([], check.listOf(check.whole(1), 0, MOST)),
  attribute_conditions: conditions,
});

const purchase = check.object<SeedPurchase>({user: name, sku, quantity: check.whole(1), bought_in_hours: hours});
const balance = check.object<SeedBalance>({user: name, sku, amount: check.whole(0)});

/** What a seed's catalog must look like in a file. */
export const catalogShape = {
  catalog_items: check.or([], check.listOf(item)),
  promotions: check.or([], check.listOf(promotion)),
  upsell: check.or([], check.listOf(sku, 0, MOST)),
  purchases: check.or([], check.listOf(purchase)),
  balances: check.or([], check.listOf(balance)),
};
