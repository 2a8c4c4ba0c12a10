import * as v from 'valibot';
import {type Reader, read} from '../answers/read.js';
import type {SendCall} from '../connection/connection.js';
import {editedBy} from '../input/changes.js';
import {checked} from '../input/check.js';
import {whole} from '../input/fields.js';
import * as check from './checks.js';
import type {PaymentSystem, PromotionRewards, PromotionSubject, SubjectEntry, ValidityPeriod} from './promotion.js';

/**
 * The parts of a promotion, each with its own calls. A read-only promotion refuses new subjects, payment systems and
 * rewards (`invalid`), and changes to its periods; further periods may be added.
 */
export type PromotionParts = {
  /** What it applies to (`get-subject`). */
  getSubject(promotionId: number): Promise<AnsweredSubject>;
  /** Replaces it (`set-subject`). */
  setSubject(promotionId: number, subject: PromotionSubject): Promise<void>;
  /** The promotion's payment systems; empty means all (`get-payment-systems`). */
  getPaymentSystems(promotionId: number): Promise<readonly PaymentSystem[]>;
  /** Replaces them; an empty list means all (`set-payment-systems`). */
  setPaymentSystems(promotionId: number, systems: readonly PaymentSystem[]): Promise<void>;
  /** When it is valid (`get-validity-periods`). */
  getPeriods(promotionId: number): Promise<readonly AnsweredValidityPeriod[]>;
  /** Replaces the periods (`set-validity-periods`). See `changePeriods`. */
  setPeriods(promotionId: number, periods: readonly ValidityPeriod[]): Promise<void>;
  /**
   * Reads the periods, lets `how` return the new list, and replaces it. Only changed rows are checked. The later of two
   * changes wins.
   */
  changePeriods(
    promotionId: number,
    how: (current: readonly ValidityPeriod[]) => readonly ValidityPeriod[] | Promise<readonly ValidityPeriod[]>,
  ): Promise<void>;
  /** What it gives (`get-rewards`). */
  getRewards(promotionId: number): Promise<AnsweredRewards>;
  /** Replaces it (`set-rewards`). */
  setRewards(promotionId: number, rewards: PromotionRewards): Promise<void>;
  /** Replaces the coupon campaigns of the promotion, by their ids (`attach-campaign-to-promotion`). */
  attachCampaigns(promotionId: number, campaigns: readonly number[]): Promise<void>;
};

/** A subject in the vendor's answer. */
export type AnsweredSubject = PromotionSubject & {readonly id?: number | undefined};
/** A period in the vendor's answer. */
export type AnsweredValidityPeriod = {
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly offset?: string | null | undefined;
};
/** Rewards in the vendor's answer, with names next to the SKUs. */
export type AnsweredRewards = PromotionRewards & {readonly id?: number | undefined};

const id = v.optional(v.number());
const entries: Reader<SubjectEntry[] | null | undefined> = v.nullish(v.array(v.union([v.number(), v.looseObject({})])));
const optionalNumber = v.nullish(v.number());

const subject: Reader<AnsweredSubject> = v.looseObject({
  id,
  purchase: v.optional(v.boolean()),
  items: v.nullish(v.array(v.looseObject({sku: v.string()}))),
  packages: entries,
  subscriptions: entries,
  digital_contents: entries,
});
const systems = v.looseObject({payment_systems: v.array(v.looseObject({id: v.number(), name: v.string()}))});
const periods: Reader<{periods: AnsweredValidityPeriod[]}> = v.looseObject({
  periods: v.array(v.looseObject({from: v.string(), to: v.nullish(v.string()), offset: v.nullish(v.string())})),
});
const rewards: Reader<AnsweredRewards> = v.looseObject({
  id,
  purchase: v.nullish(v.looseObject({discount_percent: v.number()})),
  package: v.nullish(v.looseObject({bonus_percent: optionalNumber, bonus_amount: optionalNumber})),
  item: v.nullish(
    v.looseObject({
      discount: v.nullish(
        v.array(v.looseObject({sku: v.string(), discount_percent: v.number(), max_amount: optionalNumber})),
      ),
      bonus: v.nullish(v.array(v.looseObject({sku: v.string(), quantity: v.number()}))),
    }),
  ),
  subscription: v.nullish(v.looseObject({trial_days: v.number()})),
});

/** @param sendCall - Takes paths below the company. */
export function createParts(sendCall: SendCall): PromotionParts {
  const pathOf = (promotionId: number, part: string) =>
    ['promotions', checked(whole(1), promotionId, 'promotionId'), part] as const;
  const get = async <T>(promotionId: number, part: string, reader: Reader<T>): Promise<T> =>
    read(reader, await sendCall({method: 'GET', path: pathOf(promotionId, part)}));
  const set = async (promotionId: number, part: string, body: object): Promise<void> => {
    await sendCall({method: 'PUT', path: pathOf(promotionId, part), body});
  };
  return {
    getSubject: async promotionId => await get(promotionId, 'subject', subject),
    setSubject: async (promotionId, value) =>
      await set(promotionId, 'subject', checked(check.subject, value, 'subject')),
    async getPaymentSystems(promotionId) {
      const {payment_systems} = await get(promotionId, 'payment_systems', systems);
      return payment_systems.map(({id, name}) => ({id, name}));
    },
    async setPaymentSystems(promotionId, value) {
      await set(promotionId, 'payment_systems', {payment_systems: checked(check.paymentSystems, value, 'systems')});
    },
    getPeriods: async promotionId => (await get(promotionId, 'periods', periods)).periods,
    async setPeriods(promotionId, value) {
      await set(promotionId, 'periods', {periods: checked(check.periods, value, 'periods')});
    },
    async changePeriods(promotionId, how) {
      const current = (await get(promotionId, 'periods', periods)).periods as readonly ValidityPeriod[];
      const next = await editedBy({current, how, schemaOf: () => check.periods, name: 'periods'});
      await set(promotionId, 'periods', {periods: next});
    },
    getRewards: async promotionId => await get(promotionId, 'rewards', rewards),
    setRewards: async (promotionId, value) =>
      await set(promotionId, 'rewards', checked(check.rewards, value, 'rewards')),
    async attachCampaigns(promotionId, value) {
      await set(promotionId, 'coupons', {campaigns: checked(check.campaigns, value, 'campaigns')});
    },
  };
}
