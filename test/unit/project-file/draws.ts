import fc from 'fast-check';
import {GROUP_NAMES, type GroupName, type ProjectFile, type Row} from '../../../src/admin/project-file/index.js';
import {orcs, project} from './projects.js';

/** A project as one file says, which becomes what another file says. */
export type Change = {readonly from: ProjectFile; readonly to: ProjectFile; readonly prune: boolean};

type ListName = Exclude<GroupName, 'upsell'>;

const one = (group: ListName): Row => project[group]?.[0] ?? {};
const stepsOf = (group: ListName): readonly Row[] => one(group)['steps'] as readonly Row[];
const gem = {sku: 'gem', quantity: 1};

/** The records that a file may have, each in its forms. */
const RECORDS: Readonly<Record<ListName, readonly (readonly Row[])[]>> = {
  value_points: [
    [one('value_points'), {...one('value_points'), name: {en: 'Glory'}, items: [{sku: 'com.xsolla.box_1', amount: 7}]}],
    [{sku: 'valour', name: {en: 'Valour'}}],
  ],
  reward_chains: [
    [
      one('reward_chains'),
      {...one('reward_chains'), name: {en: 'Siege'}, is_enabled: false},
      {
        ...one('reward_chains'),
        steps: [{name: {en: 'Wall'}, price: {amount: 1}, reward: [gem]}, ...stepsOf('reward_chains')],
      },
    ],
    [{...one('reward_chains'), key: 'raid', name: {en: 'Raid'}}],
  ],
  daily_chains: [
    [one('daily_chains'), {...one('daily_chains'), steps: [{step_number: 1, items: [gem]}]}],
    [{...one('daily_chains'), key: 'rest', name: {en: 'Rest'}, is_enabled: false}],
  ],
  offer_chains: [
    [one('offer_chains'), {...one('offer_chains'), is_enabled: true, steps: stepsOf('offer_chains').slice(0, 1)}],
    [{...one('offer_chains'), key: 'more', name: {'en-US': 'More'}}],
  ],
  bonuses: [
    [
      one('bonuses'),
      {...one('bonuses'), is_enabled: false, bonus: [{sku: 'box', quantity: 2}]},
      {...one('bonuses'), name: {'en-US': 'Present'}, excluded_promotions: []},
    ],
    [{...one('bonuses'), key: 'thanks', name: {'en-US': 'Thanks'}, excluded_promotions: ['gift']}],
  ],
  discounts: [
    [
      one('discounts'),
      {...one('discounts'), is_enabled: true, discount: {percent: '15'}},
      {...one('discounts'), excluded_promotions: []},
    ],
    [{...one('discounts'), key: 'late', name: {'en-US': 'Late'}, is_enabled: true, excluded_promotions: ['sale']}],
  ],
  coupons: [
    [
      one('coupons'),
      {...one('coupons'), bonus: [gem], codes: ['SNOW', 'ICE', 'HAIL']},
      {...one('coupons'), is_enabled: false, redeem_user_limit: 2, codes: []},
    ],
    [{...one('coupons'), external_id: 'spring', codes: ['RAIN']}],
  ],
  promo_codes: [
    [one('promo_codes'), {...one('promo_codes'), is_enabled: false, discount: {percent: '20'}, codes: ['TEN', 'X']}],
    [{...one('promo_codes'), external_id: 'five', codes: ['FIVE']}],
  ],
  unique_offers: [
    [one('unique_offers'), {...one('unique_offers'), is_enabled: false, items: ['com.xsolla.booster_1']}],
    [{...one('unique_offers'), external_id: 'secret', codes: ['HUSH']}],
  ],
  rules: [
    [one('rules'), {...one('rules'), name: 'Axes for all', is_enabled: false}],
    [{key: 'bows', name: 'Bows', is_enabled: true, attribute_conditions: orcs, items: [{sku: 'gem'}]}],
  ],
  coupon_campaigns: [[one('coupon_campaigns')], [{...one('coupon_campaigns'), campaign_code: 'THAW'}]],
  promotions: [
    [
      one('promotions'),
      {...one('promotions'), is_enabled: false, periods: [], payment_systems: [{id: 26, name: 'Visa'}]},
      {...one('promotions'), label: {en: '9%'}, subject: {purchase: true}, rewards: {purchase: {discount_percent: 9}}},
    ],
    [
      {
        key: 'easter',
        technical_name: 'Easter sale',
        is_enabled: true,
        subject: {purchase: true},
        rewards: {purchase: {discount_percent: 5}},
      },
    ],
  ],
};

const UPSELLS: readonly Row[] = [project.upsell ?? {}, {is_enabled: false, type: 'most_sellable'}];

/** Files with one group, and what it needs: its records are created, changed, and deleted, first one and then all. */
export function filesOf(name: GroupName): readonly ProjectFile[] {
  if (name === 'upsell') return UPSELLS.map(upsell => ({upsell}));
  const [first = [], second = []] = RECORDS[name];
  const all = complete({[name]: [...first.slice(0, 1), ...second]});
  return [all, ...first.slice(1).map(row => complete({[name]: [row]})), {[name]: []}];
}

/** Some of everything that an apply does, with few requests: a change, a creation and a deletion, by name and by key. */
export const someOfAll: Change = {
  from: {coupons: inForm('coupons', 0), rules: inForm('rules', 0)},
  to: {coupons: [...inForm('coupons', 2), ...inForm('coupons', 0, 1)], rules: inForm('rules', 0, 1)},
  prune: true,
};

function inForm(group: ListName, form: number, record = 0): readonly Row[] {
  const row = RECORDS[group][record]?.[form];
  return row ? [row] : [];
}

/** A few groups in two states. */
export const changes: fc.Arbitrary<Change> = fc
  .subarray([...GROUP_NAMES], {minLength: 2, maxLength: 4})
  .chain(names => fc.record({from: stateOf(names), to: stateOf(names), prune: fc.boolean()}));

function stateOf(names: readonly GroupName[]): fc.Arbitrary<ProjectFile> {
  return fc
    .record(Object.fromEntries(names.map(name => [name, name === 'upsell' ? upsells : rowsOf(name)])), {
      noNullPrototype: true,
    })
    .map(state => complete(state as ProjectFile));
}

const upsells = fc.option(fc.constantFrom(...UPSELLS), {nil: undefined});

function rowsOf(name: ListName): fc.Arbitrary<readonly Row[]> {
  const records = RECORDS[name].map(forms => fc.option(fc.constantFrom(...forms), {nil: undefined, freq: 3}));
  return fc.tuple(...records).map(rows => rows.filter(row => row !== undefined));
}

/** With what its rows refer to: chains have their value point, and only promotions of the file are excluded. */
function complete({upsell, value_points: points, ...file}: ProjectFile): ProjectFile {
  const needed = file.reward_chains?.length ? one('value_points') : undefined;
  const hasNeeded = points?.some(({sku}) => sku === needed?.['sku']) ?? false;
  const keys = [...(file.bonuses ?? []), ...(file.discounts ?? [])].map(({key}) => key);
  const withKnown = (rows: readonly Row[]): readonly Row[] =>
    rows.map(row => ({
      ...row,
      ...(row['excluded_promotions'] !== undefined && {
        excluded_promotions: (row['excluded_promotions'] as unknown[]).filter(
          each => typeof each === 'number' || keys.includes(each),
        ),
      }),
    }));
  return {
    ...file,
    ...((points ?? needed) && {value_points: [...(needed && !hasNeeded ? [needed] : []), ...(points ?? [])]}),
    ...(upsell && {upsell}),
    ...(file.bonuses && {bonuses: withKnown(file.bonuses)}),
    ...(file.discounts && {discounts: withKnown(file.discounts)}),
  };
}
