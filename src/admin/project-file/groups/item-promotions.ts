import type {GenericSchema} from 'valibot';
import {toInput as toBonusInput} from '../../bonuses/answers.js';
import {bonusInput} from '../../bonuses/checks.js';
import {toUpdate as toCouponUpdate} from '../../coupons/answers.js';
import {couponInput} from '../../coupons/checks.js';
import {toInput as toDiscountInput} from '../../discounts/answers.js';
import {discountInput} from '../../discounts/checks.js';
import {toUpdate as toPromoCodeUpdate} from '../../promo-codes/answers.js';
import {promoCodeInput} from '../../promo-codes/checks.js';
import type {PromotionCodes} from '../../promotion-codes/codes.js';
import type {Records} from '../../records/records.js';
import {toUpdate as toOfferUpdate} from '../../unique-offers/answers.js';
import {offerInput} from '../../unique-offers/checks.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import {checkedField, codeList, enabledFlag} from '../checks.js';
import {type FileAdmin, type Group, type GroupName, type Live, type Row, without} from '../rows.js';

type Id = string | number;
type Calls = Records<Id, {promotion_id?: number; external_id?: string}, Row & {is_enabled: boolean}, Row, Row> & {
  readonly codes?: PromotionCodes;
};

type Kind = {
  readonly name: GroupName;
  readonly identity: 'external_id' | 'key';
  readonly schema: GenericSchema;
  readonly calls: (admin: FileAdmin) => unknown;
  readonly toInput: (answer: never) => object;
};

/** Fields of the file that calls other than `create` and `update` set. */
const EXTRA = ['is_enabled', 'codes'];

/** The most codes that a file lists; generated ones are left out of it. */
export const MOST_CODES = 50;

/** Promotions: their fields, whether they are enabled, and single codes, of which a file only ever adds some. */
function promotionGroup({name, identity, schema, calls, toInput}: Kind): Group {
  const callsOf = (admin: FileAdmin): Calls => calls(admin) as Calls;
  const hasCodes = identity === 'external_id';
  return {
    name,
    identity,
    title: 'name',
    assigned: ['codes'],
    fixed: [],
    check: row => [
      ...checkedField(enabledFlag, row, 'is_enabled'),
      ...(hasCodes ? checkedField(codeList, row, 'codes') : []),
      ...findingsIn(schema, without(row, 'is_enabled', ...(hasCodes ? ['codes'] : []))),
    ],
    list: admin => liveOf(callsOf(admin), identity, toInput),
    async create(admin, row) {
      const {promotion_id, external_id} = await callsOf(admin).create(without(row, ...EXTRA));
      return promotion_id ?? external_id ?? '';
    },
    afterCreation: row => ({...without(row, 'codes'), is_enabled: false}),
    change: async (admin, live, row) => await change(callsOf(admin), live, row),
    remove: async (admin, id) => await callsOf(admin).delete(id),
  };
}

async function* liveOf(calls: Calls, identity: string, toInput: Kind['toInput']): AsyncIterable<Live> {
  for await (const listed of calls.list()) {
    const id = listed[identity === 'key' ? 'id' : identity] as Id;
    // The lists of one kind show only one period.
    const answer = await calls.get(id);
    const named = identity === 'key' ? {} : {[identity]: id};
    const row = {...named, ...toInput(answer as never), is_enabled: answer.is_enabled};
    yield {id, row, ...(calls.codes && (await codesOf(calls.codes, String(id), row)))};
  }
}

/** With few codes, the row has them. Many were generated: only a file that lists some needs to read them all. */
async function codesOf(codes: PromotionCodes, externalId: string, row: Row): Promise<Partial<Live>> {
  const found: string[] = [];
  for await (const code of codes.list(externalId)) {
    if (found.push(code) > MOST_CODES) return {readAllCodes: async () => await allCodes(codes, externalId)};
  }
  return found.length ? {row: {...row, codes: found.sort()}} : {};
}

async function allCodes(codes: PromotionCodes, externalId: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const code of codes.list(externalId)) found.push(code);
  return found;
}

/** Disables first and enables last, so that players never see a promotion that is half changed. */
async function change(calls: Calls, {id, row: before}: Live, row: Row): Promise<void> {
  const {is_enabled: isEnabled} = row;
  const fields = without(row, 'external_id', ...EXTRA);
  if (!isEnabled && before['is_enabled']) await calls.deactivate(id);
  if (!isSame(without(before, 'external_id', ...EXTRA), fields)) await calls.change(id, () => fields);
  for (const code of newCodes(before, row)) await calls.codes?.add(String(id), code);
  if (isEnabled && !before['is_enabled']) await calls.activate(id);
}

/** Codes of the file that the record does not have. */
export function newCodes(before: Row, row: Row): readonly string[] {
  const known = (before['codes'] ?? []) as readonly string[];
  return ((row['codes'] ?? []) as readonly string[]).filter(code => !known.includes(code));
}

export const bonuses = promotionGroup({
  name: 'bonuses',
  identity: 'key',
  schema: bonusInput,
  calls: admin => admin.bonuses,
  toInput: toBonusInput,
});

export const discounts = promotionGroup({
  name: 'discounts',
  identity: 'key',
  schema: discountInput,
  calls: admin => admin.discounts,
  toInput: toDiscountInput,
});

export const coupons = promotionGroup({
  name: 'coupons',
  identity: 'external_id',
  schema: couponInput,
  calls: admin => admin.coupons,
  toInput: toCouponUpdate,
});

export const promoCodes = promotionGroup({
  name: 'promo_codes',
  identity: 'external_id',
  schema: promoCodeInput,
  calls: admin => admin.promoCodes,
  toInput: toPromoCodeUpdate,
});

export const uniqueOffers = promotionGroup({
  name: 'unique_offers',
  identity: 'external_id',
  schema: offerInput,
  calls: admin => admin.uniqueOffers,
  toInput: toOfferUpdate,
});
