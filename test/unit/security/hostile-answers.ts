import {chainAnswer, chainPage, rewardAnswer} from '../../support/wire.js';
import {itemAnswer, itemPage, pointsAnswer} from '../../support/fixtures/catalog-item.js';
import type {Chance} from './chance.js';
import {hostileName} from './hostile-names.js';

/** What no field should hold, and what a field of another kind holds. */
const STRANGE: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    false,
    0,
    -0,
    1,
    -1,
    -5,
    1.5,
    0.1,
    19.99,
    1e21,
    1e300,
    2 ** 53,
    2 ** 53 + 2,
    2 ** 31,
    1e-7,
  ],
  ...['', ' ', '12', '1e3', '0x10', '-1', '１２', '999999999999999', '9999999999999999', 'null', 'true', '[]', '{}'],
  ...[[], {}, [[]], [{}], [null], {length: 1}, {toString: 1, valueOf: 1}, {then: 1}, {constructor: {prototype: 1}}],
  ...['javascript:alert(1)', 'https://user:pass@evil.example/', 'https://images.example.com/a.png', '//evil.example'],
  ...['2023-05-01T02:00:00+02:00', '0000-00-00', '+275760-09-13T00:00:00.001Z', 1_746_057_600, 1_711_904_400_000],
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'toJSON',
  'then',
  'length',
];

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every object and list inside `value`, itself included. */
function containersOf(value: unknown): Container[] {
  return isContainer(value) ? [value, ...Object.values(value).flatMap(containersOf)] : [];
}

/** A plain field that JSON can carry, also one that is named like a part of every object. */
function put(target: Container, key: string, value: unknown): void {
  Object.defineProperty(target, key, {value, enumerable: true, configurable: true, writable: true});
}

function spoil(body: unknown, chance: Chance): unknown {
  const containers = containersOf(body);
  if (!containers.length || chance.next() < 0.03) return structuredClone(chance.pick(STRANGE));
  const target = chance.pick(containers);
  const own = chance.pick(Object.keys(target)) ?? '0';
  const key = chance.next() < 0.1 && !Array.isArray(target) ? chance.pick(KEYS) : own;
  const isName = chance.next() < 0.3;
  put(target, key, isName ? hostileName(chance) : structuredClone(chance.pick(STRANGE)));
  return body;
}

/** One of each kind of answer. */
const BODIES: readonly ((chance: Chance) => unknown)[] = [
  chance =>
    Array.from({length: chance.below(12)}, () => ({name: hostileName(chance), contributed_amount: chance.below(9)})),
  chance => chainPage(Array.from({length: chance.below(3)}, () => chainAnswer())),
  chance => ({reward: Array.from({length: chance.below(4)}, () => rewardAnswer())}),
  chance => ({statusCode: 422, errorCode: chance.pick([0, 9912, 9913, 1102]), errorMessage: hostileName(chance)}),
  () => ({sku: 'points', name: 'Points', amount: 5, is_clan: true}),
  chance => itemPage(Array.from({length: chance.below(3)}, () => itemAnswer(offerFields(chance)))),
  chance => itemAnswer(offerFields(chance)),
  chance => ({
    items: Array.from({length: chance.below(3)}, () => ({
      ...{sku: 'gem', type: 'virtual_currency', amount: chance.below(900)},
      name: chance.pick<unknown>([hostileName(chance), {en: hostileName(chance)}]),
    })),
  }),
];

const DATE = '2020-08-11T20:00:00+03:00';

/** What an item may have in addition to its price. */
function offerFields(chance: Chance): Record<string, unknown> {
  const gift = {...rewardAnswer(), name: hostileName(chance)};
  const per_user = {
    total: 5,
    available: 3,
    recurrent_schedule: {interval_type: 'daily', reset_next_date: 1_746_057_600},
  };
  // Virtual items have their schedule next to the limit.
  const outside = {
    per_user: {total: 5, available: 3},
    recurrent_schedule: {per_user: {displayable_reset_next_date: DATE}},
  };
  const price = {amount: '8.00', amount_without_discount: '10.0000000000000000', currency: 'EUR'};
  return {
    sku: `item_${chance.below(9)}`,
    name: chance.pick<unknown>([hostileName(chance), {en: hostileName(chance), de: 'Schwert'}]),
    is_free: chance.below(4) === 0,
    price: chance.pick<unknown>([null, [], price]),
    virtual_prices: [{sku: 'gem', name: 'Gems', amount: chance.below(900), is_default: true}],
    promotions: [{name: 'Winter', discount: {percent: '20.00', value: null}, bonus: [gift], limits: {per_user}}],
    limits: chance.pick<unknown>([null, {per_user, per_item: {total: 9, available: 9}}, outside]),
    periods: chance.pick<unknown>([null, [{date_from: null, date_until: DATE}]]),
    vp_rewards: [pointsAnswer(chance.below(900), chance.pick([{}, {is_clan: undefined}]))],
    content: [gift],
    total_content_price: chance.pick<unknown>([null, price]),
  };
}

/** Text that is no longer the JSON it was. */
function breakText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const cut = text.slice(0, at);
  return chance.pick([
    cut,
    `${cut}${chance.pick(['"', '\\', '{', '[', ',', ':', '\u0000', '\ud800', '1e999', '\u2028'])}${text.slice(at)}`,
    `${text}${text}`,
    `\ufeff${text}`,
    '['.repeat(1_000) + text,
    `<!doctype html><title>${text}</title>`,
    text.replace(/\d+/, '9'.repeat(400)),
  ]);
}

/**
 * An answer's text, and which kind it is of: the documented shape with a few fields spoilt, now and then broken as a
 * text too.
 */
export function hostileAnswer(chance: Chance): {text: string; kind: number} {
  const kind = chance.below(BODIES.length);
  let body = BODIES[kind]!(chance);
  for (let times = chance.below(4); times > 0; times--) body = spoil(body, chance);
  const text = JSON.stringify(body) ?? '';
  return {text: chance.next() < 0.1 ? breakText(text, chance) : text, kind};
}
