import * as v from 'valibot';
import {toInput} from '../../promotions/answers.js';
import * as check from '../../promotions/checks.js';
import type {
  PaymentSystem,
  PromotionInput,
  PromotionRewards,
  PromotionSubject,
  ValidityPeriod,
} from '../../promotions/promotion.js';
import type {AnsweredRewards, AnsweredSubject} from '../../promotions/parts.js';
import type {Promotions} from '../../promotions/promotions.js';
import {findingsIn} from '../../input/check.js';
import {isSame} from '../canonical.js';
import {checkedField, enabledFlag} from '../checks.js';
import {type FileAdmin, type Group, type Live, only, type Row, without} from '../rows.js';
import {companyOf} from './company.js';

const rowInput = v.omit(check.promotionInput, ['project_id']);

/** Each part has its own calls. */
const PARTS = {
  subject: v.optional(check.subject),
  payment_systems: v.optional(check.paymentSystems),
  periods: v.optional(check.periods),
  rewards: v.optional(check.rewards),
};
const EXTRA = ['is_enabled', ...Object.keys(PARTS)];

/** Promotions of the Subscriptions API, of this project. Attached campaigns are left out: no call reads them. */
export const promotions: Group = {
  name: 'promotions',
  identity: 'key',
  title: 'technical_name',
  isOfCompany: true,
  assigned: [],
  fixed: [],
  check: row => [
    ...checkedField(enabledFlag, row, 'is_enabled'),
    ...Object.entries(PARTS).flatMap(([name, schema]) => checkedField(schema, row, name)),
    ...findingsIn(rowInput, without(row, ...EXTRA)),
  ],
  list: listOf,
  async create(admin, row) {
    const {promotions: calls, projectId} = companyOf(admin);
    return (await calls.create({...without(row, ...EXTRA), project_id: projectId} as PromotionInput)).id;
  },
  afterCreation: row => ({...without(row, ...EXTRA), is_enabled: false}),
  async change(admin, live, row) {
    const {promotions: calls, projectId} = companyOf(admin);
    await change(calls, live, {...row, project_id: projectId});
  },
  async remove(admin, id) {
    const {promotions: calls} = companyOf(admin);
    // Only a disabled one can be deleted.
    await calls.disable(id);
    await calls.delete(id);
  },
};

async function* listOf(admin: FileAdmin): AsyncIterable<Live> {
  const {promotions: calls, projectId} = companyOf(admin);
  for await (const {id, enabled, project} of calls.list()) {
    if (project?.id !== undefined && project.id !== projectId) continue;
    const {project_id, ...fields} = toInput(await calls.get(id));
    if ((project_id ?? project?.id) !== projectId) continue;
    yield {id, row: {...fields, is_enabled: enabled, ...(await partsOf(calls, id))}};
  }
}

async function partsOf(calls: Promotions, id: number): Promise<Row> {
  const subject = toSubject(await calls.getSubject(id));
  const payment_systems = await calls.getPaymentSystems(id);
  const periods = (await calls.getPeriods(id)).map(period => filled({...period}));
  const rewards = toRewards(await calls.getRewards(id));
  return filled({subject, payment_systems, periods, rewards});
}

function toSubject({id: _, items, ...kinds}: AnsweredSubject): Row {
  return filled({...kinds, items: items?.map(item => only(item, ['sku']))});
}

/** Answers show the names of items, too. */
function toRewards({purchase, package: bonus, item, subscription}: AnsweredRewards): Row {
  const discount = item?.discount?.map(each => filled(only(each, ['sku', 'discount_percent', 'max_amount'])));
  const items = item?.bonus?.map(each => only(each, ['sku', 'quantity']));
  return filled({purchase, package: bonus && filled({...bonus}), item: filled({discount, bonus: items}), subscription});
}

/** Without what says nothing: the vendor's answers have every field. */
function filled(row: Row): Row {
  const saysNothing = (value: unknown): boolean =>
    value == null || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !saysNothing(value)));
}

/** Disables first and enables last: players never see one that is half changed. */
async function change(calls: Promotions, {id: liveId, row: before}: Live, row: Row): Promise<void> {
  const id = Number(liveId);
  const {project_id, ...after} = row;
  const fields = without(after, ...EXTRA);
  if (!row['is_enabled'] && before['is_enabled']) await calls.disable(id);
  if (!isSame(without(before, ...EXTRA), fields))
    await calls.change(id, () => ({...fields, project_id}) as PromotionInput);
  await changeParts(calls, id, before, row);
  if (row['is_enabled'] && !before['is_enabled']) await calls.enable(id);
}

async function changeParts(calls: Promotions, id: number, before: Row, row: Row): Promise<void> {
  const differs = (part: keyof typeof PARTS): boolean => !isSame({[part]: before[part]}, {[part]: row[part]});
  const {subject = {}, payment_systems = [], periods = [], rewards = {}} = row;
  if (differs('subject')) await calls.setSubject(id, subject as PromotionSubject);
  if (differs('payment_systems')) await calls.setPaymentSystems(id, payment_systems as PaymentSystem[]);
  if (differs('periods')) await calls.setPeriods(id, periods as ValidityPeriod[]);
  if (differs('rewards')) await calls.setRewards(id, rewards as PromotionRewards);
}
