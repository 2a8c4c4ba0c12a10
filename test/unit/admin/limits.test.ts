import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {
  BonusPromotionInput,
  CatalogRuleInput,
  UniqueOfferInput,
  ValuePointInput,
} from '../../../src/admin/index.js';
import {clanChain, individualChain} from './chains.js';
import {assertRefused, assertRefusedHere, backEnd, collect} from './back-end.js';

const ATTRIBUTES = {attribute: 'race', type: 'string', operator: 'eq', value: 'orc'} as const;
const many = <Item>(count: number, item: Item): Item[] => Array.from({length: count}, () => item);

const bonus: BonusPromotionInput = {name: {'en-US': 'x'}, condition: null, bonus: [{sku: 'x'}]};
const offer: UniqueOfferInput = {external_id: 'x', name: {'en-US': 'x'}};
const point: ValuePointInput = {sku: 'x', name: {en: 'x'}};
const rule: CatalogRuleInput = {name: 'x', is_enabled: true, attribute_conditions: [ATTRIBUTES], items: [{sku: 'x'}]};
const [step] = individualChain.steps;
const [reward] = step!.reward;

/** A copy with another value at one place, such as `steps[0].price.amount`; `undefined` removes it. */
function withValue(value: object, place: string, other: unknown): never {
  const copy: unknown = structuredClone(value);
  const keys = place.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  let parent = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) parent = (parent[key] ??= {}) as typeof parent;
  const last = keys.at(-1) ?? '';
  if (other === undefined) delete parent[last];
  else parent[last] = other;
  return copy as never;
}

/** What breaks a limit at a place. The path of the refusal is the place, or the third where that is more exact. */
type Row = readonly [place: string, value: unknown, path?: string];

const LONG = 'x'.repeat(256);

const texts = (place: string, locale: string): Row[] => [
  [place, undefined],
  [place, {}],
  [place, 'plain'],
  [place, {english: 'x'}, `${place}.english`],
  [place, {[locale]: 5}, `${place}.${locale}`],
];
const skus = (place: string): Row[] => ['', LONG, 'a b', 'ä', 5, undefined].map(value => [place, value]);
const dates = (place: string): Row[] =>
  [
    '2026-01-01T00:00:00',
    '2026-01-01',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T00:00:00+24:00',
    'now',
    0,
  ].map(value => [place, value]);
const spring = {date_from: '2026-03-01T00:00:00Z', date_until: '2026-06-01T00:00:00Z'};
const periods = (): Row[] => [
  ...dates('promotion_periods[0].date_from'),
  ...dates('promotion_periods[1].date_until'),
  ['promotion_periods', []],
  ['promotion_periods', null],
  ['promotion_periods', [{date_until: null}], 'promotion_periods[0].date_from'],
  ['promotion_periods', [spring, {date_from: '2026-09-01T00:00:00Z', date_until: null}]],
  ['promotion_periods', [spring, {date_from: '2026-09-01T00:00:00Z'}]],
  ['promotion_periods[0].date_until', '2026-02-28T23:59:59Z'],
  ['promotion_periods[0].date_to', '2026-09-01T00:00:00Z'],
  ['date_start', '2026-09-01T00:00:00Z'],
  ['date_end', null],
];
const flags = (place: string): Row[] => ['true', 1, null].map(value => [place, value]);
const counts = (place: string): Row[] => [0, -1, 1.5, '1', NaN, 2 ** 53].map(value => [place, value]);
const times = (place: string): Row[] =>
  ['01:30:00+08:00', '01:00:00', '24:00:00+00:00', '01:00:00Z', '1:00:00+08:00', '01:00:00+24:00', undefined].map(
    value => [place, value],
  );
const conditions = (place: string): Row[] => [
  [place, []],
  [place, many(101, ATTRIBUTES)],
  [place, 'all'],
  [place, [ATTRIBUTES, {...ATTRIBUTES, type: 'number', value: '1'}]],
  [place, [{...ATTRIBUTES, attribute: ''}], `${place}[0].attribute`],
  [place, [{...ATTRIBUTES, attribute: LONG}], `${place}[0].attribute`],
  [place, [{...ATTRIBUTES, attribute: 'a b'}], `${place}[0].attribute`],
  [place, [ATTRIBUTES, {...ATTRIBUTES, type: 'bool'}], `${place}[1].type`],
  [place, [{...ATTRIBUTES, operator: 'lt'}], `${place}[0].operator`],
  [place, [{...ATTRIBUTES, value: LONG}], `${place}[0].value`],
  [place, [{...ATTRIBUTES, value: 5}], `${place}[0].value`],
  [place, [{...ATTRIBUTES, can_be_missing: 'no'}], `${place}[0].can_be_missing`],
  [place, [{...ATTRIBUTES, attr: 'x'}], `${place}[0].attr`],
  [place, [{...ATTRIBUTES, type: 'date', operator: 'gt', value: '2026-01-01'}], `${place}[0].operator`],
  [place, [{...ATTRIBUTES, type: 'date', value: 'soon'}], `${place}[0].value`],
  [place, [{...ATTRIBUTES, type: 'number', operator: 'ge', value: '1'}], `${place}[0].operator`],
  [place, [{...ATTRIBUTES, type: 'number', value: 'many'}], `${place}[0].value`],
];
const schedules = (place: string, isForLimits: boolean): Row[] => [
  ...times(`${place}.time`),
  ...[0, 8, 1.5, '1', undefined].map((value): Row => [`${place}.day_of_week`, value]),
  [place, {interval_type: 'monthly', day_of_month: 32, time: '01:00:00+00:00'}, `${place}.day_of_month`],
  [place, {interval_type: 'monthly', day_of_month: 0, time: '01:00:00+00:00'}, `${place}.day_of_month`],
  [place, {interval_type: 'hourly', time: '01:00:00+00:00'}, `${place}.interval_type`],
  ...(isForLimits
    ? []
    : [[place, {interval_type: 'daily', time: '01:00:00+00:00'}, `${place}.interval_type`] as const]),
];

const weekly = {interval_type: 'weekly', day_of_week: 1, time: '01:00:00+00:00'} as const;
const limited: BonusPromotionInput = {
  ...bonus,
  promotion_periods: [{...spring}, {...spring}],
  limits: {per_user: 1, recurrent_schedule: {per_user: weekly}},
};

const chainRows = (one: object): readonly Row[] => [
  ...texts('name', 'en'),
  ...flags('is_enabled'),
  ['is_enabled', undefined],
  ...dates('date_start'),
  ['date_start', undefined],
  ...dates('date_end'),
  ['steps', undefined],
  ['steps', []],
  ['steps', many(32, one)],
  ...texts('steps[1].name', 'en'),
  ...counts('steps[0].price.amount').filter(([, value]) => value !== 0),
  ['steps[0].price', undefined],
  ['steps[0].reward', []],
  ['steps[0].reward', many(11, reward)],
  ...skus('steps[0].reward[1].sku'),
  ...counts('steps[0].reward[0].quantity'),
  ...conditions('steps[0].reward[0].attribute_conditions'),
  ['steps[0].image_url', '/relative.png'],
  ['steps[0].image_url', 'javascript:alert(1)'],
  ['image_url', 'x'],
  ['order', 1.5],
  ...schedules('recurrent_schedule', false),
  ...conditions('attribute_conditions'),
  ...flags('is_always_visible'),
  ['is_enabeld', true],
];

describe('Input that breaks a documented limit', () => {
  const at = backEnd();
  const refuse = (
    name: string,
    input: object,
    send: (input: never) => Promise<unknown>,
    rows: readonly Row[],
  ): void => {
    it(`is refused before it is sent, by its path: ${name}`, async () => {
      for (const [place, value, path = place] of rows)
        await assertRefusedHere(send(withValue(input, place, value)), path);
      assert.deepEqual(await at.sandbox.readLog(), []);
    });
  };
  const base = Object.freeze({...limited});

  const BONUS: readonly Row[] = [
    ...texts('name', 'en-US'),
    ['name', {en: 'x'}, 'name.en'],
    ['condition', undefined],
    ...skus('condition[0].sku'),
    ['bonus', undefined],
    ...skus('bonus[0].sku'),
    ...counts('bonus[0].quantity'),
    ...periods(),
    ...conditions('attribute_conditions'),
    ...counts('limits.per_user'),
    ...schedules('limits.recurrent_schedule.per_user', true),
    ['price_conditions', [{operator: 'er', value: '1'}], 'price_conditions[0].operator'],
    ['price_conditions', [{operator: 'lt', value: '1.00001'}], 'price_conditions[0].value'],
    ['price_conditions', [{operator: 'lt', value: '-1'}], 'price_conditions[0].value'],
    ['price_conditions', [{operator: 'lt', value: 1}], 'price_conditions[0].value'],
    ['excluded_promotions', [1.5], 'excluded_promotions[0]'],
    ['is_enabled', true],
  ];
  const withCondition = {...base, condition: [{sku: 'x'}]} as BonusPromotionInput;
  const bonusRow = ([place]: Row): boolean => !place.startsWith('price_conditions');

  refuse('bonuses.create', withCondition, input => at.admin.bonuses.create(input), BONUS.filter(bonusRow));
  refuse('bonuses.update', withCondition, input => at.admin.bonuses.update(1, input), BONUS.filter(bonusRow));
  refuse(
    'prices',
    base,
    input => at.admin.bonuses.create(input),
    BONUS.filter(row => !bonusRow(row)),
  );
  refuse('prices beside items', withCondition, input => at.admin.bonuses.create(input), [
    ['price_conditions', [{operator: 'lt', value: '1'}], 'condition'],
  ]);

  const OFFER: readonly Row[] = [
    ...texts('name', 'en-US'),
    ...periods(),
    ...skus('items[0]').filter(([, value]) => value !== undefined),
    ...counts('redeem_user_limit'),
    ...counts('redeem_code_limit'),
    ...counts('redeem_total_limit'),
    ['colour', 'red'],
  ];
  const withItems = {...offer, items: ['x'], promotion_periods: [{...spring}, {...spring}]};
  const {external_id: _, ...offerUpdate} = withItems;
  refuse('uniqueOffers.create', withItems, input => at.admin.uniqueOffers.create(input), [
    ...OFFER,
    ...skus('external_id'),
  ]);
  refuse('uniqueOffers.update', offerUpdate, input => at.admin.uniqueOffers.update('x', input), [
    ...OFFER,
    ['external_id', 'other'],
  ]);

  const RULE: readonly Row[] = [
    ['name', ''],
    ['name', ' x'],
    ['name', LONG],
    ...flags('is_enabled'),
    ...conditions('attribute_conditions'),
    ['items', []],
    ['items', many(101, {sku: 'x'})],
    ['items', [{}], 'items[0]'],
    ['items', [{sku: 'x', item_id: 1}], 'items[0]'],
    ['items', [{sku: 'a b'}], 'items[0].sku'],
    ['items', [{item_id: 0}], 'items[0].item_id'],
    ...flags('is_satisfied_for_unauth'),
    ['colour', 'red'],
  ];
  const REQUIRED = ['name', 'is_enabled', 'attribute_conditions', 'items'].map((name): Row => [name, undefined]);
  refuse('personalization.create', rule, input => at.admin.personalization.create(input), [...RULE, ...REQUIRED]);
  refuse('personalization.replace', rule, input => at.admin.personalization.replace(1, input), [...RULE, ...REQUIRED]);
  refuse('personalization.patch', {}, input => at.admin.personalization.patch(1, input), RULE);

  const POINT: readonly Row[] = [
    ...texts('name', 'en'),
    ...flags('is_enabled'),
    ['description', 'plain'],
    ['description', []],
    ['long_description', {english: 'x'}, 'long_description.english'],
    ['image_url', 'x'],
    ['media_list', [{type: 'sound', url: 'https://a.example'}], 'media_list[0].type'],
    ['media_list', [{type: 'image', url: 'x'}], 'media_list[0].url'],
    ['order', '1'],
    ['colour', 'red'],
  ];
  const {sku: __, ...pointUpdate} = point;
  refuse('valuePoints.create', point, input => at.admin.valuePoints.create(input), [
    ...POINT,
    ...skus('sku'),
    ...flags('is_clan'),
  ]);
  refuse('valuePoints.update', pointUpdate, input => at.admin.valuePoints.update('x', input), [
    ...POINT,
    ['sku', 'y'],
    ['is_clan', true],
  ]);

  const CHAIN = chainRows(step!);
  refuse('rewardChains.create', individualChain, input => at.admin.rewardChains.create(input), [
    ...CHAIN,
    ...skus('value_point.sku'),
    ['value_point', undefined],
    ['steps[0].step_id', 1],
  ]);
  refuse('rewardChains.create, clan', clanChain, input => at.admin.rewardChains.create(input), [
    ...CHAIN.filter(([place]) => !place.startsWith('recurrent_schedule')),
    ...texts('popup_header', 'en'),
    ...texts('popup_instruction', 'en'),
    ['popup_image_url', 'x'],
    ['clan_type', 'gang'],
  ]);
  const {value_point: ___, ...chain} = individualChain;
  const chainUpdate = {...chain, steps: chain.steps.map((each, index) => ({...each, step_id: index + 1}))};
  refuse('rewardChains.update', chainUpdate, input => at.admin.rewardChains.update(101, input), [
    ...chainRows({...step, step_id: 1}),
    ['steps[0].step_id', undefined],
    ['steps[0].step_id', 0],
    ['value_point', {sku: 'x'}],
  ]);

  it('is refused as a list of items', async () => {
    const {items} = at.admin.valuePoints;
    const one = {sku: 'x', amount: 1};

    for (const change of [items.replace, items.patch]) {
      await assertRefusedHere(change('x', [{...one, sku: 'a b'}]), 'items[0].sku');
      await assertRefusedHere(change('x', [{...one, amount: -1}]), 'items[0].amount');
      await assertRefusedHere(change('x', [one, {...one, amount: 2}]), 'items[1]');
      await assertRefusedHere(change('a b', [one]), 'sku');
    }
    await assertRefusedHere(items.replace('x', [{...one, amount: 0}]), 'items[0].amount');
    await assertRefusedHere(items.patch('x', []), 'items');
    await assertRefusedHere(
      items.patch(
        'x',
        Array.from({length: 101}, (_, index) => ({sku: `x${index}`, amount: 1})),
      ),
      'items',
    );
  });

  it('is refused as a code', async () => {
    const {codes} = at.admin.uniqueOffers;

    for (const code of ['', 'a b', 'ä', 'x-1', 'x'.repeat(129), 5 as never])
      await assertRefusedHere(codes.add('x', code), 'code');
    for (const count of [0, 100_001, 1.5, '5' as never]) await assertRefusedHere(codes.generate('x', count), 'count');
    await assertRefusedHere(codes.add('a b', 'X'), 'externalId');
  });

  it('is refused as an id, and as the size of a page', async () => {
    const {bonuses, uniqueOffers, personalization, valuePoints, rewardChains} = at.admin;

    await assertRefusedHere(bonuses.get(0), 'promotionId');
    await assertRefusedHere(bonuses.activate('7' as never), 'promotionId');
    await assertRefusedHere(uniqueOffers.get('../x'), 'externalId');
    await assertRefusedHere(personalization.get(1.5), 'ruleId');
    await assertRefusedHere(valuePoints.get('a/b'), 'sku');
    await assertRefusedHere(rewardChains.enable(-1), 'chainId');
    for (const pageSize of [0, 51, 1.5]) {
      await assertRefusedHere(bonuses.list({pageSize})[Symbol.asyncIterator]().next(), 'pageSize');
    }
    await assertRefusedHere(rewardChains.list({pageSize: 11})[Symbol.asyncIterator]().next(), 'pageSize');
    for (const offset of [-1, 1.5, '1' as never]) {
      await assertRefusedHere(bonuses.list({offset})[Symbol.asyncIterator]().next(), 'offset');
    }
  });

  it('is refused as a filter of a list', async () => {
    const {bonuses, personalization, rewardChains} = at.admin;

    for (const enabled of ['no', 1, null] as never[]) {
      await assertRefusedHere(collect(bonuses.listAll({enabled})), 'enabled');
      await assertRefusedHere(collect(personalization.list({enabled})), 'enabled');
      await assertRefusedHere(collect(rewardChains.list({enabled})), 'enabled');
    }
  });

  it('is refused where it would lead to another path', async () => {
    const {uniqueOffers, valuePoints} = at.admin;

    for (const dots of ['.', '..']) {
      await assertRefusedHere(uniqueOffers.delete(dots), 'externalId');
      await assertRefusedHere(uniqueOffers.codes.add(dots, 'X'), 'externalId');
      await assertRefusedHere(valuePoints.delete(dots), 'sku');
      await assertRefusedHere(valuePoints.items.clear(dots), 'sku');
    }
    assert.deepEqual(await at.sandbox.readLog(), []);
    await assertRefused(valuePoints.get('...'), 'not-found', 404, 4001);
  });

  it('is refused when it is nothing at all', async () => {
    for (const nothing of [undefined, null, 5] as never[]) {
      await assertRefusedHere(at.admin.bonuses.create(nothing), 'input');
      await assertRefusedHere(at.admin.rewardChains.create(nothing), 'input');
    }
  });

  it('never shows what was wrong, which may be secret', async () => {
    const {message} = (await at.admin.bonuses
      .create({...bonus, name: 'hunter2' as never})
      .catch((error: Error) => error)) as Error;

    assert.doesNotMatch(message, /hunter2/);
  });
});
